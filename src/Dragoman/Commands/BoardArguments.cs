using System.CommandLine;
using Dragoman.Boards;
using Dragoman.Record;
using Dragoman.Record.Views.Boards;
using Dragoman.Storage;
using NodaTime;

namespace Dragoman.Commands;

/// <summary>What every command about a board takes: the ledger, the moment, and the form of its output.</summary>
internal sealed class BoardArguments
{
    private readonly LedgerOption _ledger = new();
    private readonly AsOfOption _asOf = new();
    private readonly Option<string> _format = new("--format") { Description = "What to write", DefaultValueFactory = _ => "text" };

    public BoardArguments() => _format.AcceptOnlyFromAmong("text", "jsonl");

    public void AddTo(Command command)
    {
        _asOf.AddTo(command);
        _ledger.AddTo(command);
        command.Add(_format);
    }

    public bool AsLines(ParseResult parsed) => parsed.GetRequiredValue(_format) == "jsonl";

    /// <summary>The record as the boards see it, now or as of a moment.</summary>
    public Board Read(ParseResult parsed)
    {
        BoardWorld world = BoardData.Load(CommandLine.DataOf(parsed));
        using ILedgerStore store = LedgerPlace.OpenToRead(_ledger.PathOf(parsed));
        Ledger ledger = new(store, SystemClock.Instance);
        return new BoardMaker(world).Of(_asOf.MomentOf(parsed) is { } moment ? ledger.AsOf(moment) : ledger.State);
    }
}
