using System.Collections.Frozen;
using System.Collections.Immutable;
using Dragoman.Language.Packs;

namespace Dragoman.Reading.Attributions;

/// <summary>The cues of a language, from <c>lang/&lt;language&gt;/cues.tsv</c>, by the lemma of their head.</summary>
public sealed class CueLexicon
{
    private static readonly string[] Header = ["cue", "pos", "kind", "takes"];

    private static readonly FrozenDictionary<string, Takes> Codes = new Dictionary<string, Takes>
    {
        ["clause"] = Takes.Clause,
        ["quote"] = Takes.Quote,
        ["aside"] = Takes.Aside,
        ["inf"] = Takes.Infinitive,
        ["ing"] = Takes.Gerund,
        ["obj"] = Takes.Nominal,
        ["claim"] = Takes.Claim,
        ["finding"] = Takes.Finding,
        ["hearer"] = Takes.Hearer,
        ["source"] = Takes.Source,
    }.ToFrozenDictionary();

    private const int ShortestGuessed = 4; // letters; below, one more or less makes another word

    private readonly FrozenDictionary<string, ImmutableArray<CuePattern>> _byHead;
    private readonly FrozenDictionary<string, ImmutableArray<CuePattern>> _byClipped; // by the head without its last letter

    private CueLexicon(IEnumerable<CuePattern> patterns)
    {
        // Upper case is how wire services wrote, and how headings still do: the lemma of SAID may be SAID.
        _byHead = patterns.GroupBy(pattern => pattern.Words[0], StringComparer.OrdinalIgnoreCase)
            .ToFrozenDictionary(group => group.Key, group => group.OrderByDescending(p => p.Words.Length).ToImmutableArray(), StringComparer.OrdinalIgnoreCase);
        _byClipped = _byHead.Where(pair => pair.Key.Length > ShortestGuessed).GroupBy(pair => pair.Key[..^1], StringComparer.OrdinalIgnoreCase)
            .ToFrozenDictionary(group => group.Key, group => group.First().Value, StringComparer.OrdinalIgnoreCase);
    }

    /// <summary>The number of cues.</summary>
    public int Count => _byHead.Values.Sum(patterns => patterns.Length);

    /// <summary>The cues that start with this lemma, those of most words first.</summary>
    public ImmutableArray<CuePattern> StartingWith(string lemma) => _byHead.TryGetValue(lemma, out ImmutableArray<CuePattern> patterns) ? patterns : [];

    /// <summary>
    /// The cues of a verb that is in the list but for its last letter: the lemma of an inflected form that the lemmatizer never met may have lost or kept
    /// one ("blam", "slamm").
    /// </summary>
    public ImmutableArray<CuePattern> NearVerb(string lemma)
    {
        if (lemma.Length < ShortestGuessed) return [];
        if (StartingWith(lemma[..^1]) is { IsEmpty: false } shorter) return shorter;
        return _byClipped.TryGetValue(lemma, out ImmutableArray<CuePattern> longer) ? longer : [];
    }

    /// <summary>Whether the lemma is a noun of saying or thinking by itself.</summary>
    public bool IsNoun(string lemma) => StartingWith(lemma).Any(pattern => pattern.Class == CueClass.Noun && pattern.Words.Length == 1);

    /// <summary>Loads the list; every fault goes to <paramref name="problems"/>, and its line is left out.</summary>
    public static CueLexicon Load(DataFolder data, string language, Problems problems)
    {
        List<CuePattern> patterns = [];
        HashSet<(string, string)> seen = [];
        foreach (TsvRow row in Tsv.Read(data, $"lang/{language}/cues.tsv", Header, problems))
        {
            if (!seen.Add((row[0], row[1]))) Report(row, 0, "DG1034", $"the cue '{row[0]}' stands here twice", problems);
            else if (Parse(row, language, problems) is { } pattern) patterns.Add(pattern);
        }

        return new(patterns);
    }

    private static CuePattern? Parse(TsvRow row, string language, Problems problems)
    {
        bool isSpeech = row[2] == "speech";
        if (!isSpeech && row[2] != "attitude") return Report(row, 2, "DG1032", $"'{row[2]}' is no kind of cue; known: speech, attitude", problems);
        CueClass? named = row[1] switch { "verb" => CueClass.Verb, "noun" => CueClass.Noun, "adj" => CueClass.Adj, "prep" => CueClass.Prep, _ => null };
        if (named is not { } cueClass) return Report(row, 1, "DG1032", $"'{row[1]}' is no part of speech here; known: verb, noun, adj, prep", problems);
        Takes takes = Takes.None;
        List<PairedComplement> pairs = [];
        List<string> prepositions = [];
        foreach (string code in row[3].Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            int plus = code.IndexOf('+', StringComparison.Ordinal);
            string first = plus < 0 ? code : code[..plus];
            if (plus == 0 && code.Length > 1) prepositions.Add(code[1..]);
            else if (plus > 0 && plus + 1 < code.Length && first is "obj" or "hearer" or "source" && plus > 0) pairs.Add(new(first != "obj", code[(plus + 1)..]));
            else if (plus < 0 && Codes.TryGetValue(code, out Takes flag)) takes |= flag;
            else return Report(row, 3, "DG1033", $"unknown code '{code}'" + Suggest(code), problems);
            if (first == "source") takes |= Takes.Source;
        }

        return new CuePattern
        {
            Words = [.. row[0].Split(' ', StringSplitOptions.RemoveEmptyEntries)],
            Class = cueClass,
            IsSpeech = isSpeech,
            Takes = takes,
            Pairs = [.. pairs],
            Prepositions = [.. prepositions],
            Rule = $"{language}/cues.tsv#{row[0].Replace(' ', '-')}",
        };
    }

    private static string Suggest(string code) => Nearest.To(code, Codes.Keys) is { } near ? $"; did you mean '{near}'?" : "";

    private static CuePattern? Report(TsvRow row, int cell, string code, string message, Problems problems)
    {
        problems.Add(row.File, row.Line, row.ColumnOf(cell), code, message);
        return null;
    }
}
