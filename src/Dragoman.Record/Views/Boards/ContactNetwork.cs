using System.Collections.Immutable;

namespace Dragoman.Record.Views.Boards;

/// <summary>What a tie is.</summary>
public enum TieKind
{
    /// <summary>Both took part in a meeting that was held.</summary>
    Meets,

    /// <summary>The first speaks about the second.</summary>
    SpeaksAbout,
}

/// <summary>A tie between two parties. Meetings have no direction: <paramref name="From"/> comes before <paramref name="To"/> in ordinal order of their keys.</summary>
/// <param name="Count">Meetings, or statements.</param>
/// <param name="Latest">The latest record that shows it.</param>
public sealed record Tie(Party From, Party To, TieKind Kind, int Count, BoardItem Latest);

/// <summary>Who meets whom and who speaks about whom.</summary>
/// <param name="Parties">Those in most ties first.</param>
/// <param name="Ties">Those with the highest count first.</param>
public sealed record ContactNetwork(ImmutableArray<Party> Parties, ImmutableArray<Tie> Ties)
{
    public static ContactNetwork Of(Board board) => board.View("network", Make);

    private static ContactNetwork Make(Board board)
    {
        Dictionary<(string, string, TieKind), (Party From, Party To, int Count, BoardItem Latest)> ties = [];
        foreach (DocumentBoard document in board.Documents)
        {
            foreach (BoardItem item in document.Items)
            {
                if (item.Kind == "meeting" && item.Cited.Word("status") is "held" or "under-way" && item.Cited.Finding!.Factuality is Factuality.Actual) AddMeeting(item);
                if (item.Kind == "statement") AddStatement(item);
            }
        }

        Tie[] all = [.. ties.Select(t => new Tie(t.Value.From, t.Value.To, t.Key.Item3, t.Value.Count, t.Value.Latest))
            .OrderByDescending(t => t.Count).ThenBy(t => t.From.Key, StringComparer.Ordinal).ThenBy(t => t.To.Key, StringComparer.Ordinal)];
        return new(
            [.. all.SelectMany(t => new[] { (Party: t.From, t.Count), (Party: t.To, t.Count) }).GroupBy(p => p.Party.Key, StringComparer.Ordinal)
                .OrderByDescending(g => g.Sum(p => p.Count)).ThenBy(g => g.Key, StringComparer.Ordinal).Select(g => g.First().Party)],
            [.. all]);

        void AddMeeting(BoardItem item)
        {
            Party[] met = [.. item.Parties.OrderBy(p => p.Key, StringComparer.Ordinal)];
            for (int i = 0; i < met.Length; i++)
                for (int j = i + 1; j < met.Length; j++) Add(met[i], met[j], TieKind.Meets, item);
        }

        void AddStatement(BoardItem item)
        {
            if (item.Parties.IsEmpty) return;
            foreach (Party about in About(item, board.World.Parties)) Add(item.Parties[0], about, TieKind.SpeaksAbout, item);
        }

        void Add(Party from, Party to, TieKind kind, BoardItem item)
        {
            if (from.Key == to.Key) return;
            bool isKnown = ties.TryGetValue((from.Key, to.Key, kind), out var tie);
            ties[(from.Key, to.Key, kind)] = isKnown ? (tie.From, tie.To, tie.Count + 1, Later(tie.Latest, item)) : (from, to, 1, item);
        }
    }

    private static BoardItem Later(BoardItem one, BoardItem other) => Nullable.Compare(other.Cited.Reported, one.Cited.Reported) > 0 ? other : one;

    /// <summary>The parties that are named in a statement's words, each once.</summary>
    private static IEnumerable<Party> About(BoardItem item, PartyTable parties)
    {
        ImmutableArray<Passage> content = item.Cited.Statement!.Content;
        return item.Cited.Record.Reading.Actors
            .Where(a => a.Mentions.Any(m => m.Form is MentionForm.Name or MentionForm.Metonym && content.Any(p => p.Start <= m.Place.Start && m.Place.End <= p.End)))
            .Select(a => parties.Of(a, item.Cited.Reported)).OfType<Party>().DistinctBy(p => p.Key, StringComparer.Ordinal);
    }
}
