using System.CommandLine;
using Dragoman.Language.Packs;
using Dragoman.Reading;
using Dragoman.Reading.Drafting;
using Dragoman.Reading.Intake;

namespace Dragoman.Commands;

/// <summary><c>dragoman read FILE…</c>: reads documents and writes what is found in them.</summary>
internal static class ReadCommand
{
    public static Command Create(Terminal terminal)
    {
        DocumentArguments documents = new();
        Option<string> format = new("--format") { Description = "What to write", DefaultValueFactory = _ => "jsonl" };
        format.AcceptOnlyFromAmong("jsonl");
        Command command = new("read", "Reads documents and writes what is found in them.") { format };
        documents.AddTo(command);
        command.SetAction(parsed => Read(CommandLine.DataOf(parsed), documents.Open(parsed, terminal), terminal));
        return command;
    }

    private static int Read(DataFolder data, IEnumerable<Arrival> arrivals, Terminal terminal)
    {
        Reader reader = Reader.Load(data, "en");
        int exit = ExitCode.Done;
        foreach (Arrival arrival in arrivals)
        {
            try
            {
                if (arrival.Refusal is not null) throw arrival.Refusal;
                terminal.WriteLine(ReadingJson.Write(reader.Read(arrival.Article!)));
            }
            catch (UnreadableException refusal)
            {
                terminal.Report(refusal.Code, refusal.Origin, refusal.Message);
                exit = ExitCode.SomeFailed;
            }
        }

        return exit;
    }
}
