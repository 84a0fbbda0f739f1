using System.Collections.Frozen;
using System.Collections.Immutable;
using Dragoman.Language.Packs;

namespace Dragoman.Reading.Regions;

/// <summary>The words of a language by which the parts of a page show themselves: <c>lang/&lt;language&gt;/regions.yml</c>.</summary>
internal sealed class RegionCues
{
    private static readonly char[] Separators = ['|', '·', '•', '/', '›', '»', '>', ',', '\t'];

    private readonly FrozenSet<string> _chromeLines;
    private readonly FrozenSet<string> _sections;
    private readonly ImmutableArray<string> _agencies;
    private readonly FrozenSet<string> _outletWords;

    private RegionCues(YamlData chrome, YamlData caption, YamlData root)
    {
        _chromeLines = Set(chrome.Texts("lines"));
        _sections = Set(chrome.Texts("sections"));
        Chrome = LineCues.From(chrome);
        Caption = LineCues.From(caption);
        _agencies = [.. caption.Texts("agencies")];
        _outletWords = root.Texts("outlets").ToFrozenSet(StringComparer.Ordinal);
    }

    public LineCues Chrome { get; }

    public LineCues Caption { get; }

    public LineCues Credit { get; private init; } = LineCues.None;

    public LineCues Note { get; private init; } = LineCues.None;

    public LineCues SignOff { get; private init; } = LineCues.None;

    public required BylineReader Bylines { get; init; }

    public required DateReader Dates { get; init; }

    public required OriginReader Origin { get; init; }

    /// <summary>Null, with problems, if the file is missing or wrong.</summary>
    public static RegionCues? Load(DataFolder data, string language, Problems problems)
    {
        if (YamlFile.Read(data, $"lang/{language}/regions.yml", problems) is not { } root) return null;
        if (root.Need("chrome") is not { } chrome || root.Need("caption") is not { } caption || root.Need("byline") is not { } byline) return null;
        YamlData? published = root.Get("published");
        DateReader dates = new(Numbers(root.Get("months")), published?.Texts("starts") ?? [], published?.Texts("updated") ?? [], published?.Texts("beside") ?? []);
        RegionCues cues = new(chrome, caption, root)
        {
            Credit = Cues(root.Get("credit")),
            Note = Cues(root.Get("note")),
            SignOff = Cues(byline.Get("signoffs")),
            Bylines = new(byline.Texts("starts"), byline.Texts("joins")),
            Dates = dates,
            Origin = new(root.Texts("translation"), root.Get("languages")?.Pairs.ToDictionary(pair => pair.Key, pair => pair.Value.Text) ?? [], dates),
        };
        foreach (YamlData? part in (YamlData?[])[chrome, caption, byline, published, root]) part?.Close();
        return cues;
    }

    /// <summary>Whether the line is nothing but words of the site's furniture: "Share", or "Subscribe | Sign in".</summary>
    public bool IsChromeLine(Block block)
    {
        if (_chromeLines.Contains(block.Bare)) return true;
        string[] parts = block.Bare.Split(Separators, StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        return parts.Length > 1 && parts.All(_chromeLines.Contains);
    }

    /// <summary>Whether the line begins a list of links: "Most read".</summary>
    public bool IsSection(Block block) => _sections.Contains(block.Bare.TrimEnd(':'));

    /// <summary>Whether the line ends in a photographer's name beside an agency's: "Name/Reuters]", "REUTERS/Name", "Name—Getty Images".</summary>
    public bool EndsInAgency(Block block)
    {
        string text = block.Text.TrimEnd(']', ')', '.', ' ');
        if (_agencies.Any(agency => text.EndsWith(agency, StringComparison.Ordinal) && text.Length > agency.Length && text[^(agency.Length + 1)] is '/' or '—' or '–')) return true;
        string tail = text[Math.Max(0, text.LastIndexOfAny(['.', '[', '(']))..].TrimStart('.', '[', '(', ' ');
        return _agencies.Any(agency => tail.StartsWith(agency + "/", StringComparison.Ordinal));
    }

    /// <summary>The outlet that a short line names ("The Karsk Tribune sports desk", "La Torre, English edition"): it ends in a word that outlets have, or its description does.</summary>
    public string? OutletIn(string line)
    {
        string name = line.Split([',', '|', '·', '('], 2)[0].Trim();
        string[] words = name.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (words.Length == 0 || !char.IsUpper(words[0][0])) return null;
        int last = Array.FindLastIndex(words, IsOutletWord);
        if (last is >= 1 and <= 6) return string.Join(' ', words[..(last + 1)]);
        return name.Length < line.Length && words.Length <= 6 && NamesOutlet(line) ? name : null;
    }

    /// <summary>Whether one of the words that outlets have stands in the line, small or capital.</summary>
    public bool NamesOutlet(string line) => line.Split([' ', ','], StringSplitOptions.RemoveEmptyEntries).Any(word => IsOutletWord(char.ToUpperInvariant(word[0]) + word[1..]));

    private bool IsOutletWord(string word) => _outletWords.Contains(word);

    private static LineCues Cues(YamlData? data)
    {
        if (data is null) return LineCues.None;
        LineCues cues = LineCues.From(data);
        data.Close();
        return cues;
    }

    private static Dictionary<string, int> Numbers(YamlData? data)
    {
        Dictionary<string, int> numbers = [];
        foreach ((string key, YamlData value) in data?.Pairs ?? [])
        {
            if (int.TryParse(value.Text, System.Globalization.CultureInfo.InvariantCulture, out int number) && number is >= 1 and <= 12) numbers[key] = number;
            else value.Report("DG1005", "expected the number of a month, 1 to 12");
        }

        return numbers;
    }

    private static FrozenSet<string> Set(IEnumerable<string> words) => words.ToFrozenSet(StringComparer.OrdinalIgnoreCase);
}

/// <summary>Words that a line begins with or holds; compared without regard to capitals.</summary>
internal sealed record LineCues(ImmutableArray<string> Starts, ImmutableArray<string> Holds)
{
    public static LineCues None { get; } = new([], []);

    public static LineCues From(YamlData data) => new([.. data.Texts("starts")], [.. data.Texts("holds")]);

    public bool StartOf(Block block) => Starts.Any(start => block.Bare.StartsWith(start, StringComparison.OrdinalIgnoreCase)
        && (block.Bare.Length == start.Length || !char.IsLetter(start[^1]) || !char.IsLetter(block.Bare[start.Length])));

    public bool In(Block block) => Holds.Any(words => block.Bare.Contains(words, StringComparison.OrdinalIgnoreCase));
}
