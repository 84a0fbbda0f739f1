using System.Collections.Immutable;

namespace Dragoman.Record.Views.Boards;

/// <summary>What the boards know of the world beyond the ledger: data that an analyst edits.</summary>
/// <param name="Issues">The issues under negotiation.</param>
/// <param name="Parties">Who speaks for whom.</param>
/// <param name="Scales">The scales of likelihood, the default first.</param>
public sealed record BoardWorld(IssueList Issues, PartyTable Parties, ImmutableArray<LikelihoodScale> Scales)
{
    public static BoardWorld Empty { get; } = new(IssueList.Empty, PartyTable.Empty, []);

    /// <summary>The scale of this name, or else the default; null where there is none at all.</summary>
    public LikelihoodScale? Scale(string? id) => Scales.FirstOrDefault(s => s.Id == id) ?? Scales.FirstOrDefault();
}
