namespace Dragoman.Pages;

/// <summary>What a card needs to send a decision: where to, the token that shows the page is ours, and the filter to come back to.</summary>
public sealed record ReviewForm(string Action, string TokenName, string Token, string? Kind);
