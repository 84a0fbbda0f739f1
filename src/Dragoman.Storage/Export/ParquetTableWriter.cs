using System.Collections.Immutable;
using Dragoman.Storage.Export.Tables;
using NodaTime;
using Parquet;
using Parquet.Schema;

namespace Dragoman.Storage.Export;

/// <summary>Writes a table as one Parquet file: text as UTF-8, numbers as 64-bit integers, dates as DATE; every column may be null.</summary>
public sealed class ParquetTableWriter
{
    private const int RowsPerGroup = 100_000;

    public async Task<byte[]> WriteAsync(Table table, CancellationToken cancellation = default)
    {
        ImmutableArray<DataField> fields = [.. table.Columns.Select(FieldOf)];
        using MemoryStream stream = new();
        await using (ParquetWriter writer = await ParquetWriter.CreateAsync(new ParquetSchema(fields), stream, cancellationToken: cancellation))
        {
            for (int start = 0; start < Math.Max(1, table.Rows.Length); start += RowsPerGroup)
            {
                using ParquetRowGroupWriter group = writer.CreateRowGroup();
                var rows = table.Rows.AsMemory().Slice(start, Math.Min(RowsPerGroup, table.Rows.Length - start));
                for (int i = 0; i < fields.Length; i++) await WriteAsync(group, fields[i], table.Columns[i].Type, CellsOf(rows, i), cancellation);
            }
        }

        return stream.ToArray();
    }

    private static DataField FieldOf(Column column) => column.Type switch
    {
        ColumnType.Number => new DataField<long?>(column.Name),
        ColumnType.Date => new DateTimeDataField(column.Name, DateTimeFormat.Date, isNullable: true),
        _ => new DataField<string>(column.Name),
    };

    private static object?[] CellsOf(ReadOnlyMemory<ImmutableArray<object?>> rows, int column)
    {
        object?[] cells = new object?[rows.Length];
        for (int i = 0; i < cells.Length; i++) cells[i] = rows.Span[i][column];
        return cells;
    }

    private static async Task WriteAsync(ParquetRowGroupWriter group, DataField field, ColumnType type, object?[] cells, CancellationToken cancellation)
    {
        switch (type)
        {
            case ColumnType.Number:
                await group.WriteAsync<long>(field, Array.ConvertAll(cells, cell => (long?)cell), cancellationToken: cancellation);
                break;
            case ColumnType.Date:
                await group.WriteAsync<DateTime>(field, Array.ConvertAll(cells, cell => ((LocalDate?)cell)?.ToDateTimeUnspecified()), cancellationToken: cancellation);
                break;
            default:
                await group.WriteAsync(field, Array.ConvertAll(cells, cell => (string?)cell)!);
                break;
        }
    }
}
