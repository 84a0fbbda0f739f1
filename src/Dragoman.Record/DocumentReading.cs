using System.Collections.Immutable;

namespace Dragoman.Record;

/// <summary>What was found in one document: the content of <c>dragoman-reading/1</c>. Everything in it is grounded in a passage.</summary>
public sealed record DocumentReading
{
    public required ReadDocument Document { get; init; }

    /// <summary>In text order; disjoint; together they hold every character that is not white space.</summary>
    public required ImmutableArray<TextRegion> Regions { get; init; }

    public required ImmutableArray<Actor> Actors { get; init; }

    public required ImmutableArray<CitedTime> Times { get; init; }

    public required ImmutableArray<Statement> Statements { get; init; }

    public required ImmutableArray<Finding> Findings { get; init; }

    /// <summary>Records and plain clauses as PLOVER events, in text order.</summary>
    public ImmutableArray<CodedEvent> Events { get; init; } = [];
}

/// <summary>The document that was read. Absent means unknown.</summary>
public sealed record ReadDocument
{
    /// <summary><c>sha256:</c> and the hash of the bytes in hexadecimal, or the id that came with a JSON line.</summary>
    public required string Id { get; init; }

    /// <summary>File name or URL.</summary>
    public required string Source { get; init; }

    /// <summary>BCP 47, for example <c>en</c>.</summary>
    public string? Language { get; init; }

    public string? Title { get; init; }

    public string? Outlet { get; init; }

    public ImmutableArray<string> Byline { get; init; } = [];

    /// <summary>EDTF / ISO 8601, as precise as known.</summary>
    public string? Published { get; init; }

    /// <summary>The words that date the document; null if the date was given with it, or is unknown.</summary>
    public Passage? Dated { get; init; }

    /// <summary>Set when the text says that it is a translation.</summary>
    public TranslatedFrom? Translation { get; init; }

    public string? Url { get; init; }

    public required string Text { get; init; }
}

/// <summary>The original that a translated text names.</summary>
public sealed record TranslatedFrom(string? Language = null, string? Title = null, string? Outlet = null, string? Published = null);

/// <summary>What a stretch of the page is.</summary>
public enum RegionKind
{
    Chrome, Headline, Standfirst, Byline, Credit, Caption, Subhead, Body, Note,
}

/// <summary>A region as the reading keeps it.</summary>
public sealed record TextRegion(RegionKind Kind, Passage Place);

public enum ActorKind
{
    Person, State, Organisation, Group, Unnamed,
}

public enum MentionForm
{
    Name, Nominal, Pronoun, Metonym,
}

/// <summary>A person, state, organisation or group that speaks, acts or is acted upon.</summary>
public sealed record Actor
{
    /// <summary><c>A1</c>, <c>A2</c> … within the document.</summary>
    public required string Id { get; init; }

    public required ActorKind Kind { get; init; }

    public required string Name { get; init; }

    /// <summary>ISO 3166-1 alpha-2 of allegiance, if any.</summary>
    public string? Country { get; init; }

    /// <summary>Offices that the text gives ("president").</summary>
    public ImmutableArray<string> Roles { get; init; } = [];

    /// <summary>Other names by which the text calls it.</summary>
    public ImmutableArray<string> Aliases { get; init; } = [];

    /// <summary>Its id in <c>world/actors</c>, if it is known there.</summary>
    public string? World { get; init; }

    public ImmutableArray<ActorMention> Mentions { get; init; } = [];
}

public sealed record ActorMention(Passage Place, MentionForm Form);

public enum TimexType
{
    Date, Time, Duration, Set,
}

/// <summary>A time expression: TIMEX3 type and value.</summary>
public sealed record CitedTime
{
    /// <summary><c>T1</c>, <c>T2</c> … within the document.</summary>
    public required string Id { get; init; }

    public required Passage Place { get; init; }

    public required TimexType Type { get; init; }

    /// <summary>TIMEX3 value; null when it cannot be told, with the reason in <see cref="Unresolved"/>.</summary>
    public string? Value { get; init; }

    /// <summary>First and last day (ISO 8601) that the value covers, if it covers days.</summary>
    public string? From { get; init; }

    public string? Until { get; init; }

    /// <summary>What the value hangs on: the words themselves, the document's date, or another time.</summary>
    public string? Basis { get; init; }

    public string? Unresolved { get; init; }
}

public enum QuotationMode
{
    Direct, Indirect, Mixed,
}

/// <summary>Who said what: an attribution of words or opinion to a source.</summary>
public sealed record Statement
{
    /// <summary><c>S1</c>, <c>S2</c> … within the document.</summary>
    public required string Id { get; init; }

    /// <summary>Actor id; null when the speaker cannot be told, with the reason in <see cref="Why"/>.</summary>
    public string? Speaker { get; init; }

    /// <summary>The words that name the source here ("he", "the ministry"), if any do.</summary>
    public Passage? Source { get; init; }

    public Passage? Cue { get; init; }

    public required ImmutableArray<Passage> Content { get; init; }

    public required QuotationMode Mode { get; init; }

    public ImmutableArray<string> Addressee { get; init; } = [];

    public Passage? Venue { get; init; }

    /// <summary>For a quotation that is not verbatim in this document: where the document has the same in other words.</summary>
    public Passage? InOtherWords { get; init; }

    /// <summary>Time id of when it was said.</summary>
    public string? Time { get; init; }

    /// <summary>Id of the statement that reports this one.</summary>
    public string? Within { get; init; }

    /// <summary>How it was found: the rule, and how the speaker was told.</summary>
    public string? Rule { get; init; }

    public string? Why { get; init; }
}
