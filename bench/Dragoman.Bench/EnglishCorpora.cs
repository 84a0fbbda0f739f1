using System.Collections.Immutable;
using Dragoman.Language;
using Dragoman.Language.Training;
using Dragoman.Language.Training.Neural;

namespace Dragoman.Bench;

/// <summary>
/// What the English model learns from, all of it under licences that allow any use. Trees: EWT, and of GUM the genres that are not
/// CC BY-NC-SA. Names: UNER on EWT's sentences, GUM's own entities, and wikigold.
/// </summary>
internal sealed class EnglishCorpora
{
    public const string Ewt = "UD_English-EWT";
    public const string Gum = "UD_English-GUM";
    public const string Uner = "ner/uner/UNER_English-EWT/en_ewt-ud-{0}.iob2";
    public const string UnerTraining = "train.2022-12-02-0c7ce0d";
    public const string Wikigold = "ner/wikigold/wikigold.conll.txt";

    private static readonly ImmutableArray<string> FreeGenres =
        ["academic", "bio", "conversation", "court", "interview", "news", "speech", "textbook", "vlog", "voyage"];

    private readonly Treebanks _treebanks;
    private readonly string _names;
    private readonly HashSet<string> _uncapitalised;
    private readonly IReadOnlySet<string> _titles;

    /// <param name="titles">Words before people's names that are no part of them.</param>
    /// <param name="names">The folder above <c>ner</c>; data that are missing there are left out, with a message.</param>
    public EnglishCorpora(Treebanks treebanks, string names, IReadOnlySet<string> titles)
    {
        _titles = titles;
        _treebanks = treebanks;
        _names = names;
        EwtTraining = treebanks.Read(Ewt, "train");
        GumTraining = [.. treebanks.Read(Gum, "train").Where(sentence => FreeGenres.Contains(Treebanks.GenreOf(sentence)))];
        _uncapitalised = [.. Trees.SelectMany(sentence => sentence.Words).Select(word => word.Form).Where(form => char.IsLower(form, 0))];
    }

    public ImmutableArray<ConlluSentence> EwtTraining { get; }

    public ImmutableArray<ConlluSentence> GumTraining { get; }

    /// <summary>All sentences with trees to learn from.</summary>
    public ImmutableArray<ConlluSentence> Trees => [.. EwtTraining, .. GumTraining];

    public IReadOnlyList<SourceSentence> Training() =>
        [.. WithUner(EwtTraining, UnerTraining), .. GumTraining.Select(FromGum), .. FromWikigold(), .. GapNames.Read(_names, _titles), .. MeantimeNames.Read(_names)];

    public IReadOnlyList<SourceSentence> Development() => WithUner(_treebanks.Read(Ewt, "dev"), "dev");

    /// <summary>UNER annotates people, organisations and places; whether another proper noun is a name of another kind it does not say.</summary>
    private IReadOnlyList<SourceSentence> WithUner(ImmutableArray<ConlluSentence> trees, string part)
    {
        Dictionary<string, NamedSentence> named = new(StringComparer.Ordinal);
        foreach (NamedSentence sentence in Read(string.Format(System.Globalization.CultureInfo.InvariantCulture, Uner, part), 1, 2))
            if (sentence.Id is not null) named[sentence.Id] = sentence;
        return [.. trees.Select(tree => new SourceSentence(Forms(tree), tree, MasksFromUner(tree, named.GetValueOrDefault(tree.Id ?? ""))))];
    }

    private ImmutableArray<uint> MasksFromUner(ConlluSentence tree, NamedSentence? named)
    {
        if (named is null || !named.Forms.SequenceEqual(Forms(tree))) return [];
        return NameMasks.Of(tree.Words.Length, WithGroups(tree, named.Names), AnnotatedName.Miscellaneous, word => tree.Words[word].Upos == nameof(Upos.PROPN));
    }

    private SourceSentence FromGum(ConlluSentence tree) =>
        new(Forms(tree), tree, NameMasks.Of(tree.Words.Length, WithGroups(tree, GumNames.Find(tree, _titles)), 0, _ => false));

    public int WikigoldSentences => Read(Wikigold, 0, 1).Length;

    private IEnumerable<SourceSentence> FromWikigold() => Read(Wikigold, 0, 1)
        .Select(sentence => new SourceSentence(sentence.Forms, null, NameMasks.Of(sentence.Forms.Length, sentence.Names, 0, _ => false)));

    /// <summary>
    /// Adds peoples and creeds, which neither data have: adjectives that are always capitalised, and proper nouns in the plural that are no part of a
    /// longer name.
    /// </summary>
    private IEnumerable<AnnotatedName> WithGroups(ConlluSentence tree, IReadOnlyList<AnnotatedName> names)
    {
        foreach (AnnotatedName name in names) yield return name;
        for (int i = 0; i < tree.Words.Length; i++)
        {
            ConlluRow word = tree.Words[i];
            bool plural = word.Upos == nameof(Upos.PROPN) && word.Feats.Contains("Number=Plur", StringComparison.Ordinal) && word.Deprel is not ("flat" or "compound");
            if (!(plural || word.Upos == nameof(Upos.ADJ)) || !IsAlwaysCapitalised(word.Form)) continue;
            if (!names.Any(name => name.First <= i && i < name.End)) yield return new(i, i + 1, AnnotatedName.Bit(NameType.Group));
        }
    }

    private bool IsAlwaysCapitalised(string form) =>
        form.Length > 2 && char.IsUpper(form[0]) && form.Skip(1).All(char.IsLower) && !_uncapitalised.Contains(char.ToLowerInvariant(form[0]) + form[1..]);

    private ImmutableArray<NamedSentence> Read(string file, int formColumn, int labelColumn)
    {
        string path = Path.Combine(_names, file);
        if (!File.Exists(path))
        {
            Console.Error.WriteLine($"{path} is missing; its names are left out");
            return [];
        }

        using StreamReader text = new(path);
        return NameReader.Read(text, formColumn, labelColumn);
    }

    private static ImmutableArray<string> Forms(ConlluSentence tree) => [.. tree.Words.Select(word => word.Form)];
}
