using System.Collections.Immutable;
using Dragoman.Language;
using Dragoman.Language.Neural;
using Dragoman.Language.Training.Neural;

namespace Dragoman.Bench;

/// <summary>
/// People in Wikipedia's paragraphs as GAP marks them: the two names that a pronoun may stand for, wherever they occur. Of other capitalised words
/// the data say nothing; words in lower case between them are in no name.
/// </summary>
internal static class GapNames
{
    public const string File = "coref/gap/gap-development.tsv";
    private const int TextColumn = 1;
    private static readonly ImmutableArray<int> NameColumns = [4, 7];

    public static IEnumerable<SourceSentence> Read(string folder, IReadOnlySet<string> titles)
    {
        string path = Path.Combine(folder, File);
        if (!System.IO.File.Exists(path)) yield break;
        foreach (string[] cells in System.IO.File.ReadLines(path).Skip(1).Select(line => line.Split('\t')))
        {
            ImmutableArray<ImmutableArray<string>> names = [.. NameColumns.Select(column => WithoutTitles(Words(cells[column]), titles)).Where(name => name.Length > 0 && name.All(word => char.IsUpper(word, 0)))];
            foreach (string sentence in cells[TextColumn].Split(". "))
            {
                ImmutableArray<string> forms = Words(sentence + " .");
                ImmutableArray<uint> masks = Masks(forms, names);
                if (masks.Any(mask => mask != 0 && mask != 1u << NameLabels.Outside)) yield return new(forms, null, masks);
            }
        }
    }

    private static ImmutableArray<uint> Masks(ImmutableArray<string> forms, ImmutableArray<ImmutableArray<string>> names)
    {
        uint[] masks = [.. forms.Select((form, i) => char.IsUpper(form, 0) || IsBetweenCapitals(forms, i) ? 0 : 1u << NameLabels.Outside)];
        foreach (ImmutableArray<string> name in names)
        {
            for (int i = 0; i + name.Length <= forms.Length; i++)
            {
                if (forms.AsSpan(i, name.Length).SequenceEqual(name.AsSpan()) && !IsName(forms, i - 1) && !IsName(forms, i + name.Length)) Mark(masks, i, name.Length);
            }
        }

        return [.. masks];
    }

    private static void Mark(uint[] masks, int first, int length)
    {
        for (int i = 0; i < length; i++) masks[first + i] = 1u << NameLabels.Of(NameType.Person, i, length);
    }

    private static ImmutableArray<string> WithoutTitles(ImmutableArray<string> name, IReadOnlySet<string> titles) =>
        [.. name.SkipWhile(word => titles.Contains(Casing.Plain.Fold(word).TrimEnd('.')))];

    private static bool IsBetweenCapitals(ImmutableArray<string> forms, int i) => IsName(forms, i - 1) && IsName(forms, i + 1);

    private static bool IsName(ImmutableArray<string> forms, int i) => i >= 0 && i < forms.Length && char.IsUpper(forms[i], 0);

    /// <summary>A plain cut into words is enough for names: punctuation and the genitive stand alone.</summary>
    private static ImmutableArray<string> Words(string text)
    {
        List<string> words = [];
        foreach (string part in text.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            string word = part.Trim('(', '"', '`', '*');
            int end = word.Length;
            while (end > 0 && (char.IsPunctuation(word[end - 1]) && !(word[end - 1] == '.' && end <= 3))) end--;
            string bare = word[..end];
            bool genitive = bare.EndsWith("'s", StringComparison.Ordinal);
            if (bare.Length > (genitive ? 2 : 0)) words.Add(genitive ? bare[..^2] : bare);
            if (genitive) words.Add("'s");
            if (end < word.Length) words.Add(word[end..(end + 1)]);
        }

        return [.. words];
    }
}
