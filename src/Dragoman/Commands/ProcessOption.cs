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

    /// <exception cref="CommandException">DG4017: there is no such process.</exception>
    public ProcessScope ScopeOf(ParseResult parsed, DataFolder data)
    {
        if (parsed.GetValue(_process) is not { } key) return ProcessScope.Everything;
        DocumentPlacer placer = new(ProcessCatalogue.Load(data).Processes);
        PeaceProcess process = placer.Processes.FirstOrDefault(p => p.Key == key)
            ?? throw new CommandException("DG4017", $"there is no process '{key}'" + (Nearest.To(key, placer.Processes.Select(p => p.Key)) is { } near ? $"; did you mean '{near}'?" : "; `dragoman process list` names those there are"));
        return new(placer, process);
    }
}
