using System.Collections.Immutable;
using Dragoman.Language;
using Dragoman.Reading.Mentions.Lexicon;
using Dragoman.Reading.Mentions.World;
using Dragoman.Record;

namespace Dragoman.Reading.Mentions.Finding;

/// <summary>A mention that was found but not yet linked, with all that its own words say.</summary>
internal sealed record Candidate
{
    /// <summary>The tokens <c>[First, End)</c>: the noun phrase without what follows its head.</summary>
    public required int First { get; init; }

    public required int End { get; init; }

    /// <summary>The end with what follows the head; not before <see cref="End"/>.</summary>
    public int FullEnd { get => Math.Max(field, End); init; }

    public required int Head { get; init; }

    public required MentionForm Form { get; init; }

    /// <summary>What it is, where its words tell.</summary>
    public ActorKind? Kind { get; init; }

    /// <summary>The name without titles, or the noun phrase, as the text has it.</summary>
    public required string Name { get; init; }

    /// <summary><see cref="Name"/>, folded.</summary>
    public required ImmutableArray<string> Pieces { get; init; }

    public WorldActor? World { get; init; }

    public string? Country { get; init; }

    /// <summary>Offices that the phrase itself gives; empty when it says that they are no longer held.</summary>
    public ImmutableArray<OfficeTerm> Offices { get; init; } = [];

    public NominalClass? Class { get; init; }

    /// <summary>Folded lemma of the noun that heads a nominal.</summary>
    public string Noun { get; init; } = "";

    /// <summary>The folded words between the determiner and the noun, without countries.</summary>
    public ImmutableArray<string> Modifiers { get; init; } = [];

    /// <summary>A determiner or possessive points back to something known.</summary>
    public bool Definite { get; init; }

    public bool Plural { get; init; }

    /// <summary>Its words say that it is somebody else, or nobody in particular.</summary>
    public bool StartsOwnChain { get; init; }

    /// <summary>A preposition of place governs it.</summary>
    public bool IsLocative { get; init; }

    /// <summary>The token that possesses it (<c>Norland</c> in <c>Norland's envoy</c>, <c>his</c>), or −1.</summary>
    public int Possessor { get; init; } = -1;

    public PronounTerm? Pronoun { get; init; }

    /// <summary>Other wordings of the phrase: without its article, with what follows its head.</summary>
    public ImmutableArray<string> Wordings { get; init; } = [];

    public required string Why { get; init; }

    public string Key => string.Join(' ', Pieces);

    public bool IsPersonName => Form == MentionForm.Name && Kind == ActorKind.Person;

    public TextSpan Span(AnnotatedDocument text) => text.SpanOf(First, End);
}
