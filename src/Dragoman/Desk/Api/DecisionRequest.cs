using System.Text.Json.Serialization;
using Dragoman.Record;
using Dragoman.Record.Entries;

namespace Dragoman.Desk.Api;

/// <summary>What a program decides about a record.</summary>
/// <param name="Decision"><c>confirm</c>, <c>reject</c> or <c>undo</c>.</param>
/// <param name="After">The record's <c>version</c> as the program saw it; another one is a conflict.</param>
/// <param name="Scope">How far a rejection reaches: <c>record</c> (by default), <c>document</c> or <c>ledger</c>.</param>
/// <param name="Note">For those who read the decision.</param>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
public sealed record DecisionRequest(string Decision, string After, string? Scope = null, string? Note = null)
{
    /// <exception cref="BadHttpRequestException">There is no such decision or scope.</exception>
    internal Decision ToEntry(string document, string record) => Decision switch
    {
        "confirm" => new RecordConfirmed { Document = document, Record = record, After = After, Note = Note },
        "reject" => new RecordRejected { Document = document, Record = record, After = After, Note = Note, Scope = ScopeOf() },
        "undo" => new DecisionWithdrawn { Document = document, Record = record, After = After, Note = Note },
        _ => throw new BadHttpRequestException($"There is no decision '{Decision}'; there are confirm, reject and undo."),
    };

    private RejectionScope ScopeOf()
    {
        try
        {
            return string.IsNullOrEmpty(Scope) ? RejectionScope.Record : ContractWords.Parse<RejectionScope>(Scope);
        }
        catch (FormatException e)
        {
            throw new BadHttpRequestException(e.Message, e);
        }
    }
}
