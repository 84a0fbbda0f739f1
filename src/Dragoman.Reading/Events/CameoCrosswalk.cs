using Dragoman.Language.Packs;

namespace Dragoman.Reading.Events;

/// <summary>What became of the codes of CAMEO, PLOVER's predecessor (<c>vocab/cameo-plover.tsv</c>). Several codes share a root: there is no way back.</summary>
public sealed class CameoCrosswalk
{
    private readonly Dictionary<string, (string Root, string? Mode)> _byCode = new(StringComparer.Ordinal);

    private CameoCrosswalk()
    {
    }

    public int Count => _byCode.Count;

    /// <summary>Loads the table; every fault goes to <paramref name="problems"/>.</summary>
    public static CameoCrosswalk Load(DataFolder data, PloverVocabulary vocabulary, Problems problems)
    {
        CameoCrosswalk crosswalk = new();
        foreach (TsvRow row in Tsv.Read(data, "vocab/cameo-plover.tsv", ["cameo", "root", "mode"], problems))
        {
            if (vocabulary.Read(row, 1, 2, problems) is not var (root, mode)) continue;
            if (!crosswalk._byCode.TryAdd(row[0], (root.Name, mode))) problems.Add(row.File, row.Line, 1, "DG1044", $"the code '{row[0]}' stands here twice");
        }

        return crosswalk;
    }

    /// <summary>The root and mode of a CAMEO code of two to four digits, or null: CAMEO's public statements have none.</summary>
    public (string Root, string? Mode)? Find(string code) => _byCode.TryGetValue(code, out (string, string?) found) ? found : null;
}
