using System.Collections.Immutable;
using Dragoman.Record.Entries;
using NodaTime;

namespace Dragoman.Record.Views.Folding;

/// <summary>A group of findings that say the same, as it is sorted on its shelf: by the day of its first member, the latest first, then in order of filing.</summary>
internal readonly record struct Rank(Member First, UInt128 Key)
{
    public static readonly ImmutableSortedSet<Rank> None = ImmutableSortedSet.Create<Rank>(comparer: Comparer<Rank>.Create(Compare));

    private static int Compare(Rank left, Rank right)
    {
        int byDay = right.First.Day.CompareTo(left.First.Day);
        if (byDay != 0) return byDay;
        int byPlace = Member.Compare(left.First, right.First);
        return byPlace != 0 ? byPlace : left.Key.CompareTo(right.Key);
    }
}

/// <summary>A speaker as sorted: by the day of their latest statement, then by the number of statements, then by name.</summary>
internal readonly record struct VoiceRank(LocalDate Day, int Count, string Speaker)
{
    public static readonly ImmutableSortedSet<VoiceRank> None = ImmutableSortedSet.Create<VoiceRank>(comparer: Comparer<VoiceRank>.Create(Compare));

    private static int Compare(VoiceRank left, VoiceRank right)
    {
        int byDay = right.Day.CompareTo(left.Day);
        if (byDay != 0) return byDay;
        int byCount = right.Count.CompareTo(left.Count);
        return byCount != 0 ? byCount : string.CompareOrdinal(left.Speaker, right.Speaker);
    }
}

/// <summary>A response to a proposal; in order of filing.</summary>
internal readonly record struct AnswerRank(Member Response, bool IsCited)
{
    public static readonly ImmutableSortedSet<AnswerRank> None = ImmutableSortedSet.Create<AnswerRank>(comparer: Comparer<AnswerRank>.Create(static (left, right) => Member.Compare(left.Response, right.Response)));
}

/// <summary>
/// What the overview shows, sorted, kept up as documents change: a change costs what the document's own records cost. It is made when the
/// overview is first asked for, and carried on from state to state after that.
/// </summary>
internal sealed class OverviewIndex
{
    private const int Workers = 4; // on fewer cores they take turns

    private readonly ImmutableDictionary<UInt128, ImmutableSortedSet<Member>>.Builder _groups;
    private readonly ImmutableDictionary<UInt128, ImmutableSortedSet<AnswerRank>>.Builder _answers;
    private readonly ImmutableDictionary<string, ImmutableSortedSet<Member>>.Builder _speakers;
    private readonly ImmutableSortedSet<VoiceRank>.Builder _voices;
    private readonly ImmutableDictionary<string, ImmutableSortedSet<Rank>> _shelves;
    private readonly Dictionary<string, ImmutableSortedSet<Rank>.Builder> _open = new(StringComparer.Ordinal); // shelves that are being changed

    private OverviewIndex(Frozen frozen)
    {
        _groups = frozen.Groups.ToBuilder();
        _answers = frozen.Answers.ToBuilder();
        _speakers = frozen.Speakers.ToBuilder();
        _voices = frozen.Voices.ToBuilder();
        _shelves = frozen.Shelves;
    }

    /// <summary>The index at rest.</summary>
    /// <param name="Groups">Findings that say the same, by what they say, in order of filing.</param>
    /// <param name="Answers">Responses by the key of the proposals that they answer.</param>
    /// <param name="Speakers">Statements by speaker, the latest last.</param>
    /// <param name="Voices">The speakers, sorted.</param>
    /// <param name="Shelves">The groups of each section, sorted.</param>
    public sealed record Frozen(
        ImmutableDictionary<UInt128, ImmutableSortedSet<Member>> Groups,
        ImmutableDictionary<UInt128, ImmutableSortedSet<AnswerRank>> Answers,
        ImmutableDictionary<string, ImmutableSortedSet<Member>> Speakers,
        ImmutableSortedSet<VoiceRank> Voices,
        ImmutableDictionary<string, ImmutableSortedSet<Rank>> Shelves)
    {
        private static readonly Frozen Empty = new(
            ImmutableDictionary.Create<UInt128, ImmutableSortedSet<Member>>(),
            ImmutableDictionary.Create<UInt128, ImmutableSortedSet<AnswerRank>>(),
            ImmutableDictionary.Create<string, ImmutableSortedSet<Member>>(StringComparer.Ordinal),
            VoiceRank.None,
            ImmutableDictionary.Create<string, ImmutableSortedSet<Rank>>(StringComparer.Ordinal));

        /// <summary>The index of these documents. The documents are digested in parallel and entered in order.</summary>
        public static Frozen Of(IEnumerable<DocumentState> documents) =>
            Of(documents.AsParallel().AsOrdered().WithDegreeOfParallelism(Workers).Select(document => OverviewDigest.Of(document)));

        /// <summary>The index of a part of these documents.</summary>
        public static Frozen Of(IEnumerable<DocumentState> documents, Func<DocumentState, IEnumerable<CitedRecord>> records) =>
            Of(documents.Select(document => OverviewDigest.Of(document, records(document))));

        private static Frozen Of(IEnumerable<OverviewDigest> digests)
        {
            OverviewIndex index = Empty.Thaw();
            foreach (OverviewDigest digest in digests) index.Add(digest);
            return index.Freeze();
        }

        public ImmutableSortedSet<Rank> Shelf(string name) => Shelves.GetValueOrDefault(name, Rank.None);

        public OverviewIndex Thaw() => new(this);
    }

