using System.Collections.Immutable;
using NodaTime;

namespace Dragoman.Storage.Export.Tables;

/// <summary>Declares a table's columns one by one, each with how it is told from a row's source, so that codebook and cells cannot drift apart.</summary>
internal sealed class TableMaker<T>
{
    private readonly List<(Column Column, Func<T, object?> Cell)> _columns = [];

    public TableMaker<T> Text(string name, string meaning, Func<T, string?> cell) => Add(new(name, ColumnType.Text, meaning), row => cell(row) is { Length: > 0 } text ? text : null);

    public TableMaker<T> Number(string name, string meaning, Func<T, long?> cell) => Add(new(name, ColumnType.Number, meaning), row => cell(row));

    public TableMaker<T> Date(string name, string meaning, Func<T, LocalDate?> cell) => Add(new(name, ColumnType.Date, meaning), row => cell(row));

    /// <summary>One of these words.</summary>
    public TableMaker<T> Coded(string name, string meaning, IEnumerable<string> codes, Func<T, string?> cell)
    {
        Text(name, meaning, cell);
        return Change(column => column with { Codes = [.. codes] });
    }

    /// <summary>Gives the column declared last this use.</summary>
    public TableMaker<T> As(ColumnUse use) => Change(column => column with { Use = use });

    /// <summary>Columns that another method declares.</summary>
    public TableMaker<T> With(Action<TableMaker<T>> columns)
    {
        columns(this);
        return this;
    }

    public Table Make(string name, string meaning, IEnumerable<T> rows) =>
        new(name, meaning, [.. _columns.Select(c => c.Column)], [.. rows.Select(row => _columns.Select(c => c.Cell(row)).ToImmutableArray())]);

    private TableMaker<T> Add(Column column, Func<T, object?> cell)
    {
        _columns.Add((column, cell));
        return this;
    }

    private TableMaker<T> Change(Func<Column, Column> change)
    {
        _columns[^1] = (change(_columns[^1].Column), _columns[^1].Cell);
        return this;
    }
}
