namespace Dragoman.Record.Views;

/// <summary>How many records are in each state.</summary>
public readonly record struct Tally(int Draft, int Confirmed, int Amended, int Rejected)
{
    public int Total => Draft + Confirmed + Amended + Rejected;

    public static Tally operator +(Tally left, Tally right) =>
        new(left.Draft + right.Draft, left.Confirmed + right.Confirmed, left.Amended + right.Amended, left.Rejected + right.Rejected);

    public static Tally operator -(Tally left, Tally right) =>
        new(left.Draft - right.Draft, left.Confirmed - right.Confirmed, left.Amended - right.Amended, left.Rejected - right.Rejected);

    public static Tally Of(IEnumerable<RecordState> records)
    {
        Span<int> counts = stackalloc int[4];
        foreach (RecordState record in records) counts[(int)record.State]++;
        return new(counts[(int)ReviewState.Draft], counts[(int)ReviewState.Confirmed], counts[(int)ReviewState.Amended], counts[(int)ReviewState.Rejected]);
    }
}
