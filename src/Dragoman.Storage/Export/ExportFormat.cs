namespace Dragoman.Storage.Export;

public enum ExportFormat
{
    Csv, Parquet, JsonLd, Ical, Plover, Xlsx,
}
