using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text.Json;
using Dragoman.Record.Entries;
using Dragoman.Record.Views;
using Dragoman.Storage.Export.Tables;
using NodaTime.Text;

namespace Dragoman.Storage.Export;

/// <summary>A file of an export before it is written.</summary>
/// <param name="Name">Relative to the export's folder.</param>
/// <param name="Table">The table or set that it holds: what its count is checked against.</param>
/// <param name="Rows">How many rows, annotations, events or entries it holds, counted in the bytes; null for a file that is not counted.</param>
public sealed record ExportFile(string Name, byte[] Bytes, string? Table = null, long? Rows = null)
{
    public string Sha256 { get; } = Convert.ToHexStringLower(SHA256.HashData(Bytes));
}

/// <summary>What a list of the data folder was when an export used it.</summary>
public sealed record ListUsed(string File, string Sha256);

/// <summary>What is exported: a state of a ledger, the line it ends with, and what it is coded with.</summary>
/// <param name="AsOf">The moment that was asked for, as the user wrote it; null for now.</param>
/// <param name="Program">The program's version.</param>
/// <param name="LikelihoodScale">The name of the scale that words of probability are put on.</param>
/// <param name="Lists">The lists of codes that were used.</param>
public sealed record ExportSource(LedgerState State, LedgerLine? Head, string? AsOf, string Program, string LikelihoodScale, ImmutableArray<ListUsed> Lists)
{
    /// <summary>The version, where the export is a release.</summary>
    public string? Version { get; init; }

    /// <summary>The release before it, if there is one.</summary>
    public string? Previous { get; init; }
}

/// <summary>
/// <c>manifest.json</c> (<c>dragoman-export/1</c>): what an export holds, of which ledger, with which versions, and the hash of each file.
/// No moment of writing: the same ledger gives the same manifest.
/// </summary>
internal static class Manifest
{
    public const string Name = "manifest.json";

    public const string Format = "dragoman-export/1";

    public static byte[] Write(ExportSource source, ExportScope scope, ImmutableArray<Table> tables, IEnumerable<ExportFile> files)
    {
        using MemoryStream stream = new();
        using (Utf8JsonWriter json = new(stream, ExportJson.Indented))
        {
            json.WriteStartObject();
            json.WriteString("format", Format);
            json.WriteString("program", source.Program);
            ExportJson.WriteKnown(json, "release", source.Version);
            ExportJson.WriteKnown(json, "previous_release", source.Previous);
            WriteLedger(json, source);
            ExportJson.WriteKnown(json, "process", scope.Process.Process?.Key);
            json.WriteString("records", scope.ConfirmedOnly ? "confirmed and amended" : "all but rejected");
            json.WriteBoolean("texts", scope.WithTexts);
            json.WriteString("likelihood_scale", source.LikelihoodScale);
            WriteReaders(json, scope.Process.Documents(source.State));
            WriteCounts(json, source.State, scope, tables);
            json.WriteStartArray("lists");
            foreach (ListUsed list in source.Lists)
            {
                json.WriteStartObject();
                json.WriteString("file", list.File);
                json.WriteString("sha256", list.Sha256);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            WriteFiles(json, files);
            json.WriteEndObject();
        }

        stream.WriteByte((byte)'\n');
        return stream.ToArray();
    }

    private static void WriteLedger(Utf8JsonWriter json, ExportSource source)
    {
        json.WriteStartObject("ledger");
        json.WriteNumber("lines", source.State.Head);
        json.WriteString("head", source.Head?.Id);
        ExportJson.WriteKnown(json, "as_of", source.AsOf);
        json.WriteString("last_change", source.Head is { } head ? LocalDatePattern.Iso.Format(head.Recorded.InUtc().Date) : null);
        json.WriteEndObject();
    }

    private static void WriteReaders(Utf8JsonWriter json, IEnumerable<DocumentState> documents)
    {
        json.WriteStartObject("readers");
        foreach (var same in documents.Select(d => d.Reading?.Reader).OfType<string>().GroupBy(r => r, StringComparer.Ordinal).OrderBy(g => g.Key, StringComparer.Ordinal))
            json.WriteNumber(same.Key, same.Count());
        json.WriteEndObject();
    }

    private static void WriteCounts(Utf8JsonWriter json, LedgerState state, ExportScope scope, ImmutableArray<Table> tables)
    {
        json.WriteStartObject("rows");
        foreach (Table table in tables) json.WriteNumber(table.Name, table.Rows.Length);
        json.WriteEndObject();
        json.WriteStartObject("left_out");
        json.WriteNumber("rejected", scope.Process.Records(state).Count(r => r.Record.State == ReviewState.Rejected));
        json.WriteNumber("documents_that_could_not_be_read", state.Failures.Count);
        json.WriteEndObject();
    }

    private static void WriteFiles(Utf8JsonWriter json, IEnumerable<ExportFile> files)
    {
        json.WriteStartArray("files");
        foreach (ExportFile file in files)
        {
            json.WriteStartObject();
            json.WriteString("name", file.Name);
            json.WriteNumber("bytes", file.Bytes.LongLength);
            if (file.Rows is { } rows) json.WriteNumber("rows", rows);
            json.WriteString("sha256", file.Sha256);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}
