namespace Dragoman.Pages;

/// <summary>What a page needs to send a decision.</summary>
/// <param name="Address">Address of the document; what is done to a record has addresses below it.</param>
/// <param name="TokenName">Name of the hidden field that shows the page is ours.</param>
/// <param name="Token">Its value.</param>
/// <param name="Query">The query that the reviewer works through, to come back to: <c>?kind=ceasefire</c>, or nothing.</param>
public sealed record ReviewForm(string Address, string TokenName, string Token, string Query)
{
    /// <summary>Id of the form that the buttons of all cards send.</summary>
    public const string Id = "decide";

    public string Action => Address + "/decisions";

    /// <summary>The page where a record is amended, split or merged.</summary>
    public string Of(string record, string act) => $"{Address}/records/{record}/{act}{Query}";
}
