using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Dragoman.Record;
using Dragoman.Storage.Export;
using Dragoman.Storage.Export.Csv;
using Dragoman.Storage.Export.Tables;

namespace Dragoman.Storage.Releases;

/// <summary>
/// Makes a release: an export with a version, a citation, the changes to the release before row by row, and the ids that are gone. The same
/// ledger and the same earlier release give the same bytes.
/// </summary>
public sealed class ReleaseMaker(Exporter exporter)
{
    private const int CodeSpan = 80; // characters of a value that CHANGES.md shows

    /// <param name="source">What is released.</param>
    /// <param name="scope">Which records.</param>
    /// <param name="formats">CSV is always among them: later releases are compared with it.</param>
    /// <param name="version">Higher than the release before.</param>
    /// <param name="citation">How it is to be cited.</param>
    /// <param name="previous">The folder of the release before; null for the first.</param>
    /// <param name="folder">The folder to write.</param>
    /// <param name="cancellation">Stops between files.</param>
    /// <returns>The files written and the changes.</returns>
    /// <exception cref="LedgerException">DG3050: the version is not higher. DG3051: there is no release in the folder named. DG3040 to DG3042: as for an export.</exception>
    public async Task<(ImmutableArray<ExportFile> Files, ImmutableArray<Change> Changes)> ReleaseAsync(
        ExportSource source, ExportScope scope, IEnumerable<ExportFormat> formats, ReleaseVersion version, Citation citation, string? previous, string folder, CancellationToken cancellation = default)
    {
        RecordSnapshot now = RecordSnapshot.Of(source.State, scope, version.ToString());
        RecordSnapshot? before = previous is null ? null : RecordSnapshot.Read(previous);
        if (before is not null) CheckHigher(version, before.Name, previous!);
        ImmutableArray<Change> changes = before is null ? [] : new SnapshotDiffer().Compare(before, now);
        List<ExportFile> more = [new("CITATION.cff", citation.Write(version, source.Head)), new("CHANGES.md", Describe(version, before, changes))];
        if (before is not null)
        {
            more.Add(new("changes.csv", new CsvWriter().Write(SnapshotDiffer.Tabulate(changes))));
            more.Add(new("tombstones.csv", new CsvWriter().Write(Tombstones.Tabulate(Tombstones.Of(previous!, before, now, changes)))));
        }

        ExportSource released = source with { Version = version.ToString(), Previous = before?.Name };
        ImmutableArray<ExportFile> files = await exporter.MakeAsync(released, scope, formats.Append(ExportFormat.Csv), more, cancellation);
        ExportFolder.Replace(folder, files);
        return (files, changes);
    }

    private static void CheckHigher(ReleaseVersion version, string before, string folder)
    {
        if (ReleaseVersion.TryParse(before) is not { } earlier)
            throw new LedgerException("DG3051", $"{folder} is an export without a version. Name the folder of the release before with --previous.");
        if (version <= earlier)
            throw new LedgerException("DG3050", $"The version {version} is not higher than {earlier}, which the release before has. Give a higher one.");
    }

    private static byte[] Describe(ReleaseVersion version, RecordSnapshot? before, ImmutableArray<Change> changes)
    {
        StringBuilder text = new($"# Version {version}\n\n");
        if (before is null) return Encoding.UTF8.GetBytes(text.Append("The first release.\n").ToString());
        text.Append(CultureInfo.InvariantCulture, $"Since {before.Name}: {Summary(changes)}.\n");
        foreach (IGrouping<string, Change> table in changes.GroupBy(c => c.Row.Table, StringComparer.Ordinal))
        {
            text.Append(CultureInfo.InvariantCulture, $"\n## {table.Key}\n\n");
            foreach (Change change in table) text.Append("- ").Append(LineOf(change)).Append('\n');
        }

        return Encoding.UTF8.GetBytes(text.ToString());
    }

    /// <summary>How many rows came, changed and went.</summary>
    public static string Summary(ImmutableArray<Change> changes)
    {
        int Rows(ChangeKind kind) => changes.Where(c => c.Kind == kind).Select(c => c.Row.Id).Distinct(StringComparer.Ordinal).Count();
        return string.Create(CultureInfo.InvariantCulture, $"{Rows(ChangeKind.Added)} added, {Rows(ChangeKind.Changed)} changed, {Rows(ChangeKind.Removed)} removed");
    }

    /// <summary>A change as one line of Markdown.</summary>
    public static string LineOf(Change change) => change.Kind switch
    {
        ChangeKind.Added => $"added `{change.Row.Id}`: {Short(change.Row.Shown)}",
        ChangeKind.Removed => $"removed `{change.Row.Id}`: {Short(change.Row.Shown)} ({change.Why ?? "why is not known"})",
        _ => $"changed `{change.Row.Id}`, {change.Column}: {Value(change.Before)} → {Value(change.After)}",
    };

    private static string Value(string? text) => text is null ? "(empty)" : $"`{Short(text)}`";

    private static string Short(string text)
    {
        string line = text.ReplaceLineEndings(" ");
        if (line.Length <= CodeSpan) return line;
        int end = char.IsHighSurrogate(line[CodeSpan - 1]) ? CodeSpan - 1 : CodeSpan;
        return line[..end] + "…";
    }
}
