using System.Globalization;
using Dragoman.Language.Packs;
using Dragoman.Reading.Times.Values;

namespace Dragoman.Reading.Times.Patterns;

/// <summary>Fills a lexicon from a language's lists: <c>timex/words.tsv</c>, <c>timex/digits.tsv</c>, <c>timex/feasts.tsv</c>, <c>timex/numbers.tsv</c>.</summary>
internal sealed class LexiconReader(DataFolder data, string language, Problems problems)
{
    private const string BadCell = "DG1051";

    public Lexicon Read()
    {
        Lexicon lexicon = new();
        foreach (TsvRow row in Rows("timex/words.tsv", ["class", "text", "value", "case"])) AddWord(lexicon, row);
        foreach (TsvRow row in Rows("timex/digits.tsv", ["class", "least", "most", "least digits", "most digits"])) AddDigits(lexicon, row);
        foreach (TsvRow row in Rows("timex/feasts.tsv", ["text", "rule"])) AddFeast(lexicon, row);
        foreach (TsvRow row in Rows("timex/numbers.tsv", ["word", "value", "kind"])) AddNumber(lexicon, row);
        return lexicon;
    }

    private IReadOnlyList<TsvRow> Rows(string file, string[] header) => Tsv.Read(data, $"lang/{language}/{file}", header, problems);

    private void AddWord(Lexicon lexicon, TsvRow row)
    {
        if (row[3] is not ("" or "capital")) Report(row, 3, $"'{row[3]}' is not known; write 'capital', or leave it out");
        if (row[0].Length == 0 || row[1].Length == 0) Report(row, 0, "class and text must be given");
        lexicon.Add(row[0], row[1], row[2], row[3] == "capital");
    }

    private void AddDigits(Lexicon lexicon, TsvRow row)
    {
        int[] numbers = new int[4];
        for (int i = 0; i < numbers.Length; i++)
            if (!int.TryParse(row[i + 1], NumberStyles.None, CultureInfo.InvariantCulture, out numbers[i])) Report(row, i + 1, $"'{row[i + 1]}' is not a whole number");
        lexicon.AddDigits(row[0], numbers[0], numbers[1], numbers[2], numbers[3]);
    }

    private void AddFeast(Lexicon lexicon, TsvRow row)
    {
        if (Feasts.Parse(row[1]) is null) Report(row, 1, $"'{row[1]}' is no rule for a day; see docs/times.md");
        lexicon.Add("feast", row[0], row[1], cased: true);
    }

    private void AddNumber(Lexicon lexicon, TsvRow row)
    {
        bool isNumber = decimal.TryParse(row[1], NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out decimal value);
        switch (row[2])
        {
            case "ordinal" when isNumber: lexicon.Add("ordinal", row[0], row[1], cased: false); break;
            case "cardinal" when isNumber:
                lexicon.Numbers.Add(row[0], NumberKind.Cardinal, value);
                lexicon.Add("cardinal", row[0], row[1], cased: false);
                break;
            case "scale" when isNumber: lexicon.Numbers.Add(row[0], NumberKind.Scale, value); break;
            case "fraction" when isNumber: lexicon.Numbers.Add(row[0], NumberKind.Fraction, value); break;
            case "joiner": lexicon.Numbers.Add(row[0], NumberKind.Joiner, 0); break;
            case "vague": lexicon.Numbers.Add(row[0], NumberKind.Vague, 0); break;
            default: Report(row, 1, "a number word needs a value, and a kind: cardinal, ordinal, scale, fraction, joiner or vague"); break;
        }
    }

    private void Report(TsvRow row, int cell, string message) => problems.Add(row.File, row.Line, row.ColumnOf(cell), BadCell, message);
}
