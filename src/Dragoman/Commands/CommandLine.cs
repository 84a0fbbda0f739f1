using System.CommandLine;
using Dragoman.Language.Packs;
using Dragoman.Record;

namespace Dragoman.Commands;

/// <summary>The program's commands: one file each in this folder. What a command throws becomes lines on standard error and an exit code here.</summary>
public static class CommandLine
{
    private static readonly Option<string?> Data = new("--data")
    {
        Description = "The folder with lang/, world/, vocab/ and models/ [default: $DRAGOMAN_DATA, or else the program's own folder]",
        HelpName = "FOLDER",
        Recursive = true,
    };

    /// <summary>The folder with lang/, world/, vocab/ and models/ that a command is to use.</summary>
    /// <exception cref="CommandException">There is no such folder.</exception>
    public static DataFolder DataOf(ParseResult parsed)
    {
        string? folder = parsed.GetValue(Data) ?? Environment.GetEnvironmentVariable("DRAGOMAN_DATA");
        if (string.IsNullOrEmpty(folder)) folder = AppContext.BaseDirectory;
        return Directory.Exists(folder)
            ? new(folder)
            : throw new CommandException("DG4002", $"there is no data folder '{folder}'; give --data, or set DRAGOMAN_DATA, to the folder that holds lang/ and models/");
    }

    public static async Task<int> RunAsync(string[] args, Terminal terminal, CancellationToken cancellation = default)
    {
        ParseResult parsed = Commands(terminal).Parse(args.Length == 0 ? ["--help"] : args);
        if (parsed.Errors.Count > 0)
        {
            foreach (string message in parsed.Errors.Select(error => error.Message).Distinct())
                terminal.Report("DG4001", null, $"{message} Try: dragoman {Help(parsed)}");
            return ExitCode.Refused;
        }

        try
        {
            await using StreamWriter output = new(terminal.Output, leaveOpen: true);
            return await parsed.InvokeAsync(new() { EnableDefaultExceptionHandler = false, Error = terminal.Error, Output = output }, cancellation);
        }
        catch (DataException error)
        {
            foreach (string line in error.Message.Split('\n')) await terminal.Error.WriteLineAsync(line);
        }
        catch (CommandException error)
        {
            terminal.Report(error.Code, null, error.Message);
        }
        catch (LedgerException error)
        {
            terminal.Report(error.Code, null, error.Message);
        }
        catch (OperationCanceledException)
        {
            return ExitCode.Interrupted;
        }

        return ExitCode.Refused;
    }

    private static RootCommand Commands(Terminal terminal) =>
        new("Reads news coverage of a peace process and keeps its record.")
        {
            Data,
            ReadCommand.Create(terminal),
            ParseCommand.Create(terminal),
            FileCommand.Create(terminal),
            RecordCommand.Create(terminal),
            SearchCommand.Create(terminal),
            ProcessCommand.Create(terminal),
            LinksCommand.Create(terminal),
            PositionsCommand.Create(terminal),
            ForecastsCommand.Create(terminal),
            CalendarCommand.Create(terminal),
            VerifyCommand.Create(terminal),
            UndoCommand.Create(terminal),
            LedgerCommand.Create(terminal),
            RulesCommand.Create(terminal),
            ServeCommand.Create(terminal),
            ExportCommand.Create(terminal),
            ReleaseCommand.Create(terminal),
            DiffCommand.Create(terminal),
            AgreementCommand.Create(terminal),
            ImportCommand.Create(terminal),
            PeopleCommand.Create(terminal),
        };

    private static string Help(ParseResult parsed) => parsed.CommandResult.Command is RootCommand ? "--help" : parsed.CommandResult.Command.Name + " --help";
}
