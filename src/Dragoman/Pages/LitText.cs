using System.Collections.Immutable;
using Dragoman.Record;
using Dragoman.Record.Entries;
using Dragoman.Record.Views;

namespace Dragoman.Pages;

/// <summary>A stretch of text that the same records cite throughout. Numbers are those of the page's cards, from 1.</summary>
/// <param name="Words">Verbatim.</param>
/// <param name="Anchors">Findings that these words evoke.</param>
/// <param name="Shown">Records whose evidence or content these words belong to.</param>
/// <param name="Parts">Records of which these words fill a slot or are the cue or source.</param>
/// <param name="Begins">Records whose main words begin here.</param>
public sealed record LitSegment(string Words, ImmutableArray<int> Anchors, ImmutableArray<int> Shown, ImmutableArray<int> Parts, ImmutableArray<int> Begins)
{
    public bool IsPlain => Anchors.IsEmpty && Shown.IsEmpty && Parts.IsEmpty;
}

/// <summary>A region of the page in segments; put together, their words are the region's, which begins at <paramref name="Start"/> of the text.</summary>
public sealed record LitRegion(RegionKind Kind, int Start, ImmutableArray<LitSegment> Segments);

/// <summary>
/// Cuts a document's regions into segments wherever a cited passage begins or ends, so that passages may nest and overlap at will.
/// Text that no region holds is shown as body. Passages that do not stand in the text are left out: a page never lights other words.
/// </summary>
public sealed class LitText
{
    private readonly string _text;
    private readonly List<Lit> _lit = [];
    private readonly Dictionary<int, Lit> _first = []; // by number: where a record's main words begin

    private LitText(string text) => _text = text;

    private enum Role
    {
        Anchor, Shown, Part,
    }

    /// <param name="document">Its text and regions.</param>
    /// <param name="records">What is lit, in the order of the cards.</param>
    /// <param name="from">Regions that end before this place are left out.</param>
    /// <param name="until">Regions that begin at this place or after it are left out.</param>
    public static ImmutableArray<LitRegion> Of(DocumentState document, ImmutableArray<RecordState> records, int from = 0, int until = int.MaxValue)
    {
        LitText lit = new(document.Text);
        for (int i = 0; i < records.Length; i++) lit.Add(i + 1, records[i].Content);
        foreach (Lit each in lit._lit.Where(l => l.Role != Role.Part))
            if (!lit._first.TryGetValue(each.Number, out Lit? best) || (each.Role, each.Start).CompareTo((best.Role, best.Start)) < 0) lit._first[each.Number] = each;
        return [.. lit.Regions(document.Reading?.Regions ?? []).Where(r => r.End >= from && r.Start < until)
            .Select(region => new LitRegion(region.Kind, region.Start, lit.Cut(region.Start, region.End)))];
    }

    private void Add(int number, RecordContent content)
    {
        switch (content)
        {
            case Found { Finding: var finding }:
                Add(number, Role.Anchor, finding.Anchor);
                Add(number, Role.Shown, finding.Evidence);
                foreach (SlotValue.Text slot in finding.Slots.Select(s => s.Value).OfType<SlotValue.Text>()) Add(number, Role.Part, slot.Passage);
                break;
            case Said { Statement: var statement }:
                foreach (Passage passage in statement.Content) Add(number, Role.Shown, passage);
                foreach (Passage passage in new[] { statement.Source, statement.Cue, statement.Venue }.OfType<Passage>()) Add(number, Role.Part, passage);
                break;
        }
    }

    private void Add(int number, Role role, Passage passage)
    {
        if (passage.End > passage.Start && passage.StandsIn(_text)) _lit.Add(new(number, role, passage.Start, passage.End));
    }

    private IEnumerable<(RegionKind Kind, int Start, int End)> Regions(ImmutableArray<TextRegion> regions)
    {
        int next = 0;
        foreach (TextRegion region in regions.Where(r => r.Place.StandsIn(_text)))
        {
            foreach (var gap in Paragraphs(next, region.Place.Start)) yield return gap;
            yield return (region.Kind, region.Place.Start, region.Place.End);
            next = Math.Max(next, region.Place.End);
        }

        foreach (var gap in Paragraphs(next, _text.Length)) yield return gap;
    }

    private IEnumerable<(RegionKind Kind, int Start, int End)> Paragraphs(int start, int end)
    {
        for (int from = start; from < end;)
        {
            int lineEnd = _text.IndexOf('\n', from, end - from);
            if (lineEnd < 0) lineEnd = end;
            if (!_text.AsSpan(from, lineEnd - from).IsWhiteSpace()) yield return (RegionKind.Body, from, lineEnd);
            from = lineEnd + 1;
        }
    }

    private ImmutableArray<LitSegment> Cut(int start, int end)
    {
        Lit[] here = [.. _lit.Where(l => l.Start < end && l.End > start)];
        int[] cuts = [.. here.SelectMany(l => new[] { l.Start, l.End }).Where(c => c > start && c < end).Append(start).Append(end).Distinct().Order()];
        ImmutableArray<LitSegment>.Builder segments = ImmutableArray.CreateBuilder<LitSegment>();
        for (int i = 0; i + 1 < cuts.Length; i++) segments.Add(Segment(here, cuts[i], cuts[i + 1]));
        return segments.ToImmutable();
    }

    private LitSegment Segment(Lit[] here, int start, int end)
    {
        Lit[] covering = [.. here.Where(l => l.Start <= start && l.End >= end)];
        return new(
            _text[start..end],
            Numbers(covering.Where(l => l.Role == Role.Anchor)),
            Numbers(covering.Where(l => l.Role == Role.Shown)),
            Numbers(covering.Where(l => l.Role == Role.Part)),
            Numbers(covering.Where(l => l.Start == start && IsFirst(l))));
    }

    /// <summary>Whether this is where a record's main words begin: a finding's anchor, or the first of a statement's content.</summary>
    private bool IsFirst(Lit lit) => lit == _first.GetValueOrDefault(lit.Number);

    private static ImmutableArray<int> Numbers(IEnumerable<Lit> lit) => [.. lit.Select(l => l.Number).Distinct()];

    private sealed record Lit(int Number, Role Role, int Start, int End);
}
