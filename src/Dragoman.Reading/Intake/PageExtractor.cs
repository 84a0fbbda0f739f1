using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace Dragoman.Reading.Intake;

/// <summary>
/// Takes the article out of a web page (Readability's algorithm, by SmartReader): the title, an empty line, then the paragraphs, each separated
/// by an empty line; and the facts that the page's markup states.
/// </summary>
public sealed class PageExtractor
{
    private const int ShortestArticle = 250; // characters

    private static readonly Uri Unknown = new("https://page.invalid/");

    /// <param name="html">The page.</param>
    /// <exception cref="UnreadableException">The page holds no article.</exception>
    public Article Extract(string html, string id, string source)
    {
        IHtmlDocument page = new HtmlParser().ParseDocument(html);
        PageFacts facts = PageFacts.Of(page);
        string[] paragraphs = Paragraphs(page, facts);
        if (paragraphs.Length == 0) paragraphs = Densest(new HtmlParser().ParseDocument(html)); // Readability has changed the first one
        if (paragraphs.Length == 0)
            throw new UnreadableException("DG2011", source, "no article was found in the page; save its text as a .txt file instead");
        return new Article
        {
            Id = id,
            Source = source,
            Document = new(string.Join("\n\n", facts.Title is null ? paragraphs : [facts.Title, .. paragraphs])),
            DeclaredLanguage = facts.Language,
            Title = facts.Title,
            Outlet = facts.Outlet,
            Url = facts.Url,
            Published = facts.Published,
            Byline = facts.Byline,
        };
    }

    private static string[] Paragraphs(IHtmlDocument page, PageFacts facts)
    {
        Uri address = Uri.TryCreate(facts.Url, UriKind.Absolute, out Uri? url) ? url : Unknown;
        using SmartReader.Reader reader = new(address.AbsoluteUri, page) { ContinueIfNotReadable = true };
        SmartReader.Article article = reader.GetArticle();
        if (!article.Completed || string.IsNullOrWhiteSpace(article.Content)) return [];
        IHtmlDocument content = new HtmlParser().ParseDocument(article.Content);
        string[] paragraphs = new ParagraphCollector().Collect(content.Body!);
        return paragraphs.Length > 0 && paragraphs[0] == facts.Title ? paragraphs[1..] : paragraphs;
    }

    /// <summary>Where Readability finds nothing (it passes over what scripts are to unhide): the element whose own paragraphs hold the most text.</summary>
    private static string[] Densest(IHtmlDocument page)
    {
        var densest = page.QuerySelectorAll("p").Where(p => p.ParentElement is not null).GroupBy(p => p.ParentElement!)
            .MaxBy(group => group.Sum(p => p.TextContent.Length));
        return densest is null || densest.Sum(p => p.TextContent.Length) < ShortestArticle ? [] : new ParagraphCollector().Collect(densest.Key);
    }
}
