using System.Collections.Immutable;
using Dragoman.Language;
using Dragoman.Language.Packs;
using Dragoman.Language.Training;
using Dragoman.Language.Training.Neural;

namespace Dragoman.Bench;

/// <summary>The data that the neural model of English learns from and is measured on, all under open licences.</summary>
/// <remarks>
/// Trees: EWT, and of GUM the genres without a non-commercial licence. Names: UNER (on EWT's sentences), GUM's entities, wikigold.
/// </remarks>
internal sealed class NeuralCorpora
{
    private static readonly string[] OpenGenres = ["academic", "bio", "conversation", "court", "interview", "news", "speech", "textbook", "vlog", "voyage"];

    private readonly string _folder;
    private readonly Problems _problems = new();
    private readonly HashSet<string> _lowercase = new(StringComparer.Ordinal);

    /// <param name="folder">Holds <c>ud/</c> and <c>ner/</c>.</param>
    public NeuralCorpora(string folder) => _folder = folder;

    public IReadOnlyList<SourceSentence> Training()
    {
        ImmutableArray<ConlluSentence> ewt = Treebank("UD_English-EWT/en_ewt-ud-train.conllu");
        ImmutableArray<ConlluSentence> gum = Gum("train");
        foreach (string form in ewt.Concat(gum).SelectMany(sentence => sentence.Words).Select(word => word.Form))
            if (char.IsLower(form, 0)) _lowercase.Add(form);
        return
        [
            .. WithUner(ewt, "train.2022-12-02-0c7ce0d"), .. gum.Select(FromGum), .. Columns("ner/wikigold/wikigold.conll.txt"),
        ];
    }

    public IReadOnlyList<SourceSentence> EwtDevelopment() => WithUner(Treebank("UD_English-EWT/en_ewt-ud-dev.conllu"), "dev");

    public IReadOnlyList<SourceSentence> EwtTest() => WithUner(Treebank("UD_English-EWT/en_ewt-ud-test.conllu"), "test");

    /// <summary>GUM's development sentences by genre, the non-commercial ones too: they are measured, not learnt.</summary>
    public IReadOnlyList<(string Genre, IReadOnlyList<SourceSentence> Sentences)> GumDevelopment() =>
        [.. Treebank("UD_English-GUM/en_gum-ud-dev.conllu").GroupBy(GenreOf).OrderBy(group => group.Key, StringComparer.Ordinal)
            .Select(group => (group.Key, (IReadOnlyList<SourceSentence>)[.. group.Select(FromGum)]))];

    private ImmutableArray<ConlluSentence> Gum(string part) =>
        [.. Treebank($"UD_English-GUM/en_gum-ud-{part}.conllu").Where(sentence => OpenGenres.Contains(GenreOf(sentence)))];

    private static string GenreOf(ConlluSentence sentence) => sentence.Id?.Split('_') is [_, string genre, ..] ? genre : "";

    private ImmutableArray<ConlluSentence> Treebank(string file)
    {
        ImmutableArray<ConlluSentence> sentences = ConlluReader.ReadFile(Path.Combine(_folder, "ud/en", file), _problems);
        _problems.ThrowIfAny();
        return sentences;
    }

    /// <summary>UNER annotates people, organisations and places; of the rest it says nothing.</summary>
    private IReadOnlyList<SourceSentence> WithUner(ImmutableArray<ConlluSentence> trees, string part)
    {
        using StreamReader text = new(Path.Combine(_folder, $"ner/uner/UNER_English-EWT/en_ewt-ud-{part}.iob2"));
        Dictionary<string, NamedSentence> names = new(StringComparer.Ordinal);
        foreach (NamedSentence sentence in NameReader.Read(text, 1, 2))
            if (sentence.Id is not null) names[sentence.Id] = sentence;
        return [.. trees.Select(tree => new SourceSentence(
            Forms(tree), tree, names.GetValueOrDefault(tree.Id ?? "") is { } named && named.Forms.SequenceEqual(Forms(tree)) ? Masks(tree, named.Names) : []))];
    }

    private ImmutableArray<uint> Masks(ConlluSentence tree, ImmutableArray<AnnotatedName> names)
    {
        bool Inside(int word) => names.Any(name => name.First <= word && word < name.End);
        IEnumerable<AnnotatedName> groups = Groups(tree).Where(name => !Inside(name.First));
        return NameMasks.Of(tree.Words.Length, [.. names, .. groups], AnnotatedName.Miscellaneous, word => tree.Words[word].Upos == "PROPN");
    }

    private SourceSentence FromGum(ConlluSentence tree)
    {
        IReadOnlyList<AnnotatedName> names = GumNames.Find(tree);
        IEnumerable<AnnotatedName> groups = Groups(tree).Where(group => !names.Any(name => name.First <= group.First && group.First < name.End));
        return new(Forms(tree), tree, NameMasks.Of(tree.Words.Length, [.. names, .. groups], 0, _ => false));
    }

    /// <summary>Peoples and creeds: adjectives that are always capitalised, and proper nouns in the plural.</summary>
    private IEnumerable<AnnotatedName> Groups(ConlluSentence tree)
    {
        for (int i = 0; i < tree.Words.Length; i++)
        {
            ConlluRow word = tree.Words[i];
            bool plural = word.Upos == "PROPN" && word.Feats.Contains("Number=Plur", StringComparison.Ordinal) && word.Deprel is not ("flat" or "compound");
            if (!plural && word.Upos != "ADJ") continue;
            bool capitalised = word.Form.Length > 2 && char.IsUpper(word.Form[0]) && word.Form.Skip(1).All(char.IsLower);
            if (capitalised && !_lowercase.Contains(char.ToLowerInvariant(word.Form[0]) + word.Form[1..])) yield return new(i, i + 1, AnnotatedName.Bit(NameType.Group));
        }
    }

    private IEnumerable<SourceSentence> Columns(string file)
    {
        using StreamReader text = new(Path.Combine(_folder, file));
        return [.. NameReader.Read(text, 0, 1).Select(sentence =>
            new SourceSentence(sentence.Forms, null, NameMasks.Of(sentence.Forms.Length, sentence.Names, 0, _ => false)))];
    }

    private static ImmutableArray<string> Forms(ConlluSentence tree) => [.. tree.Words.Select(word => word.Form)];
}
