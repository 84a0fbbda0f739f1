using System.Text;

namespace Dragoman.Language.Packs;

/// <summary>One row of a list, with the place it stands in.</summary>
/// <param name="Cells">As many as the header has; an absent cell at the end is empty.</param>
public sealed record TsvRow(string File, int Line, IReadOnlyList<string> Cells)
{
    public string this[int column] => Cells[column];

    /// <summary>The column (in characters, from 1) at which a cell starts.</summary>
    public int ColumnOf(int cell) => 1 + Cells.Take(cell).Sum(text => text.Length + 1);
}

/// <summary>
/// Reads lists: UTF-8, LF, a header line of tab-separated names, <c>#</c> comment lines, empty lines, then rows.
/// </summary>
public static class Tsv
{
    /// <summary>Reads a list; every fault goes to <paramref name="problems"/> and its row is left out.</summary>
    public static IReadOnlyList<TsvRow> Read(DataFolder folder, string file, IReadOnlyList<string> header, Problems problems)
    {
        string path = folder.Path(file);
        if (!File.Exists(path))
        {
            problems.Add(file, 0, 0, "DG1001", "file is missing; restore it, or copy it from lang/en");
            return [];
        }

        List<TsvRow> rows = [];
        bool seenHeader = false;
        int number = 0;
        foreach (string line in File.ReadLines(path, Encoding.UTF8))
        {
            number++;
            if (line.Length == 0 || line[0] == '#') continue;
            string[] cells = line.Split('\t');
            if (!seenHeader)
            {
                seenHeader = true;
                if (!cells.SequenceEqual(header, StringComparer.Ordinal))
                    problems.Add(file, number, 1, "DG1002", $"the header must be: {string.Join(" ⇥ ", header)}");
            }
            else if (cells.Length > header.Count)
            {
                problems.Add(file, number, 1, "DG1003", $"{cells.Length} cells, but the header names {header.Count}");
            }
            else
            {
                rows.Add(new(file, number, [.. cells, .. Enumerable.Repeat("", header.Count - cells.Length)]));
            }
        }

        return rows;
    }
}
