using System.Text;
using Dragoman.Language;

namespace Dragoman.Bench.Events;

/// <summary>A sentence with its marked source and target, its root type and quad class (1 to 4), as people coded it.</summary>
internal sealed record PloverSentence(string Id, string Text, TextSpan? Source, TextSpan? Target, string Root, int Quad)
{
    private static readonly string[] Marks = ["<s>", "</s>", "<t>", "</t>"];

    /// <summary>Reads a tab-separated table with a header; cells may be quoted.</summary>
    public static IEnumerable<PloverSentence> Read(string path)
    {
        string[]? header = null;
        foreach (string line in File.ReadLines(path))
        {
            string[] cells = [.. line.Split('\t').Select(Unquote)];
            if (header is null)
            {
                header = cells;
                continue;
            }

            string Cell(string name) => Array.IndexOf(header, name) is var at and >= 0 && at < cells.Length ? cells[at] : "";
            (string text, TextSpan? source, TextSpan? target) = Unmark(Cell("marked_sentence"));
            yield return new(Cell("sentence_id"), text, source, target, Cell("gold_root"), Cell("gold_penta") is [var digit, ..] ? digit - '0' : 0);
        }
    }

    private static string Unquote(string cell) => cell is ['"', .., '"'] ? cell[1..^1].Replace("\"\"", "\"", StringComparison.Ordinal) : cell;

    /// <summary>Takes out the marks <c>&lt;s&gt; &lt;/s&gt; &lt;t&gt; &lt;/t&gt;</c> and keeps what the first pair of each holds.</summary>
    private static (string Text, TextSpan? Source, TextSpan? Target) Unmark(string marked)
    {
        StringBuilder text = new();
        Dictionary<string, int> places = new(StringComparer.Ordinal);
        for (int i = 0; i < marked.Length; i++)
        {
            string? mark = Marks.FirstOrDefault(m => string.CompareOrdinal(marked, i, m, 0, m.Length) == 0);
            if (mark is null)
            {
                text.Append(marked[i]);
                continue;
            }

            places.TryAdd(mark, text.Length);
            i += mark.Length - 1;
        }

        return (text.ToString(), Between(places, "<s>", "</s>"), Between(places, "<t>", "</t>"));
    }

    private static TextSpan? Between(Dictionary<string, int> places, string open, string close) =>
        places.TryGetValue(open, out int start) && places.TryGetValue(close, out int end) ? new(start, end) : null;
}
