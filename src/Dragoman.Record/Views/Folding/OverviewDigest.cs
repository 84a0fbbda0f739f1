using System.Collections.Immutable;
using NodaTime;

namespace Dragoman.Record.Views.Folding;

/// <summary>Where a record stands: in which document, at which place of its records, and the day that it is sorted by.</summary>
internal readonly record struct Member(int Number, int Order, LocalDate Day, string Document, string Record)
{
    /// <summary>No members, to be sorted in order of filing.</summary>
    public static readonly ImmutableSortedSet<Member> None = ImmutableSortedSet.Create<Member>(comparer: Comparer<Member>.Create(Compare));

    /// <summary>No members, to be sorted by day, then in order of filing.</summary>
    public static readonly ImmutableSortedSet<Member> NoneByDay = ImmutableSortedSet.Create<Member>(comparer: Comparer<Member>.Create(CompareByDay));

    public static int Compare(Member left, Member right) => left.Number != right.Number ? left.Number.CompareTo(right.Number) : left.Order.CompareTo(right.Order);

    private static int CompareByDay(Member left, Member right) => left.Day != right.Day ? left.Day.CompareTo(right.Day) : Compare(left, right);
}

/// <summary>What one document brings to the overview. Rejected records bring nothing.</summary>
/// <param name="Findings">Each on its shelf, with the key that it shares with findings that say the same.</param>
/// <param name="Answers">Responses, each with the key of the proposal that it answers.</param>
/// <param name="Said">Statements by speaker.</param>
internal sealed record OverviewDigest(
    ImmutableArray<(string Shelf, UInt128 Key, Member Member)> Findings,
    ImmutableArray<(UInt128 Proposal, Member Response, bool IsCited)> Answers,
    ImmutableArray<(string Speaker, Member Member)> Said)
{
    public static OverviewDigest Of(DocumentState document) => Of(document, document.Records.Select(record => new CitedRecord(document, record)));

    /// <summary>What one record that is neither proposal nor response brings.</summary>
    /// <param name="document">The document.</param>
    /// <param name="place">The record's place among those of the document.</param>
    public static OverviewDigest Of(DocumentState document, int place) => Of(document, [new(document, document.Records[place])], place);

    /// <param name="document">The document.</param>
    /// <param name="records">Those of its records that count, in text order.</param>
    /// <param name="first">The place of the first of them.</param>
    public static OverviewDigest Of(DocumentState document, IEnumerable<CitedRecord> records, int first = 0)
    {
        ImmutableArray<(string, UInt128, Member)>.Builder findings = ImmutableArray.CreateBuilder<(string, UInt128, Member)>();
        ImmutableArray<(string, Member)>.Builder said = ImmutableArray.CreateBuilder<(string, Member)>();
        List<(CitedRecord Record, Member Member)> responses = [];
        List<(CitedRecord Record, UInt128 Key)> proposals = [];
        LocalDate? reported = CitedRecord.DayOf(document.Reading?.Published);
        foreach ((int i, CitedRecord record) in records.Index())
        {
            if (record.Record.State == ReviewState.Rejected) continue;
            Member member = new(document.Number, first + i, OverviewShelf.DayOf(record, reported), document.Id, record.Record.Id);
            if (record.Statement is { } statement)
            {
                if (record.ActorOf(statement.Speaker) is { } speaker) said.Add((ActorKey.Of(speaker), member));
                continue;
            }

            if (record.Finding!.Kind == FindingKind.Response)
            {
                responses.Add((record, member));
                continue;
            }

            UInt128 key = RepeatFolder.HashOf(record);
            findings.Add((OverviewShelf.Of(record), key, member));
            if (record.Finding.Kind == FindingKind.Proposal) proposals.Add((record, key));
        }

        ImmutableArray<(UInt128, Member, bool)> answers = Link(proposals, responses, findings);
        return new(findings.DrainToImmutable(), answers, said.DrainToImmutable());
    }

    private static ImmutableArray<(UInt128, Member, bool)> Link(
        List<(CitedRecord Record, UInt128 Key)> proposals, List<(CitedRecord Record, Member Member)> responses, ImmutableArray<(string, UInt128, Member)>.Builder findings)
    {
        ImmutableArray<(UInt128, Member, bool)>.Builder answers = ImmutableArray.CreateBuilder<(UInt128, Member, bool)>();
        ImmutableArray<CitedRecord> made = [.. proposals.Select(p => p.Record)];
        foreach ((CitedRecord response, Member member) in responses)
        {
            if (ProposalLinker.Find(made, response) is var (index, isCited) && index >= 0) answers.Add((proposals[index].Key, member, isCited));
            else findings.Add((OverviewShelf.OtherResponses, RepeatFolder.HashOf(response), member));
        }

        return answers.DrainToImmutable();
    }
}
