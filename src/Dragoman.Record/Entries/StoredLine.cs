using NodaTime;
using NodaTime.Text;

namespace Dragoman.Record.Entries;

/// <summary>A ledger's line as a store keeps it: text only, so that a check sees exactly what is there.</summary>
/// <param name="Sequence">From 1; 0 for a line that has not been appended yet.</param>
/// <param name="Id">The SHA-256 of <paramref name="Json"/>.</param>
/// <param name="Recorded">ISO 8601 in UTC.</param>
/// <param name="Run">As <see cref="Entries.Run"/> writes it.</param>
/// <param name="Json">As <see cref="EntryJson"/> writes it.</param>
public sealed record StoredLine(long Sequence, string Id, string Recorded, string Run, string Json)
{
    public static StoredLine Of(Entry entry, Run run, Instant recorded)
    {
        string json = EntryJson.Write(entry);
        return new(0, EntryJson.Id(json), InstantPattern.ExtendedIso.Format(recorded), run.ToString(), json);
    }

    private static volatile Tuple<string, Instant>? Last;

    /// <exception cref="FormatException">Any part of it cannot be read; the message says which.</exception>
    public LedgerLine Parse() => new(Sequence, Id, Moment(Recorded), Entries.Run.Parse(Run), EntryJson.Read(Json));

    /// <summary>Lines of one filing were recorded at one moment, so the last is often asked for again.</summary>
    private static Instant Moment(string text)
    {
        if (Last is { } last && last.Item1 == text) return last.Item2;
        ParseResult<Instant> recorded = InstantPattern.ExtendedIso.Parse(text);
        if (!recorded.Success) throw new FormatException($"'{text}' is no moment in ISO 8601");
        Last = new(text, recorded.Value);
        return recorded.Value;
    }
}
