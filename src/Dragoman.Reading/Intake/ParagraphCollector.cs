using System.Collections.Frozen;
using System.Text;
using AngleSharp.Dom;

namespace Dragoman.Reading.Intake;

/// <summary>
/// Collects the paragraphs of a piece of HTML: its text in order, cut wherever a block element begins or ends, with single spaces.
/// A paragraph that is nothing but a link leads to another article and is left out.
/// </summary>
internal sealed class ParagraphCollector
{
    private static readonly FrozenSet<string> Inline = FrozenSet.ToFrozenSet(
        ["a", "abbr", "b", "bdi", "bdo", "cite", "code", "data", "del", "dfn", "em", "font", "i", "ins", "kbd", "mark", "q", "s", "samp", "small", "span", "strong", "sub", "sup", "time", "u", "var", "wbr"]);

    /// <summary>Parts of a page that are beside the article: pictures with their captions, boxes, forms, menus.</summary>
    private static readonly FrozenSet<string> Beside = FrozenSet.ToFrozenSet(
        ["aside", "audio", "button", "canvas", "figure", "footer", "form", "iframe", "label", "nav", "noscript", "object", "picture", "script", "select", "style", "svg", "template", "video"]);

    private readonly List<string> _paragraphs = [];
    private readonly StringBuilder _text = new();
    private int _unlinked; // letters of the paragraph that are not part of a link
    private int _links; // links that are open

    public string[] Collect(IElement element)
    {
        Walk(element);
        Cut();
        return [.. _paragraphs];
    }

    private void Walk(INode node)
    {
        foreach (INode child in node.ChildNodes)
        {
            if (child is IText text) Add(text.Data);
            else if (child is IElement element) Enter(element);
        }
    }

    private void Enter(IElement element)
    {
        if (Beside.Contains(element.LocalName)) return;
        bool isBlock = !Inline.Contains(element.LocalName);
        if (element.LocalName == "br")
        {
            Break(element);
            return;
        }

        bool isLink = element.LocalName == "a";
        if (isBlock) Cut();
        if (isLink) _links++;
        Walk(element);
        if (isLink) _links--;
        if (isBlock) Cut();
    }

    private void Add(string text)
    {
        _text.Append(text);
        if (_links == 0) _unlinked += text.Count(char.IsLetter);
    }

    /// <summary>One line break is a space; two in a row part paragraphs.</summary>
    private void Break(IElement element)
    {
        INode? next = element.NextSibling;
        while (next is IText { Data: var data } && string.IsNullOrWhiteSpace(data)) next = next.NextSibling;
        if (next is IElement { LocalName: "br" }) Cut();
        else _text.Append(' ');
    }

    private void Cut()
    {
        if (PageFacts.Tidy(_text.ToString()) is { } paragraph && _unlinked > 0) _paragraphs.Add(paragraph);
        _text.Clear();
        _unlinked = 0;
    }
}
