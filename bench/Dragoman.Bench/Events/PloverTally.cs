using System.Collections.Immutable;
using System.Globalization;
using Dragoman.Language;
using Dragoman.Reading.Events;

namespace Dragoman.Bench.Events;

/// <summary>Counts hits and misses by root type and by quad class.</summary>
internal sealed class PloverTally
{
    private const string Joined = "YIELD";

    private static readonly string[] Quads = ["verbal-cooperation", "material-cooperation", "verbal-conflict", "material-conflict"];

    private readonly SortedDictionary<string, (int Hit, int System, int Gold)> _roots = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, (int Hit, int System, int Gold)> _quads = new(StringComparer.Ordinal);
    private int _sentences;
    private int _first;
    private int _source;
    private int _target;
    private int _targets;

    public List<string> Errors { get; } = [];

    public void Add(PloverSentence sentence, AnnotatedDocument text, IReadOnlyList<EventCode> events)
    {
        _sentences++;
        EventCode? chosen = events.OrderByDescending(e => Fit(sentence, text, e)).FirstOrDefault();
        string? root = NameOf(chosen);
        string gold = Join(sentence.Root);
        string? goldQuad = sentence.Quad is >= 1 and <= 4 ? Quads[sentence.Quad - 1] : null;
        Count(_roots, root, gold);
        Count(_quads, chosen?.Root.Quad, goldQuad);
        if (NameOf(events.Count > 0 ? events[0] : null) == gold) _first++;
        if (chosen is not null && Touches(text, chosen.Sources, sentence.Source)) _source++;
        if (sentence.Target is not null) _targets++;
        if (chosen is not null && Touches(text, chosen.Targets, sentence.Target)) _target++;
        string anchor = chosen is null ? "" : $"{text.Document[chosen.Anchor]} ({chosen.Rule[(chosen.Rule.IndexOf('#', StringComparison.Ordinal) + 1)..]})";
        if (root != gold) Errors.Add($"{gold}\t{root ?? "-"}\t{anchor}\t{sentence.Text}");
    }

    public string Table()
    {
        List<string> rows =
        [
            Line($"| measure | value |"), "| --- | ---: |",
            Line($"| sentences | {_sentences} |"),
            Line($"| root, macro-F1 | {_roots.Values.Where(c => c.Gold > 0).Average(F1):0.000} |"),
            Line($"| root, accuracy | {Share(_roots)} |"),
            Line($"| quad class, macro-F1 | {_quads.Values.Where(c => c.Gold > 0).Average(F1):0.000} |"),
            Line($"| quad class, accuracy | {Share(_quads)} |"),
            Line($"| root of the first event, whatever the marked pair, accuracy | {(double)_first / Math.Max(1, _sentences):0.000} |"),
            Line($"| source found | {(double)_source / Math.Max(1, _sentences):0.000} |"),
            Line($"| target found | {(double)_target / Math.Max(1, _targets):0.000} |"),
            "", "| class | P | R | F1 | system | gold |", "| --- | ---: | ---: | ---: | ---: | ---: |",
        ];
        foreach ((string name, (int hit, int system, int gold) counts) in _roots.Concat(_quads))
            rows.Add(Line($"| {name} | {(double)counts.hit / Math.Max(1, counts.system):0.000} | {(double)counts.hit / Math.Max(1, counts.gold):0.000} | {F1(counts):0.000} | {counts.system} | {counts.gold} |"));
        return string.Join('\n', rows) + "\n";
    }

    private static string Line(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);

    private string Share(SortedDictionary<string, (int Hit, int System, int Gold)> counts) =>
        ((double)counts.Values.Sum(c => c.Hit) / Math.Max(1, _sentences)).ToString("0.000", CultureInfo.InvariantCulture);

    private static double F1((int Hit, int System, int Gold) counts) => 2.0 * counts.Hit / Math.Max(1, counts.System + counts.Gold);

    private static string? NameOf(EventCode? code) => code is null ? null : Join(code.Root.Name);

    private static string Join(string root) => root is "CONCEDE" or "RETREAT" ? Joined : root;

    private static int Fit(PloverSentence sentence, AnnotatedDocument text, EventCode code) =>
        (Touches(text, code.Sources, sentence.Source) ? 2 : 0) + (Touches(text, code.Targets, sentence.Target) ? 2 : sentence.Target is { } target && code.Evidence.Overlaps(target) ? 1 : 0);

    private static bool Touches(AnnotatedDocument text, ImmutableArray<int> heads, TextSpan? marked) => marked is { } span && heads.Any(head =>
    {
        (int first, int end) = text.Subtree(head);
        return text.Tokens[head].Span.Overlaps(span) || text.SpanOf(first, end).Contains(span);
    });

    private static void Count(SortedDictionary<string, (int Hit, int System, int Gold)> counts, string? system, string? gold)
    {
        if (system is not null) counts[system] = counts.GetValueOrDefault(system) is var s ? (s.Hit + (system == gold ? 1 : 0), s.System + 1, s.Gold) : default;
        if (gold is not null) counts[gold] = counts.GetValueOrDefault(gold) is var g ? (g.Hit, g.System, g.Gold + 1) : default;
    }
}
