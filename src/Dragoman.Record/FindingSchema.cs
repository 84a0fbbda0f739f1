using System.Collections.Immutable;

namespace Dragoman.Record;

public enum SlotType
{
    Actors, Time, Text, Word, Duration, Number,
}

/// <summary>A slot of a record kind; for <see cref="SlotType.Word"/> with the words it may hold.</summary>
public sealed record SlotSchema(string Name, SlotType Type, ImmutableArray<string> Words);

/// <summary>Which slots each of the ten kinds has, in the order in which they are written. The contract of <c>dragoman-reading/1</c>.</summary>
public static class FindingSchema
{
    private static readonly ImmutableDictionary<FindingKind, ImmutableArray<SlotSchema>> Slots = new Dictionary<FindingKind, ImmutableArray<SlotSchema>>
    {
        [FindingKind.Ceasefire] = [Word("act", "announced agreed in-effect extended suspended ended rejected"), Actors("by"), Actors("with"), Time("start"), Time("end"), Duration("duration"), Text("scope"), Text("occasion")],
        [FindingKind.Violation] = [Actors("claimant"), Actors("accused"), Number("count"), Time("period"), Text("of")],
        [FindingKind.Proposal] = [Actors("by"), Actors("to"), Word("subject", "ceasefire talks exchange moratorium peace-plan territory security-guarantee withdrawal humanitarian monitoring other"), Text("content"), Duration("duration"), Word("status", "made repeated withdrawn")],
        [FindingKind.Response] = [Actors("by"), Word("stance", "accept reject open conditional counter awaiting"), Text("to")],
        [FindingKind.Condition] = [Actors("by"), Actors("on"), Text("content"), Text("for")],
        [FindingKind.Meeting] = [Actors("participants"), Text("place"), Time("time"), Word("status", "held under-way planned proposed cancelled refused"), Text("topic")],
        [FindingKind.Ultimatum] = [Actors("by"), Actors("target"), Text("consequence"), Text("unless"), Time("due")],
        [FindingKind.Agreement] = [Actors("parties"), Word("act", "reached signed implemented suspended withdrawn"), Text("content"), Time("time")],
        [FindingKind.Forecast] = [Actors("by"), Text("proposition"), Word("likelihood", "certain likely possible unlikely impossible"), Text("phrase"), Time("horizon"), Text("condition")],
        [FindingKind.Novelty] = [Text("about"), Time("since")],
    }.ToImmutableDictionary();

    /// <summary>The kinds in the order of the contract.</summary>
    public static ImmutableArray<FindingKind> Kinds { get; } = [.. Enum.GetValues<FindingKind>()];

    public static ImmutableArray<SlotSchema> Of(FindingKind kind) => Slots[kind];

    /// <summary>The slot of this name, or null if the kind has none.</summary>
    public static SlotSchema? Find(FindingKind kind, string slot) => Slots[kind].FirstOrDefault(s => s.Name == slot);

    public static bool CarriesFactuality(FindingKind kind) =>
        kind is not (FindingKind.Forecast or FindingKind.Ultimatum or FindingKind.Novelty);

    private static SlotSchema Actors(string name) => new(name, SlotType.Actors, []);

    private static SlotSchema Time(string name) => new(name, SlotType.Time, []);

    private static SlotSchema Text(string name) => new(name, SlotType.Text, []);

    private static SlotSchema Number(string name) => new(name, SlotType.Number, []);

    private static SlotSchema Duration(string name) => new(name, SlotType.Duration, []);

    private static SlotSchema Word(string name, string words) => new(name, SlotType.Word, [.. words.Split(' ')]);
}
