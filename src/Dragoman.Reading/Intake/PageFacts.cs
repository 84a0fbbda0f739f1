using System.Collections.Immutable;
using System.Text.Json;
using System.Text.RegularExpressions;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace Dragoman.Reading.Intake;

/// <summary>What a page says about itself in its markup: schema.org's JSON-LD first, then the Open Graph and meta elements, then its headings.</summary>
internal sealed partial record PageFacts
{
    public string? Title { get; private init; }

    public ImmutableArray<string> Byline { get; private init; }

    public string? Outlet { get; private init; }

    public string? Published { get; private init; }

    public string? Url { get; private init; }

    public string? Language { get; private init; }

    public static PageFacts Of(IHtmlDocument page)
    {
        LinkedArticle linked = LinkedArticle.In(page);
        string? outlet = linked.Outlet ?? Meta(page, "og:site_name", "application-name");
        return new()
        {
            Title = TitleOf(page, linked.Headline, outlet),
            Byline = linked.Authors.IsEmpty ? [.. Metas(page, "author", "article:author", "parsely-author").Where(IsPerson)] : linked.Authors,
            Outlet = outlet,
            Published = Day(linked.Published) ?? Day(Meta(page, "article:published_time", "datePublished", "parsely-pub-date", "dc.date", "dc.date.issued", "pubdate", "date"))
                ?? Day(page.QuerySelector("article time[datetime], main time[datetime]")?.GetAttribute("datetime")),
            Url = Address(page.QuerySelector("link[rel=canonical]")?.GetAttribute("href")) ?? Address(Meta(page, "og:url")),
            Language = page.DocumentElement.GetAttribute("lang") is { Length: > 0 } language ? language : Meta(page, "og:locale", "language"),
        };
    }

    /// <summary>A text without line ends and with single spaces; null if nothing is left.</summary>
    internal static string? Tidy(string? text) => text is null ? null : Spaces().Replace(text, " ").Trim() is { Length: > 0 } tidy ? tidy : null;

    /// <summary>The heading that says the same as the page's title is the title as printed; without one, the title less the site's name.</summary>
    private static string? TitleOf(IHtmlDocument page, string? headline, string? outlet)
    {
        string? title = headline ?? Meta(page, "og:title") ?? Tidy(page.Title);
        string[] headings = [.. page.QuerySelectorAll("h1").Select(h => Tidy(h.TextContent)).OfType<string>().Where(h => h != outlet)];
        if (title is null) return headings.Length > 0 ? headings[0] : null;
        if (headings.FirstOrDefault(h => title.StartsWith(h, StringComparison.Ordinal)) is { } printed && printed.Length * 2 > title.Length) return printed;
        if (headings.Length == 1 && headline is null && headings[0].Contains(' ', StringComparison.Ordinal)) return headings[0];
        return outlet is null ? title : WithoutSite(title, outlet);
    }

    private static string WithoutSite(string title, string outlet)
    {
        int at = title.LastIndexOf(outlet, StringComparison.OrdinalIgnoreCase);
        if (at <= 0 || at + outlet.Length < title.Length) return title;
        string rest = title[..at].TrimEnd(' ', '|', '-', '–', '—', '·', ':', '»');
        return rest.Length > 0 ? rest : title;
    }

    private static string? Meta(IHtmlDocument page, params string[] names) => Metas(page, names).FirstOrDefault();

    private static IEnumerable<string> Metas(IHtmlDocument page, params string[] names)
    {
        foreach (string name in names)
        {
            foreach (IElement meta in page.QuerySelectorAll("meta[content]").Where(meta => Is(meta, "property", name) || Is(meta, "name", name) || Is(meta, "itemprop", name)))
                if (Tidy(meta.GetAttribute("content")) is { } content) yield return content;
        }
    }

    private static bool Is(IElement meta, string attribute, string name) => string.Equals(meta.GetAttribute(attribute), name, StringComparison.OrdinalIgnoreCase);

    /// <summary>Many pages give an address as the author.</summary>
    private static bool IsPerson(string author) => !author.Contains("//", StringComparison.Ordinal) && !author.Contains('@', StringComparison.Ordinal);

    /// <summary>The day of an ISO 8601 time, as the page's own clock has it.</summary>
    private static string? Day(string? time) => time is not null && IsoDay().Match(time.Trim()) is { Success: true } match ? match.Value : null;

    private static string? Address(string? url) =>
        Uri.TryCreate(url, UriKind.Absolute, out Uri? address) && (address.Scheme == Uri.UriSchemeHttp || address.Scheme == Uri.UriSchemeHttps) ? url : null;

    [GeneratedRegex(@"\s+", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Spaces();

    [GeneratedRegex("^[12][0-9]{3}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex IsoDay();
}

/// <summary>The article that a page describes in JSON-LD (schema.org: Article and its kinds).</summary>
internal sealed record LinkedArticle(string? Headline, ImmutableArray<string> Authors, string? Outlet, string? Published)
{
    private const int Deepest = 8;

    private static readonly LinkedArticle None = new(null, [], null, null);

    /// <summary>The first one, or one without content.</summary>
    public static LinkedArticle In(IHtmlDocument page)
    {
        foreach (IElement script in page.QuerySelectorAll("script[type='application/ld+json']"))
        {
            try
            {
                using JsonDocument json = JsonDocument.Parse(script.TextContent, new() { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip });
                if (Find(json.RootElement, Deepest) is { } article) return article;
            }
            catch (Exception error) when (error is JsonException or InvalidOperationException)
            {
                // The page's description of itself is broken; the other sources still speak.
            }
        }

        return None;
    }

    private static LinkedArticle? Find(JsonElement json, int depth)
    {
        if (depth == 0) return null;
        if (json.ValueKind == JsonValueKind.Array) return json.EnumerateArray().Select(item => Find(item, depth - 1)).FirstOrDefault(found => found is not null);
        if (json.ValueKind != JsonValueKind.Object) return null;
        if (IsArticle(json)) return Read(json);
        return json.TryGetProperty("@graph", out JsonElement graph) ? Find(graph, depth - 1) : json.TryGetProperty("mainEntity", out JsonElement main) ? Find(main, depth - 1) : null;
    }

    private static bool IsArticle(JsonElement json) =>
        Strings(json, "@type", "").Any(type => type.EndsWith("Article", StringComparison.Ordinal) || type is "LiveBlogPosting" or "BlogPosting" or "Report");

    private static LinkedArticle Read(JsonElement json) => new(
        Strings(json, "headline", "").FirstOrDefault(),
        [.. Strings(json, "author", "name").Where(name => !name.Contains("//", StringComparison.Ordinal)).Distinct()],
        Strings(json, "publisher", "name").FirstOrDefault(),
        Strings(json, "datePublished", "").FirstOrDefault());

    /// <summary>The strings of a property that holds one, a list of them, or objects with a name.</summary>
    private static IEnumerable<string> Strings(JsonElement json, string property, string inner)
    {
        if (!json.TryGetProperty(property, out JsonElement value)) yield break;
        JsonElement[] items = value.ValueKind == JsonValueKind.Array ? [.. value.EnumerateArray()] : [value];
        foreach (JsonElement item in items)
        {
            if (item.ValueKind == JsonValueKind.String && PageFacts.Tidy(System.Net.WebUtility.HtmlDecode(item.GetString())) is { } text) yield return text;
            if (item.ValueKind != JsonValueKind.Object || inner.Length == 0) continue;
            foreach (string name in Strings(item, inner, "")) yield return name;
        }
    }
}
