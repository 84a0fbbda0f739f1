using System.Collections.Immutable;
using Dragoman.Language;
using Dragoman.Language.Neural;

namespace Dragoman.Bench;

/// <summary>
/// Names by lists and capitals alone, to tell what the network adds: runs of capitalised words, titles taken off, of the type that the lists know most
/// of their words as.
/// </summary>
internal sealed class ListedNames
{
    private readonly WordLists _lists;
    private readonly WordFeatures _features = new(Casing.Plain);

    public ListedNames(WordLists lists) => _lists = lists;

    public IEnumerable<Name> Find(AnnotatedDocument document)
    {
        foreach (Sentence sentence in document.Sentences)
        {
            for (int i = sentence.First; i < sentence.End; i++)
            {
                if (!char.IsUpper(document.Tokens[i].Form, 0)) continue;
                int end = i + 1;
                while (end < sentence.End && char.IsUpper(document.Tokens[end].Form, 0)) end++;
                int first = i;
                while (first < end && Has(document.Tokens[first].Form, WordListKind.Title)) first++;
                if (first < end && TypeOf(document, first, end, first == sentence.First) is { } type) yield return new(first, end, type);
                i = end;
            }
        }
    }

    private NameType? TypeOf(AnnotatedDocument document, int first, int end, bool opensSentence)
    {
        ImmutableArray<string> forms = [.. Enumerable.Range(first, end - first).Select(t => document.Tokens[t].Form)];
        if (forms.All(form => Has(form, WordListKind.OfState) || Has(form, WordListKind.People))) return NameType.Group;
        if (forms.All(form => Has(form, WordListKind.State, WordListKind.PartOfState))) return NameType.Place;
        if (forms.Any(form => Has(form, WordListKind.Body)) || (!opensSentence && forms.All(form => Has(form, WordListKind.Organisation)))) return NameType.Organisation;
        int people = forms.Count(form => Has(form, WordListKind.Given, WordListKind.Surname));
        int towns = forms.Count(form => Has(form, WordListKind.Town, WordListKind.PartOfTown));
        if (people == 0 && towns == 0) return opensSentence && forms.Length == 1 ? null : forms.Length > 1 ? NameType.Organisation : NameType.Other;
        return towns > people || (towns == people && forms.Length == 1) ? NameType.Place : NameType.Person;
    }

    private bool Has(string form, params ReadOnlySpan<WordListKind> kinds)
    {
        _features.Read(form.AsSpan().TrimEnd('.'));
        int lists = _lists[_features.Form];
        foreach (WordListKind kind in kinds)
            if ((lists >> (int)kind & 1) != 0) return true;
        return false;
    }
}
