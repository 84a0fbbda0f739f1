using System.Collections.Immutable;
using System.Globalization;
using Dragoman.Language.Tokenizing;

namespace Dragoman.Language.Neural;

/// <summary>
/// Makes names of the labels of a document's words. What every corpus of names agrees on is seen to here: a title before a person's name is no part
/// of it and no name by itself, and a name goes on over a hyphen, at which treebanks cut.
/// </summary>
internal sealed class NameCollector
{
    private const int Titled = 1 << (int)WordListKind.Title;
    private const int Human = 1 << (int)WordListKind.Person;
    private const int Naming = (1 << (int)WordListKind.Given) | (1 << (int)WordListKind.Surname);

    private readonly WordLists _lists;
    private readonly WordFeatures _features;

    public NameCollector(WordLists lists, Casing casing)
    {
        _lists = lists;
        _features = new(casing);
    }

    /// <param name="words">Where the words stand in the text.</param>
    /// <returns>Disjoint, in text order, each within a sentence.</returns>
    public ImmutableArray<Name> Collect(ReadOnlySpan<RawToken> words, ReadOnlySpan<string> forms, ReadOnlySpan<WordAnalysis> analyses, ImmutableArray<Sentence> sentences)
    {
        ImmutableArray<Name>.Builder names = ImmutableArray.CreateBuilder<Name>();
        foreach (Sentence sentence in sentences)
        {
            int earliest = sentence.First;
            for (int i = sentence.First; i < sentence.End; i++)
            {
                int label = analyses[i].Name;
                if (label == NameLabels.Outside) continue;
                int end = EndOf(analyses, i, sentence.End);
                Name name = OverHyphens(new(i, end, NameLabels.TypeOf(label)), words, analyses, earliest, sentence.End);
                if (WithoutTitles(name, forms) is { } kept) names.Add(kept);
                i = name.End - 1;
                earliest = name.End;
            }
        }

        return names.ToImmutable();
    }

    private static int EndOf(ReadOnlySpan<WordAnalysis> analyses, int first, int sentenceEnd)
    {
        int end = first;
        while (end < sentenceEnd && !NameLabels.MayEnd(analyses[end].Name)) end++;
        return Math.Min(end + 1, sentenceEnd);
    }

    private static Name OverHyphens(Name name, ReadOnlySpan<RawToken> words, ReadOnlySpan<WordAnalysis> analyses, int earliest, int sentenceEnd)
    {
        int end = name.End;
        while (end + 1 < sentenceEnd && IsHyphen(analyses, words, end) && GoesOn(name, analyses, end + 1))
            end = analyses[end + 1].Name == NameLabels.Outside ? end + 2 : EndOf(analyses, end + 1, sentenceEnd);
        int first = name.First;
        while (first - 2 >= earliest && IsHyphen(analyses, words, first - 1) && analyses[first - 2] is { Upos: Upos.PROPN, Name: NameLabels.Outside }) first -= 2;
        return new(first, end, name.Type);
    }

    /// <summary>A proper noun that is in no name, or in a person's as this one is: <c>Costa-Gavras</c>, but not <c>Norland-Sudria</c>.</summary>
    private static bool GoesOn(Name name, ReadOnlySpan<WordAnalysis> analyses, int word)
    {
        int label = analyses[word].Name;
        return analyses[word].Upos == Upos.PROPN && (label == NameLabels.Outside || (name.Type == NameType.Person && NameLabels.TypeOf(label) == NameType.Person));
    }

    /// <summary>Whether a word is a dash without white space on either side.</summary>
    private static bool IsHyphen(ReadOnlySpan<WordAnalysis> analyses, ReadOnlySpan<RawToken> words, int word) =>
        analyses[word] is { Upos: Upos.PUNCT, Lemma.Length: 1 } && char.GetUnicodeCategory(analyses[word].Lemma[0]) == UnicodeCategory.DashPunctuation
        && words[word - 1].End == words[word].Start && words[word + 1].Start == words[word].End;

    /// <summary>The name from its first word that is no title; null if there is none.</summary>
    private Name? WithoutTitles(Name name, ReadOnlySpan<string> forms)
    {
        int first = name.First;
        while (first < name.End && (ListsOf(forms[first]) & Titled) != 0) first++;
        if (first == name.First) return name;
        if (first == name.End && IsOffice(name, forms)) return null;
        return name.Type == NameType.Person && first < name.End ? name with { First = first } : name;
    }

    /// <summary>Whether words that are all titles make no name: their last means a person (<c>Prime Minister</c>), and it is no given name or surname alone.</summary>
    private bool IsOffice(Name name, ReadOnlySpan<string> forms)
    {
        int last = ListsOf(forms[name.End - 1]);
        return (name.Type == NameType.Person || (last & Human) != 0) && (name.End > name.First + 1 || (last & Naming) == 0);
    }

    private int ListsOf(string form)
    {
        _features.Read(form.AsSpan().TrimEnd('.'));
        return _lists[_features.Form];
    }
}
