using Spectre.Console;
using Spectre.Console.Rendering;

namespace Dragoman.Briefs;

/// <summary>Prints a brief, wrapped to the console's width; colours only where the console has them.</summary>
internal sealed class BriefPrinter
{
    private static readonly Style Title = new(decoration: Decoration.Bold);
    private static readonly Style Quiet = new(Color.Grey);
    private static readonly Style Heading = new(Color.Teal, decoration: Decoration.Bold);
    private static readonly Style Lead = new(decoration: Decoration.Bold);

    private readonly IAnsiConsole _console;

    public BriefPrinter(IAnsiConsole console) => _console = console;

    public void Print(Brief brief)
    {
        Write(0, (brief.Title, Title));
        foreach (string line in brief.About) Write(0, (line, Quiet));
        foreach (BriefGroup group in brief.Groups)
        {
            _console.WriteLine();
            Write(0, (group.Heading, Heading));
            foreach (BriefLine line in group.Lines) Print(line);
        }

        if (brief.Groups.IsEmpty) Write(0, ("Nothing was found in it.", Style.Plain));
        _console.WriteLine();
    }

    private void Print(BriefLine line)
    {
        Write(2, (line.Lead, Lead), (line.Facts.Length > 0 ? "  " + line.Facts : "", Style.Plain), ("  " + line.Place, Quiet));
        Write(6, ("“" + line.Words + "”", Quiet));
    }

    private void Write(int indent, params ReadOnlySpan<(string Text, Style Style)> parts)
    {
        Paragraph paragraph = new();
        foreach ((string text, Style style) in parts) paragraph.Append(Clean(text), style);
        _console.Write(new Indented(paragraph, indent));
    }

    /// <summary>One line, and nothing in it that a terminal would obey.</summary>
    private static string Clean(string text) => string.Create(text.Length, text, static (to, from) =>
    {
        for (int i = 0; i < from.Length; i++) to[i] = char.IsControl(from[i]) ? ' ' : from[i];
    });
}

/// <summary>Moves a text to the right, all its lines; unlike Spectre's Padder it leaves no spaces at their ends.</summary>
internal sealed class Indented : IRenderable
{
    private readonly IRenderable _text;
    private readonly int _columns;

    public Indented(IRenderable text, int columns)
    {
        _text = text;
        _columns = columns;
    }

    public Measurement Measure(RenderOptions options, int maxWidth) => new(_columns, maxWidth);

    public IEnumerable<Segment> Render(RenderOptions options, int maxWidth)
    {
        foreach (SegmentLine line in Segment.SplitLines(_text.Render(options, Math.Max(1, maxWidth - _columns))))
        {
            yield return new(new string(' ', _columns));
            int last = line.FindLastIndex(segment => !string.IsNullOrWhiteSpace(segment.Text));
            for (int i = 0; i <= last; i++) yield return i < last ? line[i] : new(line[i].Text.TrimEnd(), line[i].Style);
            yield return Segment.LineBreak;
        }
    }
}
