using System.Collections.Immutable;
using Dragoman.Record.Entries;

namespace Dragoman.Record.Views;

public enum ReviewState
{
    Draft, Confirmed, Amended, Rejected,
}

/// <summary>A record as it stands: its content, the reading that its actors and times belong to, and what reviewers decided.</summary>
public sealed record RecordState
{
    public required string Id { get; init; }

    /// <summary>The latest draft's content.</summary>
    public required RecordContent Draft { get; init; }

    /// <summary>The reading that drafted it last.</summary>
    public required ReadingFiled Reading { get; init; }

    /// <summary>Id of the latest entry about the record: what a decision comes after.</summary>
    public required string Latest { get; init; }

    /// <summary>Decisions that hold or have been overruled, but not those taken back; the latest on top.</summary>
    public ImmutableStack<LedgerLine> Decisions { get; init; } = [];

    /// <summary>The rejection of wider scope that covers this record, if it has no decision of its own.</summary>
    public LedgerLine? Dismissal { get; init; }

    public LedgerLine? Decided => Decisions.IsEmpty ? null : Decisions.Peek();

    public ReviewState State => Decided?.Entry switch
    {
        RecordConfirmed => ReviewState.Confirmed,
        RecordAmended => ReviewState.Amended,
        RecordRejected or RecordMerged => ReviewState.Rejected,
        _ => Dismissal is null ? ReviewState.Draft : ReviewState.Rejected,
    };

    /// <summary>What the record says: an amendment's content, or else the draft's.</summary>
    public RecordContent Content => Decided?.Entry is RecordAmended amended ? amended.Content : Draft;

    /// <summary>The reading whose actors and times <see cref="Content"/> refers to: an amendment keeps to the one that its author saw.</summary>
    public ReadingFiled ReadIn => Decided is { Entry: RecordAmended } amended ? AmendedIn.GetValueOrDefault(amended.Id, Reading) : Reading;

    /// <summary>The actors that <see cref="Content"/> may refer to.</summary>
    public IEnumerable<Actor> Actors => Decided?.Entry is RecordAmended { Actors: { } named } ? ReadIn.Actors.Concat(named) : ReadIn.Actors;

    private ImmutableDictionary<string, ReadingFiled> AmendedIn { get; init; } = ImmutableDictionary.Create<string, ReadingFiled>(StringComparer.Ordinal);

    public string Kind => Draft.Kind;

    public string Document => Reading.Document;

    internal RecordState With(LedgerLine line) => line.Entry switch
    {
        DecisionWithdrawn => this with { Latest = line.Id, Decisions = Decisions.IsEmpty ? Decisions : Decisions.Pop() },
        RecordAmended => this with { Latest = line.Id, AmendedIn = AmendedIn.SetItem(line.Id, ReadIn), Decisions = Decisions.Push(line) },
        _ => this with { Latest = line.Id, Decisions = Decisions.Push(line) },
    };
}
