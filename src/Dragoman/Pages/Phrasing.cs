using System.Collections.Immutable;
using System.Globalization;
using Dragoman.Record;
using Dragoman.Record.Views;

namespace Dragoman.Pages;

/// <summary>A record in the words of the page: who, what, and its particulars.</summary>
/// <param name="Who">The actors it is about; null if the text names none.</param>
/// <param name="What">What they did or said.</param>
/// <param name="Details">The slots that <paramref name="What"/> leaves out.</param>
public sealed record Phrase(string? Who, string What, ImmutableArray<Detail> Details)
{
    /// <summary>What follows the actor; with a capital if there is none.</summary>
    public string Predicate => Who is null ? Phrasing.Capital(What) : What;
}

/// <summary>A slot under a label, with the words that fill it if they are the document's own.</summary>
public sealed record Detail(string Slot, string Label, string Value, Passage? Words = null);

/// <summary>Puts records into words for people: pages and the <c>record</c> command.</summary>
public static class Phrasing
{
    public static Phrase Of(CitedRecord record)
    {
        if (record.Statement is { } statement) return Statement(record, statement);
        (string what, string? lead, string[] told) = Told(record);
        string? who = lead is not null && Names(record, lead) is { Length: > 0 } names ? names : null;
        IEnumerable<Detail> details = record.Finding!.Slots.Where(s => s.Name != lead && !told.Contains(s.Name)).Select(s => DetailOf(record, s));
        if (record.ToldBy is { } speaker && (lead is null || !record.Actors(lead).Contains(speaker))) details = details.Append(new("statement", "according to", NameOf(speaker)));
        return new(who, what, [.. details]);
    }

    /// <summary>What the line tells of a finding: its words, the slot of those who lead it, and the other slots that the words already tell.</summary>
    private static (string What, string? Lead, string[] Told) Told(CitedRecord record) => record.Finding!.Kind switch
    {
        FindingKind.Ceasefire => (Act(record.Word("act"), CeasefireActs, "ceasefire"), "by", ["act"]),
        FindingKind.Violation => (Violation(record), "claimant", ["accused", "count"]),
        FindingKind.Proposal => (Proposal(record), "by", ["subject", "status"]),
        FindingKind.Response => (Act(record.Word("stance"), Stances, "responds"), "by", ["stance"]),
        FindingKind.Condition => (record.Actors("on").Any() ? $"requires of {Names(record, "on")}" : "sets a condition", "by", ["on"]),
        FindingKind.Meeting => (Act(record.Word("status"), Meetings, "meeting"), "participants", ["status"]),
        FindingKind.Ultimatum => (record.Actors("target").Any() ? $"threatens {Names(record, "target")}" : "ultimatum", "by", ["target"]),
        FindingKind.Agreement => (Act(record.Word("act"), AgreementActs, "agreement"), "parties", ["act"]),
        FindingKind.Forecast => (Act(record.Word("likelihood"), Likelihoods, "forecast"), "by", ["likelihood"]),
        _ => ("said to be the first", null, []),
    };

    public static string KindLabel(string kind) => kind switch
    {
        "novelty" => "First time",
        _ => Capital(kind),
    };

    public static string Capital(string words) => words.Length == 0 ? words : string.Concat(new([char.ToUpperInvariant(words[0])]), words.AsSpan(1));

    public static string Names(CitedRecord record, string slot) => Join(record.Actors(slot).Select(NameOf));

    public static string NameOf(Actor actor) => actor.Name;

    /// <summary>Without the quotation marks around it, for a place that sets its own.</summary>
    public static string Unquoted(string words) => words.Trim().Trim('"', '“', '”', '„', '«', '»').TrimEnd(',');

    /// <summary>The first words of a longer stretch.</summary>
    public static string Shortened(string words, int length = 60)
    {
        if (words.Length <= length) return words;
        int end = words.LastIndexOf(' ', length);
        return words[..(end > 0 ? end : length)] + " …";
    }

    private static Phrase Statement(CitedRecord record, Statement statement)
    {
        ImmutableArray<Detail>.Builder details = ImmutableArray.CreateBuilder<Detail>();
        if (statement.Addressee.Length > 0) details.Add(new("addressee", "to", Join(statement.Addressee.Select(record.ActorOf).OfType<Actor>().Select(NameOf))));
        if (statement.Venue is { } venue) details.Add(new("venue", "where", venue.Words, venue));
        if (record.TimeOf(statement.Time) is { } time) details.Add(new("time", "when", DateWords.Of(time), time.Place));
        if (statement.InOtherWords is { } otherwise) details.Add(new("inOtherWords", "not verbatim; elsewhere", otherwise.Words, otherwise));
        string what = statement.Mode switch { QuotationMode.Direct => "in their words", QuotationMode.Indirect => "as reported", _ => "partly in their words" };
        return new(record.ActorOf(statement.Speaker) is { } speaker ? NameOf(speaker) : statement.Source?.Words, what, details.ToImmutable());
    }

