using NodaTime;

namespace Dragoman.Record.Entries;

/// <summary>An entry as it stands in the ledger.</summary>
/// <param name="Sequence">From 1, without gaps, in the order of appending.</param>
/// <param name="Id">Derived from the entry's JSON; see <see cref="EntryJson.Id(string)"/>.</param>
/// <param name="Recorded">When it was appended.</param>
/// <param name="Run">Who wrote it.</param>
public sealed record LedgerLine(long Sequence, string Id, Instant Recorded, Run Run, Entry Entry);

/// <summary>Who wrote an entry: a reader with its version (<c>reader:rules/1</c>) or a person (<c>person:Ada</c>).</summary>
public sealed record Run
{
    private const string ReaderMark = "reader:";
    private const string PersonMark = "person:";

    private Run(bool isPerson, string name)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        IsPerson = isPerson;
        Name = name;
    }

    public bool IsPerson { get; }

    public string Name { get; }

    public static Run Reader(string name) => new(isPerson: false, name);

    public static Run Person(string name) => new(isPerson: true, name);

    /// <exception cref="FormatException">It has neither form.</exception>
    public static Run Parse(string text)
    {
        if (text.StartsWith(ReaderMark, StringComparison.Ordinal)) return Reader(text[ReaderMark.Length..]);
        if (text.StartsWith(PersonMark, StringComparison.Ordinal)) return Person(text[PersonMark.Length..]);
        throw new FormatException($"'{text}' is neither {ReaderMark}NAME nor {PersonMark}NAME");
    }

    public override string ToString() => (IsPerson ? PersonMark : ReaderMark) + Name;
}
