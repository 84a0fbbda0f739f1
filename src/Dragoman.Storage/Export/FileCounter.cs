using System.IO.Compression;
using System.Text;
using System.Text.Json;
using System.Xml;
using Dragoman.Storage.Export.Csv;
using Parquet;

namespace Dragoman.Storage.Export;

/// <summary>Counts what a written file holds, from its bytes alone, so that a fault in a writer shows as a wrong count.</summary>
internal static class FileCounter
{
    public static long Csv(byte[] bytes) => new CsvReader().Read(Encoding.UTF8.GetString(bytes)).Length - 1; // the header

    public static async Task<long> ParquetAsync(byte[] bytes, CancellationToken cancellation)
    {
        await using ParquetReader reader = await ParquetReader.CreateAsync(new MemoryStream(bytes), cancellationToken: cancellation);
        return reader.Metadata?.NumRows ?? 0;
    }

    public static long JsonLd(byte[] bytes)
    {
        using JsonDocument document = JsonDocument.Parse(bytes);
        return document.RootElement.GetProperty("@graph").EnumerateArray().Count(node => node.GetProperty("type").GetString() == "Annotation");
    }

    public static long Lines(byte[] bytes) => bytes.Count(b => b == (byte)'\n');

    public static long Ical(byte[] bytes) => Encoding.UTF8.GetString(bytes).Split("\r\n").Count(line => line == "BEGIN:VEVENT");

    /// <summary>Rows of all sheets, without their headers.</summary>
    public static long Xlsx(byte[] bytes)
    {
        using ZipArchive archive = new(new MemoryStream(bytes), ZipArchiveMode.Read);
        long rows = 0;
        foreach (ZipArchiveEntry sheet in archive.Entries.Where(e => e.FullName.StartsWith("xl/worksheets/", StringComparison.Ordinal)))
        {
            using Stream stream = sheet.Open();
            using XmlReader xml = XmlReader.Create(stream);
            while (xml.ReadToFollowing("row")) rows++;
            rows--;
        }

        return rows;
    }
}
