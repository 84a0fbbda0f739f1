using System.Globalization;
using Dragoman.Language.Packs;

namespace Dragoman.Reading.Frames.Rules;

/// <summary>The number words of a language (<c>lang/en/numbers.tsv</c>) and numbers in digits, with or without thousands separators.</summary>
internal sealed class Numbers
{
    private const NumberStyles Digits = NumberStyles.AllowThousands;

    private readonly Dictionary<string, long> _words = new(StringComparer.OrdinalIgnoreCase);

    public static Numbers Load(DataFolder data, string language, Problems problems)
    {
        Numbers numbers = new();
        string file = $"lang/{language}/numbers.tsv";
        if (!data.Has(file)) return numbers;
        foreach (TsvRow row in Tsv.Read(data, file, ["word", "value"], problems))
        {
            if (long.TryParse(row[1], NumberStyles.None, CultureInfo.InvariantCulture, out long value)) numbers._words[row[0]] = value;
            else problems.Add(row.File, row.Line, row.ColumnOf(1), "DG1040", $"'{row[1]}' is not a whole number");
        }

        return numbers;
    }

    /// <summary>The value of a word such as <c>4,900</c> or <c>nine</c>, or null.</summary>
    public long? Parse(string word)
    {
        if (_words.TryGetValue(word, out long value)) return value;
        return word.Length > 0 && char.IsAsciiDigit(word[0]) && long.TryParse(word, Digits, CultureInfo.InvariantCulture, out long number) ? number : null;
    }
}
