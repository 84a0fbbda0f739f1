using System.CommandLine;
using Dragoman.Language.Packs;
using Dragoman.Reading;
using Dragoman.Reading.Drafting;
using Dragoman.Reading.Intake;
using Dragoman.Record;

namespace Dragoman.Commands;

/// <summary><c>dragoman read FILE…</c>: reads documents and writes what is found in them.</summary>
internal static class ReadCommand
{
    public static Command Create(Terminal terminal)
    {
        DocumentArguments documents = new();
        Option<string> format = new("--format") { Description = "jsonl: one JSON object a document; text: a brief for people [default: text on a screen, else jsonl]" };
        format.AcceptOnlyFromAmong("jsonl", "text");
        Command command = new("read", "Reads documents and writes what is found in them.") { format };
        documents.AddTo(command);
        command.SetAction((parsed, cancellation) => Task.FromResult(
            Read(CommandLine.DataOf(parsed), documents.Open(parsed, terminal), WriterOf(parsed.GetValue(format), terminal), terminal, cancellation)));
        return command;
    }

    private static Action<DocumentReading> WriterOf(string? format, Terminal terminal) =>
        format == "jsonl" || (format is null && !terminal.IsScreen)
            ? reading => terminal.WriteLine(ReadingJson.Write(reading))
            : terminal.WriteBrief;

    private static int Read(DataFolder data, IEnumerable<Arrival> arrivals, Action<DocumentReading> write, Terminal terminal, CancellationToken cancellation)
    {
        Polyglot reader = Polyglot.Load(data);
        int exit = ExitCode.Done;
        using Progress progress = new(terminal);
        foreach (Arrival arrival in arrivals)
        {
            cancellation.ThrowIfCancellationRequested();
            progress.Advance();
            try
            {
                write(reader.Read(arrival.Article ?? throw arrival.Refusal!));
            }
            catch (UnreadableException refusal)
            {
                progress.Clear();
                terminal.Report(refusal.Code, refusal.Origin, refusal.Message);
                exit = ExitCode.SomeFailed;
            }
#pragma warning disable CA1031 // a border: whatever one document does to the reader, the others are still read
            catch (Exception fault) when (fault is not (DataException or OperationCanceledException or OutOfMemoryException))
#pragma warning restore CA1031
            {
                progress.Clear();
                terminal.Report("DG2090", arrival.Article?.Source, $"reading failed ({fault.GetType().Name}: {fault.Message}); the other documents are read. This is a fault of dragoman: please report it with the document");
                exit = ExitCode.SomeFailed;
            }
        }

        return exit;
    }
}
