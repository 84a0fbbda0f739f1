using System.Collections.Frozen;
using System.Text;
using AngleSharp.Dom;

namespace Dragoman.Reading.Intake;

/// <summary>Collects the paragraphs of a piece of HTML: its text in order, cut wherever a block element begins or ends, with single spaces.</summary>
internal sealed class ParagraphCollector
{
    private static readonly FrozenSet<string> Inline = FrozenSet.ToFrozenSet(
        ["a", "abbr", "b", "bdi", "bdo", "cite", "code", "data", "del", "dfn", "em", "font", "i", "ins", "kbd", "mark", "q", "s", "samp", "small", "span", "strong", "sub", "sup", "time", "u", "var", "wbr"]);

    private readonly List<string> _paragraphs = [];
    private readonly StringBuilder _text = new();

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
            if (child is IText text) _text.Append(text.Data);
            else if (child is IElement element) Enter(element);
        }
    }

    private void Enter(IElement element)
    {
        if (element.LocalName is "script" or "style" or "template" or "noscript") return;
        bool isBlock = !Inline.Contains(element.LocalName);
        if (element.LocalName == "br")
        {
            Break(element);
            return;
        }

        if (isBlock) Cut();
        Walk(element);
        if (isBlock) Cut();
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
        if (PageFacts.Tidy(_text.ToString()) is { } paragraph) _paragraphs.Add(paragraph);
        _text.Clear();
    }
}
