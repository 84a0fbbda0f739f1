using System.Collections.Immutable;
using System.Text;
using Dragoman.Record.Entries;
using Dragoman.Record.Views;
using NodaTime.Text;

namespace Dragoman.Storage.Releases;

/// <summary>How a release is to be cited: the Citation File Format 1.2.0, which reference managers and repositories read.</summary>
/// <param name="Title">The data set's title.</param>
/// <param name="Authors">Names as they are to be printed; by default those who decided about records.</param>
public sealed record Citation(string Title, ImmutableArray<string> Authors)
{
    /// <summary>Everybody who decided about a record, by name.</summary>
    public static ImmutableArray<string> ReviewersOf(LedgerState state) =>
        [.. state.InOrder.SelectMany(d => d.Records).SelectMany(r => r.Decisions).Where(line => line.Run.IsPerson).Select(line => line.Run.Name).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];

    /// <param name="version">The release.</param>
    /// <param name="head">The ledger's last line: its day is the day of the release.</param>
    public byte[] Write(ReleaseVersion version, LedgerLine? head)
    {
        StringBuilder text = new("cff-version: 1.2.0\nmessage: Please cite the version that you used.\ntype: dataset\n");
        text.Append(null, $"title: {Quote(Title)}\nversion: {Quote(version.ToString())}\n");
        if (head is not null) text.Append(null, $"date-released: {LocalDatePattern.Iso.Format(head.Recorded.InUtc().Date)}\nidentifiers:\n  - type: other\n    value: {Quote("ledger " + head.Id)}\n    description: The last line of the ledger that it was made of.\n");
        text.Append("authors:\n");
        foreach (string author in Authors.IsEmpty ? ["unknown"] : Authors) text.Append(null, $"  - name: {Quote(author)}\n");
        return Encoding.UTF8.GetBytes(text.ToString());
    }

    private static string Quote(string text) => "\"" + text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal).ReplaceLineEndings(" ") + "\"";
}
