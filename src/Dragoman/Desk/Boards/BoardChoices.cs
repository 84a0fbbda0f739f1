using System.Collections.Immutable;
using Dragoman.Record.Views.Boards;

namespace Dragoman.Desk.Boards;

/// <summary>What a filter can choose from.</summary>
/// <param name="Parties">Those with most records first.</param>
/// <param name="Outlets">In ordinal order.</param>
public sealed record BoardChoices(ImmutableArray<Party> Parties, ImmutableArray<string> Outlets)
{
    public static BoardChoices Of(Board board) => board.View("choices", b => new BoardChoices(
        [.. b.Items.SelectMany(i => i.Parties).GroupBy(p => p.Key, StringComparer.Ordinal).OrderByDescending(g => g.Count()).ThenBy(g => g.Key, StringComparer.Ordinal).Select(g => g.First())],
        [.. b.Documents.Select(d => d.Document.Reading?.Outlet).OfType<string>().Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)]));
}
