using System.Collections.Immutable;
using Dragoman.Language.Packs;
using Dragoman.Record.Processes;

namespace Dragoman.Reading.Processes;

/// <summary>Reads a list of outlets with who owns them. Its format is described in docs/processes.md.</summary>
internal static class OutletList
{
    public static ImmutableArray<OutletFacts> Read(YamlData list) => [.. list.Items.Select(Outlet).OfType<OutletFacts>()];

    private static OutletFacts? Outlet(YamlData entry)
    {
        ImmutableArray<string> names = [.. entry.Texts("names").Where(name => name.Length > 0)];
        if (names.IsEmpty) entry.Report("DG1122", "an outlet needs 'names', at least one");
        OutletKind kind = entry.Get("kind") is { } word ? Words.Read(word, OutletKind.Newspaper) : OutletKind.Newspaper;
        OutletFacts facts = new(names, entry.Get("owner")?.Text, kind, entry.Get("country")?.Text);
        entry.Close();
        return names.IsEmpty ? null : facts;
    }
}
