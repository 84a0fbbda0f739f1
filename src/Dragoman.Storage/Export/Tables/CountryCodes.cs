using System.Collections.Frozen;
using System.Globalization;
using Dragoman.Language.Packs;
using Dragoman.Record;

namespace Dragoman.Storage.Export.Tables;

/// <summary>A state in other data sets; null where a list has no such state.</summary>
/// <param name="Alpha2">As in world/states.tsv.</param>
/// <param name="Alpha3">ISO 3166-1 alpha-3.</param>
/// <param name="Numeric">ISO 3166-1 numeric.</param>
/// <param name="Cow">Correlates of War, letters.</param>
/// <param name="CowNumber">Correlates of War, number.</param>
/// <param name="Gw">Gleditsch and Ward, number: what UCDP uses.</param>
/// <param name="Plover">As PLOVER writes it.</param>
public sealed record CountryCode(string Alpha2, string Alpha3, long? Numeric, string? Cow, long? CowNumber, long? Gw, string Plover);

/// <summary>The codes of states, from <c>vocab/countries.tsv</c>.</summary>
public sealed class CountryCodes
{
    public const string File = "vocab/countries.tsv";

    private static readonly string[] Header = ["country", "alpha3", "numeric", "cow", "cow_number", "gw", "plover"];

    private readonly FrozenDictionary<string, CountryCode> _byAlpha2;

    private CountryCodes(IEnumerable<CountryCode> codes) => _byAlpha2 = codes.ToFrozenDictionary(code => code.Alpha2, StringComparer.Ordinal);

    /// <summary>Knows no state: for tables whose field codes do not matter.</summary>
    public static CountryCodes None { get; } = new([]);

    public IEnumerable<CountryCode> All => _byAlpha2.Values.OrderBy(code => code.Alpha2, StringComparer.Ordinal);

    /// <summary>Loads the list; every fault goes to <paramref name="problems"/>, and its row is left out.</summary>
    public static CountryCodes Load(DataFolder data, Problems problems)
    {
        Dictionary<string, CountryCode> codes = new(StringComparer.Ordinal);
        foreach (TsvRow row in Tsv.Read(data, File, Header, problems))
        {
            CountryCode code = new(row[0], row[1], Number(row, 2, problems), Some(row[3]), Number(row, 4, problems), Number(row, 5, problems), row[6]);
            if (!codes.TryAdd(row[0], code)) problems.Add(row.File, row.Line, 1, "DG1130", $"the state '{row[0]}' stands here twice; join the two lines");
        }

        return new(codes.Values);
    }

    public CountryCode? Find(string? alpha2) => alpha2 is null ? null : _byAlpha2.GetValueOrDefault(alpha2);

    /// <summary>The states that actors belong to, without repeats, in the actors' order.</summary>
    public IEnumerable<CountryCode> Of(IEnumerable<Actor> actors) => actors.Select(actor => Find(actor.Country)).OfType<CountryCode>().Distinct();

    private static string? Some(string cell) => cell.Length == 0 ? null : cell;

    private static long? Number(TsvRow row, int cell, Problems problems)
    {
        if (row[cell].Length == 0) return null;
        if (long.TryParse(row[cell], NumberStyles.None, CultureInfo.InvariantCulture, out long number)) return number;
        problems.Add(row.File, row.Line, row.ColumnOf(cell), "DG1131", $"'{row[cell]}' is no number; write digits, or leave the cell empty");
        return null;
    }
}
