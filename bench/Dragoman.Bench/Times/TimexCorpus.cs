using System.Collections.Immutable;
using System.Text;
using System.Xml.Linq;
using Dragoman.Language;
using Dragoman.Reading.Times;

namespace Dragoman.Bench.Times;

/// <summary>A time expression as the corpus has it.</summary>
internal sealed record GoldTimex(TextSpan Span, string Type, string Value);

/// <summary>A TimeML document: its text without mark-up, its creation date, and its time expressions.</summary>
internal sealed record TimexDocument(string Name, string Text, TimexReference? Created, ImmutableArray<GoldTimex> Times)
{
    /// <summary>The paragraphs, which blank lines part.</summary>
    public ImmutableArray<TextSpan> Blocks
    {
        get
        {
            Document document = new(Text);
            List<TextSpan> blocks = [];
            int start = 0;
            foreach (string paragraph in Text.Split("\n\n"))
            {
                TextSpan span = document.Trim(new(start, start + paragraph.Length));
                if (!span.IsEmpty) blocks.Add(span);
                start += paragraph.Length + 2;
            }

            return [.. blocks];
        }
    }

    public static ImmutableArray<TimexDocument> ReadFolder(string folder) =>
        [.. Directory.EnumerateFiles(folder, "*.tml", SearchOption.AllDirectories).Order(StringComparer.Ordinal).Select(Read)];

    private static TimexDocument Read(string file)
    {
        XElement root = XDocument.Load(file, LoadOptions.PreserveWhitespace).Root!;
        string? created = root.Descendants("TIMEX3").FirstOrDefault(timex => (string?)timex.Attribute("functionInDocument") == "CREATION_TIME")?.Attribute("value")?.Value;
        StringBuilder text = new();
        List<GoldTimex> times = [];
        Append(root.Element("TEXT")!, text, times);
        return new(Path.GetFileNameWithoutExtension(file), text.ToString(), TimexReference.Parse(created), [.. times]);
    }

    private static void Append(XElement element, StringBuilder text, List<GoldTimex> times)
    {
        foreach (XNode node in element.Nodes())
        {
            int start = text.Length;
            if (node is XText characters) text.Append(characters.Value);
            if (node is not XElement child) continue;
            Append(child, text, times);
            if (child.Name == "TIMEX3") times.Add(new(new(start, text.Length), child.Attribute("type")!.Value, child.Attribute("value")!.Value));
        }
    }
}
