using System.Collections.Immutable;
using Dragoman.Record.Views;
using Dragoman.Record.Views.Boards;
using NodaTime;

namespace Dragoman.Record.Linking;

/// <summary>What of a document is compared with others.</summary>
internal sealed class DocumentTraits
{
    private const int Gram = 3; // words of a statement by which another is found
    private const int DaysOfBucket = 7;

    public DocumentTraits(DocumentState document)
    {
        Document = document;
        Day = CitedRecord.DayOf(document.Reading?.Published);
        Prints = Fingerprints.Of(WordPattern.Fold(BodyOf(document)));
        ImmutableArray<CitedRecord> records = [.. document.Records.Where(r => r.State != ReviewState.Rejected).Select(r => new CitedRecord(document, r))];
        Statements = [.. records.Where(r => r.Statement is not null).Select(r => new StatementTraits(r))];
        Findings = [.. records.Where(r => r.Finding is not null).Select(r => new FindingTraits(r))];
        Keys = [.. Prints.Concat(Statements.SelectMany(GramsOf)).Concat(KeysOf(0)).Distinct()];
        Sought = [.. Keys.Concat(KeysOf(-1)).Concat(KeysOf(1)).Distinct()];
    }

    public DocumentState Document { get; }

    public LocalDate? Day { get; }

    public ImmutableArray<ulong> Prints { get; }

    public ImmutableArray<StatementTraits> Statements { get; }

    public ImmutableArray<FindingTraits> Findings { get; }

    /// <summary>Under which it is found.</summary>
    public ImmutableArray<ulong> Keys { get; }

    /// <summary>Under which others are looked for: its keys, and those of findings of the week before and after.</summary>
    public ImmutableArray<ulong> Sought { get; }

    private static string BodyOf(DocumentState document) => document.Reading is { Regions: { IsEmpty: false } regions }
        ? string.Join('\n', regions.Where(r => r.Kind is RegionKind.Body or RegionKind.Standfirst or RegionKind.Subhead).Select(r => r.Place.Words))
        : document.Text;

    private static IEnumerable<ulong> GramsOf(StatementTraits statement) =>
        Enumerable.Range(0, Math.Max(0, statement.Words.Count - Gram + 1)).Select(i => Fingerprints.Hash(statement.Words, i, Gram));

    /// <summary>One key for each kind and actor of a finding in each week.</summary>
    private IEnumerable<ulong> KeysOf(int weeks)
    {
        if (Day is not { } day) yield break;
        string bucket = ((Period.DaysBetween(default, day) / DaysOfBucket) + weeks).ToString(System.Globalization.CultureInfo.InvariantCulture);
        foreach (FindingTraits finding in Findings)
        {
            foreach (string actor in finding.Leaders) yield return Fingerprints.Hash([finding.Family, actor, bucket], 0, 3);
            foreach (string name in finding.Names) yield return Fingerprints.Hash(["offer", name, bucket], 0, 3);
        }
    }
}

/// <summary>A statement as it is compared.</summary>
internal sealed class StatementTraits
{
    public StatementTraits(CitedRecord record)
    {
        Record = record;
        Words = WordPattern.Fold(string.Join(' ', record.Statement!.Content.Select(p => p.Words)));
        Distinct = [.. Words];
        Speaker = record.ActorOf(record.Statement.Speaker) is { Kind: not ActorKind.Unnamed } actor ? actor : null;
        SpeakerKey = Speaker is null ? null : IdentityKey.Of(Speaker);
    }

    public CitedRecord Record { get; }

    public IReadOnlyList<string> Words { get; }

    public HashSet<string> Distinct { get; }

    /// <summary>Null if unknown or without a name.</summary>
    public Actor? Speaker { get; }

    public string? SpeakerKey { get; }
}

/// <summary>A finding as it is compared.</summary>
internal sealed class FindingTraits
{
    private static readonly ImmutableArray<string> Contents = ["to", "content", "topic", "consequence", "of", "scope"]; // slots that say what it is about

    public FindingTraits(CitedRecord record)
    {
        Record = record;
        Family = record.Finding!.Kind is FindingKind.Agreement or FindingKind.Response ? "answer" : record.Kind;
        Leaders = [.. Leading(record).SelectMany(record.Actors).Where(a => a.Kind != ActorKind.Unnamed).Select(IdentityKey.Of).Distinct(StringComparer.Ordinal)];
        Object = [.. Contents.Select(record.Text).OfType<Passage>().SelectMany(p => WordPattern.Fold(p.Words)).Where(w => w.Length > 3)];
    }

    public CitedRecord Record { get; }

    /// <summary>Kinds that can speak of one thing share a family: an agreement and the consent to it.</summary>
    public string Family { get; }

    /// <summary>Keys of those who do it, or of whom it is said.</summary>
    public ImmutableArray<string> Leaders { get; }

    /// <summary>A proposal's names of those who make it, by their last words; a response's words that may be such a name.</summary>
    public IEnumerable<string> Names => Kind switch
    {
        FindingKind.Proposal => Record.Actors("by").Select(a => WordPattern.Fold(a.Name)).Where(words => words.Count > 0).Select(words => words[^1]),
        FindingKind.Response => Object,
        _ => [],
    };

    /// <summary>The longer words of what it is about.</summary>
    public HashSet<string> Object { get; }

    public FindingKind Kind => Record.Finding!.Kind;

    public Factuality? Factuality => Record.Finding!.Factuality;

    private static ImmutableArray<string> Leading(CitedRecord record) => record.Finding!.Kind switch
    {
        FindingKind.Meeting => ["participants"],
        FindingKind.Agreement => ["parties"],
        FindingKind.Violation => ["accused", "claimant"],
        _ => ["by"],
    };
}

/// <summary>What holds somebody together across documents whatever kind a reading gave them: the id in the world data, or else the folded name.</summary>
public static class IdentityKey
{
    public static string Of(Actor actor) => actor.World is { } world ? "world:" + world : WordPattern.FoldedName(actor.Name);
}
