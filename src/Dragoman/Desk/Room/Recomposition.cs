using System.Collections.Immutable;
using System.Globalization;
using Dragoman.Record;
using Dragoman.Record.Entries;
using Dragoman.Record.Views;

namespace Dragoman.Desk.Room;

/// <summary>Makes two contents of one, one of two, and one of selected words.</summary>
public static class Recomposition
{
    /// <summary>What is left of a record, and its twin with the given words; without words both hold all of it, to be amended one after the other.</summary>
    public static (RecordContent Kept, RecordContent Twin) Split(DocumentState document, RecordContent content, Passage? words)
    {
        string id = FreeId(document, content);
        return content switch
        {
            Said said when words is not null => (new Said(said.Statement with { Content = Without(document.Text, said.Statement.Content, words) }), new Said(said.Statement with { Id = id, Content = [words], Rule = null, Why = null })),
            Said said => (said, new Said(said.Statement with { Id = id, Rule = null, Why = null })),
            _ => (content, new Found(((Found)content).Finding with { Id = id, Anchor = words ?? ((Found)content).Finding.Anchor, Rule = null, Why = null })),
        };
    }

    /// <summary>
    /// The content of <paramref name="into"/> with what it lacks taken from <paramref name="from"/>. Nothing is taken where the two count their
    /// actors in different lists, for one number would mean two people.
    /// </summary>
    public static RecordContent Merge(RecordState from, RecordState into) =>
        from.Actors.SequenceEqual(into.Actors) ? Merge(from.Content, into.Content) : into.Content;

    private static RecordContent Merge(RecordContent from, RecordContent into) => (from, into) switch
    {
        (Said { Statement: var one }, Said { Statement: var other }) => new Said(other with
        {
            Content = [.. one.Content.Concat(other.Content).Distinct().OrderBy(p => p.Start)],
            Speaker = other.Speaker ?? one.Speaker,
            Cue = other.Cue ?? one.Cue,
            Source = other.Source ?? one.Source,
            Addressee = [.. other.Addressee.Union(one.Addressee, StringComparer.Ordinal)],
            Venue = other.Venue ?? one.Venue,
            Time = other.Time ?? one.Time,
        }),
        (Found { Finding: var one }, Found { Finding: var other }) => new Found(other with
        {
            Slots = [.. FindingSchema.Of(other.Kind).Select(slot => Joined(one, other, slot.Name)).OfType<Slot>()],
            Factuality = other.Factuality ?? one.Factuality,
        }),
        _ => into,
    };

    /// <summary>A record of the kind that the words show, to be amended.</summary>
    public static RecordContent New(DocumentState document, string kind, Passage words)
    {
        string id = FreeId(document, prefix: kind == Said.Word ? "S" : "R");
        if (kind == Said.Word) return new Said(new() { Id = id, Content = [words], Mode = QuotationMode.Indirect });
        Passage evidence = document.Reading?.Regions.FirstOrDefault(r => r.Place.Start <= words.Start && r.Place.End >= words.End)?.Place is { } region ? SentenceOf(document.Text, region, words) : words;
        FindingKind finding = ContractWords.Parse<FindingKind>(kind);
        return new Found(new() { Id = id, Kind = finding, Anchor = words, Evidence = evidence, Slots = [], Factuality = FindingSchema.CarriesFactuality(finding) ? Factuality.Actual : null });
    }

    private static Slot? Joined(Finding one, Finding other, string name) => (one[name], other[name]) switch
    {
        (SlotValue.Actors left, SlotValue.Actors right) => new(name, new SlotValue.Actors([.. right.Ids.Union(left.Ids, StringComparer.Ordinal)])),
        (var left, null) => left is null ? null : new(name, left),
        (_, var right) => new(name, right),
    };

    private static ImmutableArray<Passage> Without(string text, ImmutableArray<Passage> content, Passage words)
    {
        Passage[] rest = [.. content.SelectMany(p => p.End <= words.Start || p.Start >= words.End ? [p] : new[] { Cut(text, p.Start, words.Start), Cut(text, words.End, p.End) }).OfType<Passage>()];
        return rest.Length == 0 ? content : [.. rest];
    }

    /// <summary>The words between two places without white space at the ends; null for none.</summary>
    private static Passage? Cut(string text, int start, int end)
    {
        while (start < end && char.IsWhiteSpace(text[start])) start++;
        while (end > start && char.IsWhiteSpace(text[end - 1])) end--;
        return start < end ? new(start, end, text[start..end]) : null;
    }

    /// <summary>The stretch between sentence ends around the words; a person can widen it.</summary>
    private static Passage SentenceOf(string text, Passage region, Passage words)
    {
        int start = words.Start;
        while (start > region.Start && !IsEnd(text, start - 1)) start--;
        int end = words.End;
        while (end < region.End && !IsEnd(text, end - 1)) end++;
        return Cut(text, start, end) ?? words;
    }

    private static bool IsEnd(string text, int at) => text[at] is '.' or '!' or '?' or '\n' && (at + 1 >= text.Length || char.IsWhiteSpace(text[at + 1]));

    private static string FreeId(DocumentState document, RecordContent content) => FreeId(document, content is Said ? "S" : "R");

    /// <summary>An id that no record of the document has: they are numbered, and a person's come after the reader's.</summary>
    private static string FreeId(DocumentState document, string prefix)
    {
        HashSet<string> taken = [.. document.All.Values.Select(r => r.Draft.LocalId)];
        int number = document.All.Count + 1;
        while (taken.Contains(prefix + number.ToString(CultureInfo.InvariantCulture))) number++;
        return prefix + number.ToString(CultureInfo.InvariantCulture);
    }
}
