using System.Collections.Frozen;
using Dragoman.Language.Packs;

namespace Dragoman.Reading.Attributions;

/// <summary>The small words that attribution hangs on, from <c>lang/&lt;language&gt;/attribution.yml</c>; compared without regard to case.</summary>
public sealed class AttributionWords
{
    private AttributionWords()
    {
    }

    /// <summary>Introduce a reported clause and do not belong to it.</summary>
    public required FrozenSet<string> Complementizers { get; init; }

    /// <summary>Make a clause of saying an aside.</summary>
    public required FrozenSet<string> AsideMarkers { get; init; }

    /// <summary>Introduce what a quoted source says.</summary>
    public required FrozenSet<string> Quoting { get; init; }

    /// <summary>Introduce the agent of a passive.</summary>
    public required FrozenSet<string> Agents { get; init; }

    /// <summary>Introduce who issued a document.</summary>
    public required FrozenSet<string> Issuers { get; init; }

    /// <summary>Introduce whom one speaks to.</summary>
    public required FrozenSet<string> Hearers { get; init; }

    /// <summary>Introduce where something is said.</summary>
    public required FrozenSet<string> VenuePrepositions { get; init; }

    /// <summary>Introduce a circumstance of saying: when, on which occasion.</summary>
    public required FrozenSet<string> Circumstances { get; init; }

    /// <summary>Nouns for what one finds or sees change, as the object of <see cref="Takes.Finding"/>.</summary>
    public required FrozenSet<string> Findings { get; init; }

    /// <summary>Nouns for the press in general, which is told whatever is said in public: no addressee.</summary>
    public required FrozenSet<string> Press { get; init; }

    /// <summary>Nouns for occasions and media of saying.</summary>
    public required FrozenSet<string> Venues { get; init; }

    /// <summary>Nouns for what speaks for whoever issued it.</summary>
    public required FrozenSet<string> Documents { get; init; }

    /// <summary>Loads the words; every fault goes to <paramref name="problems"/>.</summary>
    public static AttributionWords Load(DataFolder data, string language, Problems problems)
    {
        YamlData? file = YamlFile.Read(data, $"lang/{language}/attribution.yml", problems);
        AttributionWords words = new()
        {
            Complementizers = Set("complementizers"),
            AsideMarkers = Set("aside_markers"),
            Quoting = Set("quoting"),
            Agents = Set("agents"),
            Issuers = Set("issuers"),
            Hearers = Set("hearers"),
            VenuePrepositions = Set("venue_prepositions"),
            Circumstances = Set("circumstances"),
            Findings = Set("findings"),
            Press = Set("press"),
            Venues = Set("venues"),
            Documents = Set("documents"),
        };
        file?.Close();
        return words;

        FrozenSet<string> Set(string key) => (file?.Texts(key) ?? []).ToFrozenSet(StringComparer.OrdinalIgnoreCase);
    }
}