    public Frozen Freeze() => new(
        _groups.ToImmutable(), _answers.ToImmutable(), _speakers.ToImmutable(), _voices.ToImmutable(),
        _shelves.SetItems(_open.Where(shelf => shelf.Value.Count > 0).Select(shelf => KeyValuePair.Create(shelf.Key, shelf.Value.ToImmutable())))
            .RemoveRange(_open.Where(shelf => shelf.Value.Count == 0).Select(shelf => shelf.Key)));

    /// <summary>Exchanges what a document brought for what it brings now.</summary>
    public void Exchange(DocumentState? before, DocumentState? after)
    {
        if (before is not null && after is not null && OnlyRecords(before, after) is { } changed)
        {
            foreach (int i in changed)
            {
                Remove(OverviewDigest.Of(before, i));
                Add(OverviewDigest.Of(after, i));
            }

            return;
        }

        if (before is not null) Remove(OverviewDigest.Of(before));
        if (after is not null) Add(OverviewDigest.Of(after));
    }

    /// <summary>
    /// The places of the records that changed, if nothing else did: the same reading and the same records in the same order, and none of the
    /// changed ones a proposal or a response, which bear on others. Else null.
    /// </summary>
    private static List<int>? OnlyRecords(DocumentState before, DocumentState after)
    {
        if (!ReferenceEquals(before.Reading, after.Reading) || before.Records.Length != after.Records.Length) return null;
        List<int> changed = [];
        for (int i = 0; i < before.Records.Length; i++)
        {
            (RecordState old, RecordState now) = (before.Records[i], after.Records[i]);
            if (ReferenceEquals(old, now)) continue;
            if (old.Id != now.Id || old.Draft is Found { Finding.Kind: FindingKind.Proposal or FindingKind.Response }) return null;
            changed.Add(i);
        }

        return changed;
    }

    private void Add(OverviewDigest digest)
    {
        foreach ((string shelf, UInt128 key, Member member) in digest.Findings) Change(shelf, key, group => group.Add(member));
        foreach ((UInt128 proposal, Member response, bool isCited) in digest.Answers)
            _answers[proposal] = _answers.GetValueOrDefault(proposal, AnswerRank.None).Add(new(response, isCited));
        foreach (IGrouping<string, (string, Member Member)> said in digest.Said.GroupBy(s => s.Speaker, StringComparer.Ordinal))
            Change(said.Key, all => all.Union(said.Select(s => s.Member)));
    }

    private void Remove(OverviewDigest digest)
    {
        foreach ((string shelf, UInt128 key, Member member) in digest.Findings) Change(shelf, key, group => group.Remove(member));
        foreach ((UInt128 proposal, Member response, bool isCited) in digest.Answers)
        {
            _answers[proposal] = _answers[proposal].Remove(new(response, isCited));
            if (_answers[proposal].IsEmpty) _answers.Remove(proposal);
        }

        foreach (IGrouping<string, (string, Member Member)> said in digest.Said.GroupBy(s => s.Speaker, StringComparer.Ordinal))
            Change(said.Key, all => all.Except(said.Select(s => s.Member)));
    }

    private void Change(string shelf, UInt128 key, Func<ImmutableSortedSet<Member>, ImmutableSortedSet<Member>> change)
    {
        ImmutableSortedSet<Member> before = _groups.GetValueOrDefault(key, Member.None);
        ImmutableSortedSet<Member> after = change(before);
        if (after.IsEmpty) _groups.Remove(key);
        else _groups[key] = after;
        Member? old = before.IsEmpty ? null : before.Min;
        Member? now = after.IsEmpty ? null : after.Min;
        if (old == now) return;
        if (!_open.TryGetValue(shelf, out ImmutableSortedSet<Rank>.Builder? ranks)) _open[shelf] = ranks = _shelves.GetValueOrDefault(shelf, Rank.None).ToBuilder();
        if (old is { } gone) ranks.Remove(new(gone, key));
        if (now is { } first) ranks.Add(new(first, key));
    }

    private void Change(string speaker, Func<ImmutableSortedSet<Member>, ImmutableSortedSet<Member>> change)
    {
        ImmutableSortedSet<Member> before = _speakers.GetValueOrDefault(speaker, Member.NoneByDay);
        ImmutableSortedSet<Member> after = change(before);
        if (!before.IsEmpty) _voices.Remove(new(before.Max.Day, before.Count, speaker));
        if (after.IsEmpty) _speakers.Remove(speaker);
        else _speakers[speaker] = after;
        if (!after.IsEmpty) _voices.Add(new(after.Max.Day, after.Count, speaker));
    }
}
