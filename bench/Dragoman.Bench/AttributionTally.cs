using System.Globalization;

namespace Dragoman.Bench;

/// <summary>An attribution reduced to what is compared: the offsets of the letters and digits of its content, and the span of its source.</summary>
/// <param name="Content">Ascending; without complementizers, quotation marks and other punctuation, on which annotation schemes differ.</param>
/// <param name="Source">Offset of the first and after the last letter of the source, or null.</param>
/// <param name="IsSpeech">Whether its cue is a reporting verb of the list.</param>
/// <param name="Note">What an error listing shows.</param>
internal sealed record ComparedAttribution(int[] Content, (int Start, int End)? Source, bool IsSpeech, string Note)
{
    /// <summary>Intersection over union of the two contents.</summary>
    public double Overlap(ComparedAttribution other)
    {
        int shared = Shared(Content, other.Content);
        int all = Content.Length + other.Content.Length - shared;
        return all == 0 ? 0 : (double)shared / all;
    }

    /// <summary>Whether both name no source, or the words of the two share a part.</summary>
    public bool SameSource(ComparedAttribution other) =>
        Source is { } mine && other.Source is { } theirs ? mine.Start < theirs.End && theirs.Start < mine.End : Source is null && other.Source is null;

    public static int Shared(int[] one, int[] other)
    {
        int shared = 0;
        for (int i = 0, j = 0; i < one.Length && j < other.Length;)
        {
            if (one[i] == other[j]) shared++;
            if (one[i] <= other[j]) i++;
            else j++;
        }

        return shared;
    }
}

/// <summary>Counts over documents what was found of the attributions that were annotated.</summary>
internal sealed class AttributionTally
{
    private readonly SortedDictionary<string, (int Hit, int System, int Gold)> _counts = new(StringComparer.Ordinal);

    /// <summary>A line for each annotated attribution that was missed and each found one that was not annotated.</summary>
    public List<string> Errors { get; } = [];

    public void Add(string document, IReadOnlyList<ComparedAttribution> system, IReadOnlyList<ComparedAttribution> gold)
    {
        AddPairs("1 found (> .3)", 0.3, document, system, gold, static (_, _) => true, list: true);
        AddPairs("2 found (> .8)", 0.8, document, system, gold, static (_, _) => true, list: false);
        AddPairs("3 exact content", 0.999999, document, system, gold, static (_, _) => true, list: false);
        AddPairs("4 exact, right source", 0.999999, document, system, gold, static (s, g) => s.SameSource(g), list: false);
        int[] systemCharacters = [.. system.SelectMany(s => s.Content).Distinct().Order()];
        int[] goldCharacters = [.. gold.SelectMany(g => g.Content).Distinct().Order()];
        Count("5 content by character", ComparedAttribution.Shared(systemCharacters, goldCharacters), systemCharacters.Length, goldCharacters.Length);
        ComparedAttribution[] speech = [.. gold.Where(g => g.IsSpeech)];
        Count("6 speech cues (recall)", Pairs(0.3, system, speech).Count, speech.Length, speech.Length);
    }

    /// <summary>Measure, precision, recall, F1 and counts, a row each, as a Markdown table.</summary>
    public string Table()
    {
        List<string> rows = ["| measure | P | R | F1 | hits | system | gold |", "| --- | ---: | ---: | ---: | ---: | ---: | ---: |"];
        foreach ((string name, (int hit, int system, int gold)) in _counts)
        {
            double precision = system == 0 ? 0 : (double)hit / system;
            double recall = gold == 0 ? 0 : (double)hit / gold;
            double f1 = precision + recall == 0 ? 0 : 2 * precision * recall / (precision + recall);
            rows.Add(string.Create(CultureInfo.InvariantCulture, $"| {name[2..]} | {precision:0.000} | {recall:0.000} | {f1:0.000} | {hit} | {system} | {gold} |"));
        }

        return string.Join('\n', rows) + "\n";
    }

    private void AddPairs(
        string name, double least, string document, IReadOnlyList<ComparedAttribution> system, IReadOnlyList<ComparedAttribution> gold,
        Func<ComparedAttribution, ComparedAttribution, bool> fits, bool list)
    {
        List<(int System, int Gold)> pairs = Pairs(least, system, gold);
        Count(name, pairs.Count(pair => fits(system[pair.System], gold[pair.Gold])), system.Count, gold.Count);
        if (!list) return;
        HashSet<int> foundSystem = [.. pairs.Select(pair => pair.System)];
        HashSet<int> foundGold = [.. pairs.Select(pair => pair.Gold)];
        foreach ((int s, int g) in pairs)
        {
            string kind = system[s].Overlap(gold[g]) > least && system[s].Content.SequenceEqual(gold[g].Content) ? (system[s].SameSource(gold[g]) ? "right" : "source") : "inexact";
            Errors.Add($"{kind}\t{document}\t{system[s].Note}\t{gold[g].Note}");
        }

        for (int s = 0; s < system.Count; s++)
            if (!foundSystem.Contains(s)) Errors.Add($"spurious\t{document}\t{system[s].Note}");
        for (int g = 0; g < gold.Count; g++)
            if (!foundGold.Contains(g)) Errors.Add($"missed{(gold[g].IsSpeech ? " speech" : "")}\t{document}\t{gold[g].Note}");
    }

    /// <summary>One to one, best overlap first.</summary>
    private static List<(int System, int Gold)> Pairs(double least, IReadOnlyList<ComparedAttribution> system, IReadOnlyList<ComparedAttribution> gold)
    {
        List<(double Overlap, int System, int Gold)> candidates = [];
        for (int s = 0; s < system.Count; s++)
        {
            for (int g = 0; g < gold.Count; g++)
                if (system[s].Overlap(gold[g]) is var overlap && overlap > least) candidates.Add((overlap, s, g));
        }

        List<(int, int)> pairs = [];
        HashSet<int> usedSystem = [];
        HashSet<int> usedGold = [];
        foreach ((double _, int s, int g) in candidates.OrderByDescending(c => c.Overlap).ThenBy(c => c.System).ThenBy(c => c.Gold))
            if (!usedSystem.Contains(s) && !usedGold.Contains(g) && usedSystem.Add(s) && usedGold.Add(g)) pairs.Add((s, g));
        return pairs;
    }

    private void Count(string name, int hit, int system, int gold)
    {
        (int Hit, int System, int Gold) before = _counts.GetValueOrDefault(name);
        _counts[name] = (before.Hit + hit, before.System + system, before.Gold + gold);
    }
}
