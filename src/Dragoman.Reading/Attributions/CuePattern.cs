using System.Collections.Immutable;

namespace Dragoman.Reading.Attributions;

/// <summary>Where the content of a cue may stand; the codes of the column <c>takes</c> of <c>cues.tsv</c>.</summary>
[Flags]
public enum Takes
{
    None = 0,

    /// <summary>A finite clause: "said (that) they would come".</summary>
    Clause = 1,

    /// <summary>A quotation before or after the cue.</summary>
    Quote = 2,

    /// <summary>The cue may follow or interrupt what it reports: "…, officials said".</summary>
    Aside = 4,

    /// <summary>An infinitive: "vowed to return".</summary>
    Infinitive = 8,

    /// <summary>A gerund: "denied shelling the town".</summary>
    Gerund = 16,

    /// <summary>The nominal object is the content: "condemned the attack".</summary>
    Nominal = 32,

    /// <summary>The nominal object is the content if it is itself a noun of saying: "rejected the claim that …".</summary>
    Claim = 64,

    /// <summary>The nominal object is the content if it is a noun of change or finding: "observed a decrease in …".</summary>
    Finding = 512,

    /// <summary>The object is who is spoken to: "told reporters".</summary>
    Hearer = 128,

    /// <summary>The object is the source: "quoted the minister as saying".</summary>
    Source = 256,
}

/// <summary>An object that goes with a second part: "accused <c>Norland of delay</c>" (<c>obj+of</c>), "asked Norland <c>to wait</c>" (<c>hearer+inf</c>).</summary>
/// <param name="ObjectIsHearer">Whether the object is spoken to and not part of the content.</param>
/// <param name="Second">A preposition, <c>inf</c> for an infinitive, or <c>pred</c> for a predicate ("called the talks useless").</param>
public readonly record struct PairedComplement(bool ObjectIsHearer, string Second)
{
    public const string Infinitive = "inf";

    public const string Predicate = "pred";
}

/// <summary>A line of <c>cues.tsv</c>.</summary>
public sealed record CuePattern
{
    /// <summary>Lemmas, the head first: <c>express concern over</c>.</summary>
    public required ImmutableArray<string> Words { get; init; }

    public required CueClass Class { get; init; }

    /// <summary>Whether the cue tells words (or writing), rather than an opinion, wish or fear.</summary>
    public required bool IsSpeech { get; init; }

    public required Takes Takes { get; init; }

    public required ImmutableArray<PairedComplement> Pairs { get; init; }

    /// <summary>Prepositions whose phrase is the content: "warned <c>of</c> sanctions".</summary>
    public required ImmutableArray<string> Prepositions { get; init; }

    /// <summary>The rule's place: <c>en/cues.tsv#accuse</c>.</summary>
    public required string Rule { get; init; }

    public bool Has(Takes takes) => (Takes & takes) != Takes.None;
}

/// <summary>The part of speech of a cue's head.</summary>
public enum CueClass
{
    Verb, Noun, Adj, Prep,
}
