using System.Buffers;
using Dragoman.Language.Packs;

namespace Dragoman.Language.Tokenizing;

/// <summary>The marks of writing of <c>lang/&lt;code&gt;/tokenizer.yml</c>; each is explained there.</summary>
internal sealed class Marks
{
    private Marks(YamlData? file)
    {
        string opening = Characters(file, "opening-quotes");
        string closing = Characters(file, "closing-quotes");
        string straight = Characters(file, "straight-quotes");
        string openingSingle = Characters(file, "opening-single-quotes");
        string closingSingle = Characters(file, "closing-single-quotes");
        string closingBrackets = Characters(file, "closing-brackets");
        string dashes = Characters(file, "dashes");
        string ends = Characters(file, "sentence-ends");
        string commas = Characters(file, "commas");
        OpeningQuotes = SearchValues.Create(opening);
        ClosingQuotes = SearchValues.Create(closing);
        StraightQuotes = SearchValues.Create(straight);
        Apostrophes = SearchValues.Create(Characters(file, "apostrophes"));
        OpeningBrackets = SearchValues.Create(Characters(file, "opening-brackets"));
        ClosingBrackets = SearchValues.Create(closingBrackets);
        EditorialBrackets = SearchValues.Create(Characters(file, "editorial-brackets"));
        Dashes = SearchValues.Create(dashes);
        Commas = SearchValues.Create(commas);
        EndingQuotes = SearchValues.Create(closing + straight + closingSingle);
        CurvedQuotes = SearchValues.Create(string.Concat((opening + closing + openingSingle + closingSingle).Where(c => !char.IsAscii(c))));
        Closing = SearchValues.Create(closing + straight + closingSingle + closingBrackets + ends + commas + Characters(file, "semicolons"));
        Ending = SearchValues.Create(closing + straight + closingSingle + closingBrackets + ends + dashes);
        file?.Close();
    }

    public SearchValues<char> OpeningQuotes { get; }

    public SearchValues<char> ClosingQuotes { get; }

    public SearchValues<char> StraightQuotes { get; }

    public SearchValues<char> Apostrophes { get; }

    public SearchValues<char> OpeningBrackets { get; }

    public SearchValues<char> ClosingBrackets { get; }

    /// <summary>Those that close a remark put into another's words.</summary>
    public SearchValues<char> EditorialBrackets { get; }

    public SearchValues<char> Dashes { get; }

    public SearchValues<char> Commas { get; }

    /// <summary>All quotes that may close, single ones too.</summary>
    public SearchValues<char> EndingQuotes { get; }

    /// <summary>Quotes that are nothing else, single ones too: no typewriter's marks.</summary>
    public SearchValues<char> CurvedQuotes { get; }

    /// <summary>What stays with the sentence before it.</summary>
    public SearchValues<char> Closing { get; }

    /// <summary>After what a quotation may end a sentence.</summary>
    public SearchValues<char> Ending { get; }

    public static Marks Read(DataFolder data, string language, Problems problems) => new(YamlFile.Read(data, $"lang/{language}/tokenizer.yml", problems));

    private static string Characters(YamlData? file, string key)
    {
        List<char> characters = [];
        foreach (YamlData item in file?.Need(key)?.Items ?? [])
        {
            if (item.Text.Length == 1) characters.Add(item.Text[0]);
            else item.Report("DG1005", "one character is expected");
        }

        return new([.. characters]);
    }
}
