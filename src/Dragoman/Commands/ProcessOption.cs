using System.CommandLine;
using Dragoman.Language.Packs;
using Dragoman.Reading.Processes;
using Dragoman.Record.Processes;

namespace Dragoman.Commands;

/// <summary>Which process a command is about: <c>--process KEY</c>, or else the whole ledger.</summary>
internal sealed class ProcessOption
{
    private readonly Option<string?> _process = new("--process")
    {
        Description = "Only what is filed under this process; `dragoman process list` names them",
        HelpName = "KEY",
    };

    public void AddTo(Command command) => command.Add(_process);

    /// <summary>The processes that there are, and the part of the ledger that was asked for.</summary>
    /// <exception cref="CommandException">DG4017: there is no such process.</exception>
    public ProcessChoice Load(ParseResult parsed, DataFolder data)
    {
        ProcessCatalogue catalogue = ProcessCatalogue.Load(data);
        if (parsed.GetValue(_process) is not { } key) return new(catalogue, ProcessScope.Everything);
        PeaceProcess process = catalogue.Processes.FirstOrDefault(p => p.Key == key)
            ?? throw new CommandException("DG4017", $"there is no process '{key}'" + (Nearest.To(key, catalogue.Processes.Select(p => p.Key)) is { } near ? $"; did you mean '{near}'?" : "; `dragoman process list` names those there are"));
        return new(catalogue, new(new DocumentPlacer(catalogue.Processes), process));
    }
}

/// <summary>The processes that there are, and the part of a ledger that a command is about.</summary>
internal sealed record ProcessChoice(ProcessCatalogue Catalogue, ProcessScope Scope);
