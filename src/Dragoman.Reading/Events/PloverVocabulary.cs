using System.Collections.Immutable;
using Dragoman.Language.Packs;
using Dragoman.Record;

namespace Dragoman.Reading.Events;

/// <summary>A PLOVER root type, from <c>vocab/plover.tsv</c>.</summary>
/// <param name="Quad">Its quad class: verbal or material, cooperation or conflict.</param>
/// <param name="Planned">The root of such an act that is only intended; null for no event.</param>
/// <param name="Denied">The root of such an act that is refused or does not come about; null for no event.</param>
/// <param name="IsMutual">Whether two who do it together do it to one another.</param>
public sealed record PloverRoot(string Name, string Quad, string? Planned, string? Denied, ImmutableArray<string> Modes, bool IsMutual, string Definition)
{
    /// <summary>The root under which the act is coded, given the text's commitment to it; null for no event.</summary>
    public string? Under(Factuality factuality) => factuality switch
    {
        Factuality.Actual => Name,
        Factuality.Denied => Denied,
        _ => Planned,
    };
}

/// <summary>The root types of PLOVER 0.8.</summary>
public sealed class PloverVocabulary
{
    private const string File = "vocab/plover.tsv";

    private static readonly string[] Header = ["root", "quad", "planned", "denied", "modes", "mutual", "definition"];

    private static readonly string[] Quads = ["verbal-cooperation", "material-cooperation", "verbal-conflict", "material-conflict"];

    private readonly Dictionary<string, PloverRoot> _roots = new(StringComparer.Ordinal);

    private PloverVocabulary()
    {
    }

    /// <summary>In the order of the file.</summary>
    public ImmutableArray<PloverRoot> Roots { get; private set; } = [];

    /// <summary>Loads the vocabulary; every fault goes to <paramref name="problems"/>.</summary>
    public static PloverVocabulary Load(DataFolder data, Problems problems)
    {
        PloverVocabulary vocabulary = new();
        IReadOnlyList<TsvRow> rows = Tsv.Read(data, File, Header, problems);
        HashSet<string> names = [.. rows.Select(row => row[0])];
        foreach (TsvRow row in rows)
        {
            if (!Quads.Contains(row[1])) Report(row, 1, "quad class", Quads, problems);
            foreach (int column in new[] { 2, 3 })
                if (row[column].Length > 0 && !names.Contains(row[column])) Report(row, column, "root", names, problems);
            PloverRoot root = new(row[0], row[1], Some(row[2]), Some(row[3]), [.. row[4].Split(' ', StringSplitOptions.RemoveEmptyEntries)], row[5] == "yes", row[6]);
            if (!vocabulary._roots.TryAdd(root.Name, root)) problems.Add(row.File, row.Line, 1, "DG1044", $"the root '{root.Name}' stands here twice");
        }

        vocabulary.Roots = [.. vocabulary._roots.Values.OrderBy(root => root.Name, StringComparer.Ordinal)];
        return vocabulary;
    }

    public PloverRoot? Find(string name) => _roots.GetValueOrDefault(name);

    /// <summary>The root and mode that two cells of a row name; a problem and null if there is none such.</summary>
    internal (PloverRoot Root, string? Mode)? Read(TsvRow row, int rootCell, int modeCell, Problems problems)
    {
        if (Find(row[rootCell]) is not { } root)
        {
            if (_roots.Count > 0) Report(row, rootCell, "root", _roots.Keys, problems);
            return null;
        }

        if (row[modeCell].Length == 0 || root.Modes.Contains(row[modeCell])) return (root, Some(row[modeCell]));
        Report(row, modeCell, $"mode of {root.Name}", root.Modes, problems);
        return null;
    }

    private static string? Some(string cell) => cell.Length == 0 ? null : cell;

    private static void Report(TsvRow row, int cell, string what, IEnumerable<string> known, Problems problems) =>
        problems.Add(row.File, row.Line, row.ColumnOf(cell), "DG1047", $"'{row[cell]}' is no {what}; it must be one of: {string.Join(", ", known.Order(StringComparer.Ordinal))}");
}
