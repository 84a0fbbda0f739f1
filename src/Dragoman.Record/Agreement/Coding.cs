using System.Collections.Immutable;
using Dragoman.Record.Entries;
using Dragoman.Record.Views;

namespace Dragoman.Record.Agreement;

/// <summary>What a coder made of a stretch of a document.</summary>
/// <param name="Id">The record's id in the coder's ledger.</param>
/// <param name="Start">Where its evidence begins, in UTF-16 code units.</param>
/// <param name="End">Where it ends.</param>
/// <param name="IsThere">False where the coder rejected it.</param>
/// <param name="Slots">The filled ones.</param>
public sealed record Judgement(string Id, string Document, string Kind, int Start, int End, bool IsThere, ImmutableDictionary<string, Mark> Slots);

/// <summary>All that one coder judged.</summary>
/// <param name="Complete">Ids of the documents in which a stretch that the coder has no judgement on is one where they found nothing; elsewhere it is not known.</param>
public sealed record Coding(string Coder, ImmutableArray<Judgement> Judgements, ImmutableHashSet<string> Complete)
{
    /// <summary>Each person's decisions in a ledger and the readers' drafts, as one coder each. What somebody decided later does not hide what another decided before.</summary>
    public static ImmutableArray<Coding> InLedger(LedgerState state)
    {
        CitedRecord[] records = [.. Records(state)];
        IEnumerable<string> people = records.SelectMany(r => r.Record.Decisions).Where(line => line.Run.IsPerson).Select(line => line.Run.Name).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal);
        return [Machine(state), .. people.Select(person => new Coding(person, [.. records.Select(r => JudgementOf(r, person)).OfType<Judgement>()], []))];
    }

    /// <summary>A ledger that one coder kept alone: what is confirmed or amended is there, what is rejected is not, drafts are not judged.</summary>
    public static Coding OfLedger(LedgerState state, string coder) => new(
        coder,
        [.. Records(state).Where(r => r.Record.State != ReviewState.Draft).Select(r => Judge(r, r.Record.Content, r.Record.State != ReviewState.Rejected))],
        [.. state.InOrder.Where(d => d.Open == 0).Select(d => d.Id)]);

    /// <summary>The readers' drafts: a coder that looks at every document.</summary>
    public static Coding Machine(LedgerState state) => new(
        string.Join(", ", state.InOrder.Select(d => d.Reading?.Reader).OfType<string>().Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)),
        [.. Records(state).Where(r => r.Document.Reading is { } reading && reading.Records.Contains(r.Record.Id)).Select(r => Judge(r, r.Record.Draft, isThere: true))],
        [.. state.Documents.Keys]);

    private static IEnumerable<CitedRecord> Records(LedgerState state) => state.InOrder.SelectMany(d => d.Records.Select(r => new CitedRecord(d, r)));

    private static Judgement? JudgementOf(CitedRecord record, string person) => record.Record.Decisions.FirstOrDefault(line => line.Run.IsPerson && line.Run.Name == person)?.Entry switch
    {
        RecordConfirmed => Judge(record, record.Record.Draft, isThere: true),
        RecordAmended amended => Judge(record, amended.Content, isThere: true),
        RecordRejected or RecordMerged => Judge(record, record.Record.Draft, isThere: false),
        _ => null,
    };

    private static Judgement Judge(CitedRecord record, RecordContent content, bool isThere)
    {
        (int start, int end) = content is Found found ? (found.Finding.Evidence.Start, found.Finding.Evidence.End) : content.Extent;
        return new(record.Record.Id, record.Document.Id, record.Kind, start, end, isThere, Mark.Of(record.Record, content));
    }
}
