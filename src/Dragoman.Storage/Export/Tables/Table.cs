using System.Collections.Immutable;
using System.Globalization;
using NodaTime;
using NodaTime.Text;

namespace Dragoman.Storage.Export.Tables;

/// <summary>A table as every format writes it.</summary>
/// <param name="Name">Plural, lower case: <c>ceasefires</c>.</param>
/// <param name="Meaning">What a row is, for the codebook.</param>
/// <param name="Columns">The first one is the key: no two rows share its value.</param>
/// <param name="Rows">A cell a column: null, or a string, a long or a <see cref="LocalDate"/> as the column's type says.</param>
public sealed record Table(string Name, string Meaning, ImmutableArray<Column> Columns, ImmutableArray<ImmutableArray<object?>> Rows)
{
    /// <summary>The table without the columns of these uses.</summary>
    public Table Without(params ColumnUse[] uses)
    {
        int[] kept = [.. Enumerable.Range(0, Columns.Length).Where(i => !uses.Contains(Columns[i].Use))];
        return this with { Columns = [.. kept.Select(i => Columns[i])], Rows = [.. Rows.Select(row => kept.Select(i => row[i]).ToImmutableArray())] };
    }

    /// <summary>A cell as text, the same in every culture; empty for null.</summary>
    public static string TextOf(object? cell) => cell switch
    {
        null => "",
        string text => text,
        long number => number.ToString(CultureInfo.InvariantCulture),
        LocalDate day => LocalDatePattern.Iso.Format(day),
        _ => throw new ArgumentException($"A cell cannot hold a {cell.GetType().Name}.", nameof(cell)),
    };
}
