using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Text;
using System.Text.RegularExpressions;
using Dragoman.Record;

namespace Dragoman.Reading.Regions;

/// <summary>
/// Reads what a translator's note says of the original, by the language's templates: <c>{slot}</c> is kept, <c>[words]</c> may be left out,
/// <c>(this|that)</c> is one of them. The first template that fits fills a slot.
/// </summary>
internal sealed partial class OriginReader
{
    private readonly ImmutableArray<Regex> _templates;
    private readonly FrozenDictionary<string, string> _languages;
    private readonly DateReader _dates;

    public OriginReader(IEnumerable<string> templates, IReadOnlyDictionary<string, string> languages, DateReader dates)
    {
        _templates = [.. templates.Select(template => Compile(template, dates.Pattern))];
        _dates = dates;
        _languages = languages.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);
    }

    /// <summary>What the note tells of the original; null if it does not say that the text is a translation.</summary>
    public TranslatedFrom? Read(string note)
    {
        if (Slot(note, "language") is not { } language || !char.IsUpper(language[0])) return null;
        string? published = Slot(note, "date") is { } words ? _dates.Find(words)?.Iso : null;
        return new(_languages.GetValueOrDefault(language), Slot(note, "title"), Slot(note, "outlet"), published);
    }

    private string? Slot(string note, string slot)
    {
        foreach (Regex template in _templates)
            if (template.Match(note) is { Success: true } match && match.Groups[slot] is { Success: true } group) return group.Value.Trim();
        return null;
    }

    private static Regex Compile(string template, string date)
    {
        StringBuilder pattern = new();
        foreach (Match part in Parts().Matches(template))
        {
            string text = part.Value;
            pattern.Append(text switch
            {
                "{language}" => @"(?<language>\w+)",
                "{date}" => $"(?<date>{date})",
                "{title}" => "(?<title>.{1,300}?)",
                "{outlet}" => @"(?<outlet>[\w’'&\-]+(?: [\w’'&\-]+){0,6}?)",
                ['[', ..] => $"(?:{Alternatives(text)})?",
                ['(', ..] => $"(?:{Alternatives(text)})",
                _ => Regex.Escape(text),
            });
        }

        return new(pattern.ToString(), RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.Singleline, TimeSpan.FromSeconds(1));
    }

    private static string Alternatives(string group) => string.Join('|', group[1..^1].Split('|').Select(Regex.Escape));

    [GeneratedRegex(@"\{\w+\}|\[[^\]]*\]|\([^)]*\)|[^{\[(]+", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Parts();
}
