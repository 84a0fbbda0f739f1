using System.Collections.Immutable;
using Dragoman.Language.Neural;

namespace Dragoman.Language.Training.Neural;

/// <summary>A sentence before it is put in numbers: forms, perhaps a treebank's analysis, perhaps the name labels that the data allow.</summary>
internal sealed record SourceSentence(ImmutableArray<string> Forms, ConlluSentence? Tree, ImmutableArray<uint> Names);

/// <summary>The training sentences in numbers, with what the numbers stand for.</summary>
internal sealed class TrainingData
{
    private const int LeastForm = 2;
    private const int LeastOutline = 3;
    private const int LeastAffix = 3; // word types
    private const int LeastGram = 4; // word types
    private const int LeastScript = 2;

    private readonly WordFeatures _features;
    private readonly Dictionary<string, int> _typeOf = new(StringComparer.Ordinal);
    private readonly List<WordType> _types = [];

    private TrainingData(FeatureTables tables, LabelSets labels, Casing casing)
    {
        (Tables, Labels, Casing) = (tables, labels, casing);
        _features = new(casing);
    }

    public Casing Casing { get; }

    public FeatureTables Tables { get; }

    public LabelSets Labels { get; }

    public IReadOnlyList<WordType> Types => _types;

    /// <summary>Learns keys and labels from the sentences.</summary>
    /// <param name="lists">What is known of words beyond the sentences.</param>
    public static TrainingData From(IReadOnlyList<SourceSentence> sentences, WordLists lists, Casing casing)
    {
        IReadOnlyList<KeyValuePair<string, int>> forms = Counted(sentences.SelectMany(sentence => sentence.Forms));
        List<ConlluRow> words = [.. sentences.SelectMany(sentence => sentence.Tree?.Words ?? [])];
        LabelSets labels = new(
            Kept(words.Select(row => row.Xpos), 1),
            Kept(words.Select(row => row.Feats), 1),
            Kept(words.Select(row => EditScript.Between(row.Form, row.Lemma, casing).ToString()), LeastScript),
            Kept(words.Select(row => row.Deprel), 1));
        TrainingData data = new(CountKeys(forms, lists, casing), labels, casing);
        foreach ((string form, int count) in forms) data.Add(form, count);
        return data;
    }

    /// <summary>Puts a sentence in numbers; its words get types if they are new.</summary>
    public TrainingSentence Encode(SourceSentence sentence)
    {
        ImmutableArray<int> types = [.. sentence.Forms.Select(form => _typeOf.TryGetValue(form, out int type) ? type : Add(form, 0))];
        return new(types, sentence.Tree is { } tree ? Encode(tree) : null, sentence.Names);
    }

    private TrainingAnalysis Encode(ConlluSentence tree) => new(
        [
            [.. tree.Words.Select(row => Enum.TryParse(row.Upos, out Upos upos) ? (int)upos : -1)],
            [.. tree.Words.Select(row => Labels.Xpos.IndexOf(row.Xpos))],
            [.. tree.Words.Select(row => Labels.Feats.IndexOf(row.Feats))],
            [.. tree.Words.Select(row => Labels.Scripts.IndexOf(EditScript.Between(row.Form, row.Lemma, Casing).ToString()))],
        ],
        [.. tree.Words.Select(row => row.Head)],
        [.. tree.Words.Select(row => Labels.Relations.IndexOf(row.Deprel))]);

    private int Add(string form, int count)
    {
        _features.Read(form);
        _types.Add(new(
            Tables.Forms[_features.Form],
            Tables.Outlines[_features.Outline],
            Known(Tables.Affixes, _features.Affixes),
            Known(Tables.Grams, _features.Grams),
            ListRows(Tables.Lists[_features.Form]),
            count,
            char.IsUpper(form, 0)));
        _typeOf.Add(form, _types.Count - 1);
        return _types.Count - 1;
    }

    private static ImmutableArray<int> ListRows(int lists) => [.. Enumerable.Range(0, WordLists.Kinds).Where(kind => (lists >> kind & 1) != 0).Select(kind => kind + 1)];

    private static ImmutableArray<int> Known(KeyTable table, ReadOnlySpan<uint> keys)
    {
        ImmutableArray<int>.Builder rows = ImmutableArray.CreateBuilder<int>();
        foreach (uint key in keys)
            if (table[key] is > 0 and int row) rows.Add(row);
        return rows.ToImmutable();
    }

    private static FeatureTables CountKeys(IReadOnlyList<KeyValuePair<string, int>> forms, WordLists lists, Casing casing)
    {
        WordFeatures features = new(casing);
        Dictionary<uint, int> formKeys = [];
        Dictionary<uint, int> affixes = [];
        Dictionary<uint, int> grams = [];
        Dictionary<uint, int> outlines = [];
        foreach ((string form, int count) in forms)
        {
            features.Read(form);
            Count(formKeys, features.Form, count);
            Count(outlines, features.Outline, count);
            foreach (uint key in features.Affixes) Count(affixes, key, 1);
            foreach (uint key in features.Grams) Count(grams, key, 1);
        }

        return new(Table(formKeys, LeastForm), Table(affixes, LeastAffix), Table(grams, LeastGram), Table(outlines, LeastOutline), lists);
    }

    private static void Count(Dictionary<uint, int> counts, uint key, int count) => counts[key] = counts.GetValueOrDefault(key) + count;

    private static KeyTable Table(Dictionary<uint, int> counts, int least) =>
        new([.. counts.Where(pair => pair.Value >= least).Select(pair => pair.Key).Order()]);

    private static ImmutableArray<string> Kept(IEnumerable<string> labels, int least) =>
        [.. Counted(labels).Where(pair => pair.Value >= least).Select(pair => pair.Key)];

    /// <summary>What occurs, with its number; the most frequent first, then in ordinal order.</summary>
    private static IReadOnlyList<KeyValuePair<string, int>> Counted(IEnumerable<string> items)
    {
        Dictionary<string, int> counts = new(StringComparer.Ordinal);
        foreach (string item in items) counts[item] = counts.GetValueOrDefault(item) + 1;
        return [.. counts.OrderByDescending(pair => pair.Value).ThenBy(pair => pair.Key, StringComparer.Ordinal)];
    }
}