    private static string Violation(CitedRecord record)
    {
        string accused = record.Actors("accused").Any() ? Names(record, "accused") + " broke it" : "it was broken";
        string said = record.Actors("claimant").Any() ? "claims " + accused : accused;
        return record.Number("count") is { } count ? string.Create(CultureInfo.InvariantCulture, $"{said}: {count:N0}") : said;
    }

    private static string Proposal(CitedRecord record)
    {
        string verb = record.Word("status") switch { "repeated" => "proposes again", "withdrawn" => "withdraws its proposal", _ => "proposes" };
        return record.Word("subject") is { } subject and not "other" ? $"{verb}: {Spaced(subject)}" : verb;
    }

    /// <summary>What a slot of a record of this kind is called beside its value.</summary>
    public static string SlotLabel(string kind, string slot) => SlotLabels.GetValueOrDefault(kind + "." + slot, slot);

    private static Detail DetailOf(CitedRecord record, Slot slot)
    {
        string label = SlotLabel(record.Kind, slot.Name);
        return slot.Value switch
        {
            SlotValue.Actors => new(slot.Name, label, Names(record, slot.Name)),
            SlotValue.Time => record.Time(slot.Name) is { } time ? new(slot.Name, label, DateWords.Of(time), time.Place) : new(slot.Name, label, "not in the reading"),
            SlotValue.Text text => new(slot.Name, label, text.Passage.Words, text.Passage),
            SlotValue.Number number => new(slot.Name, label, number.Value.ToString("N0", CultureInfo.InvariantCulture)),
            SlotValue.Word word => new(slot.Name, label, slot.Name == "duration" ? DateWords.Duration(word.Value) : Spaced(word.Value)),
            _ => new(slot.Name, label, ""),
        };
    }

    private static string Act(string? word, ImmutableDictionary<string, string> phrases, string otherwise) =>
        word is null ? otherwise : phrases.GetValueOrDefault(word, Spaced(word));

    private static string Spaced(string word) => word.Replace('-', ' ');

    private static string Join(IEnumerable<string> names) => string.Join(", ", names.Distinct(StringComparer.Ordinal));

    private static ImmutableDictionary<string, string> Table(params (string Word, string Phrase)[] pairs) =>
        pairs.ToImmutableDictionary(p => p.Word, p => p.Phrase, StringComparer.Ordinal);

    /// <summary>Slots whose own name would not be understood beside its value.</summary>
    private static readonly ImmutableDictionary<string, string> SlotLabels = Table(
        ("response.to", "in answer to"), ("condition.content", "condition"), ("condition.for", "before"),
        ("agreement.content", "about"), ("forecast.proposition", "that"), ("forecast.phrase", "wording"), ("forecast.condition", "if"));

    private static readonly ImmutableDictionary<string, string> CeasefireActs = Table(
        ("announced", "ceasefire announced"), ("agreed", "ceasefire agreed"), ("in-effect", "ceasefire in effect"), ("extended", "ceasefire extended"),
        ("suspended", "ceasefire suspended"), ("ended", "ceasefire ended"), ("rejected", "ceasefire rejected"));

    private static readonly ImmutableDictionary<string, string> Stances = Table(
        ("accept", "accepts"), ("reject", "rejects"), ("open", "is open to it"), ("conditional", "accepts on conditions"), ("counter", "answers with another proposal"), ("awaiting", "has not answered yet"));

    private static readonly ImmutableDictionary<string, string> Meetings = Table(
        ("held", "met"), ("under-way", "meeting under way"), ("planned", "are to meet"), ("proposed", "meeting proposed"), ("cancelled", "meeting cancelled"), ("refused", "meeting refused"));

    private static readonly ImmutableDictionary<string, string> AgreementActs = Table(
        ("reached", "agreement reached"), ("signed", "agreement signed"), ("implemented", "agreement carried out"), ("suspended", "agreement suspended"), ("withdrawn", "left the agreement"));

    private static readonly ImmutableDictionary<string, string> Likelihoods = Table(
        ("certain", "holds it certain"), ("likely", "holds it likely"), ("possible", "holds it possible"), ("unlikely", "holds it unlikely"), ("impossible", "holds it impossible"));
}
