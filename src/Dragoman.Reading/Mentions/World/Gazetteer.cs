using System.Collections.Immutable;
using Dragoman.Language.Packs;

namespace Dragoman.Reading.Mentions.World;

/// <summary>What a geographical word names.</summary>
public enum PlaceKind
{
    State, Adjective, People, Capital, Seat, City, Region, Water,
}

/// <summary>A geographical name.</summary>
/// <param name="Kind">A state, the adjective or people of one, its capital or seat of government, or another place.</param>
/// <param name="Country">ISO 3166-1 alpha-2 of the state that it is, belongs to or lies in; null for what lies in none.</param>
/// <param name="Name">The usual name: of the state, or of the place.</param>
public sealed record PlaceName(PlaceKind Kind, string? Country, string Name)
{
    /// <summary>Whether something can happen there: a state, capital, seat, town, region or water.</summary>
    public bool IsPlace => Kind is not (PlaceKind.Adjective or PlaceKind.People);
}

/// <summary>States and places by name: <c>world/states.tsv</c> and <c>world/places.tsv</c>.</summary>
public sealed class Gazetteer
{
    private static readonly string[] StateColumns = ["country", "language", "names", "adjectives", "people", "capitals", "seats"];
    private static readonly string[] PlaceColumns = ["names", "language", "kind", "country"];

    private readonly PhraseTable<PlaceName> _names = new();
    private readonly Dictionary<string, string> _states = new(StringComparer.Ordinal);

    public static Gazetteer Load(DataFolder data, string language, Problems problems)
    {
        Gazetteer gazetteer = new();
        foreach (TsvRow row in Tsv.Read(data, "world/states.tsv", StateColumns, problems))
            if (row[1] == language) gazetteer.AddState(row, problems);
        foreach (TsvRow row in Tsv.Read(data, "world/places.tsv", PlaceColumns, problems))
            if (row[1] == language) gazetteer.AddPlace(row, problems);
        return gazetteer;
    }

    /// <summary>The usual name of a state by its code, or null.</summary>
    public string? StateName(string country) => _states.GetValueOrDefault(country);

    /// <summary>The longest geographical name that starts at this token; it may name several things.</summary>
    public PhraseMatch<PlaceName>? At(FoldedTokens tokens, int token, int end) => _names.Longest(tokens, token, end);

    /// <summary>Whether a place (not an adjective or people) starts at this token.</summary>
    public bool IsPlace(FoldedTokens tokens, int token) => At(tokens, token, tokens.Count)?.Values.Any(place => place.IsPlace) == true;

    private void AddState(TsvRow row, Problems problems)
    {
        ImmutableArray<string> names = Split(row[2]);
        if (names.IsEmpty || !_states.TryAdd(row[0], names[0]))
        {
            problems.Add(row.File, row.Line, 1, "DG1104", "a state has one line a language, with at least one name");
            return;
        }

        PlaceKind[] kinds = [PlaceKind.State, PlaceKind.Adjective, PlaceKind.People, PlaceKind.Capital, PlaceKind.Seat];
        for (int column = 0; column < kinds.Length; column++)
        {
            foreach (string name in Split(row[column + 2])) _names.Add(name, new(kinds[column], row[0], names[0]));
        }
    }

    private void AddPlace(TsvRow row, Problems problems)
    {
        PlaceKind? kind = row[2] switch { "city" => PlaceKind.City, "region" => PlaceKind.Region, "water" => PlaceKind.Water, _ => null };
        ImmutableArray<string> names = Split(row[0]);
        if (kind is null || names.IsEmpty)
        {
            problems.Add(row.File, row.Line, row.ColumnOf(2), "DG1104", "a place has a name, and its kind is city, region or water");
            return;
        }

        foreach (string name in names) _names.Add(name, new(kind.Value, row[3].Length > 0 ? row[3] : null, names[0]));
    }

    private static ImmutableArray<string> Split(string cell) => [.. cell.Split('|', StringSplitOptions.RemoveEmptyEntries)];
}
