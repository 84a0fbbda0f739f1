using System.Collections.Immutable;
using Dragoman.Language.Packs;
using Dragoman.Record.Processes;

namespace Dragoman.Reading.Processes;

/// <summary>The processes of <c>world/processes/*.yml</c> and the outlets of <c>world/outlets.yml</c>.</summary>
/// <param name="Processes">In ordinal order of their keys.</param>
/// <param name="Outlets">Of all files.</param>
public sealed record ProcessCatalogue(ImmutableArray<PeaceProcess> Processes, OutletBook Outlets)
{
    public const string Folder = "world/processes";
    public static ProcessCatalogue Empty { get; } = new([], OutletBook.Empty);

    private const string OutletsFile = "world/outlets.yml";

    /// <summary>Reads everything.</summary>
    /// <exception cref="DataException">There are faults: all of them.</exception>
    public static ProcessCatalogue Load(DataFolder data)
    {
        Problems problems = new();
        ProcessCatalogue catalogue = Load(data, problems);
        problems.ThrowIfAny();
        return catalogue;
    }

    /// <summary>Reads everything; faults go to <paramref name="problems"/>.</summary>
    /// <param name="data">The data folder.</param>
    /// <param name="problems">Takes the faults.</param>
    /// <param name="isThorough">Whether to check that <c>world/actors</c> and <c>world/issues.yml</c> have the ids that the processes name; it takes longer.</param>
    public static ProcessCatalogue Load(DataFolder data, Problems problems, bool isThorough = false)
    {
        ProcessFile reader = new(isThorough ? Ids(data, ["world/issues.yml"], problems) : null, isThorough ? Ids(data, data.Files("world/actors", ".yml"), problems) : null);
        ImmutableArray<PeaceProcess> processes = [.. data.Files(Folder, ".yml").Select(file => reader.Read(data, file, problems)).OfType<PeaceProcess>()];
        ImmutableArray<OutletFacts> outlets = data.Has(OutletsFile) && YamlFile.Read(data, OutletsFile, problems) is { } list ? OutletList.Read(list) : [];
        return new(processes, new OutletBook(outlets.Concat(processes.SelectMany(p => p.Outlets))));
    }

    private static HashSet<string> Ids(DataFolder data, IEnumerable<string> files, Problems problems) =>
        [.. files.SelectMany(file => YamlFile.Read(data, file, problems)?.Items ?? []).Select(entry => entry.Get("id")?.Text).OfType<string>()];
}
