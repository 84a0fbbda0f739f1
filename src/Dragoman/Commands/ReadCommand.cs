using System.CommandLine;
using System.Text;
using Dragoman.Language;
using Dragoman.Language.Packs;
using Dragoman.Pages;
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
        Option<string> format = new("--format") { Description = "jsonl: one JSON object a document; text: a brief for people; html: one document as a page in one file [default: text on a screen, else jsonl]" };
        format.AcceptOnlyFromAmong("jsonl", "text", "html");
        Command command = new("read", "Reads documents and writes what is found in them.") { format };
        documents.AddTo(command);
        ProfileOption profile = new();
        profile.AddTo(command);
        command.SetAction((parsed, cancellation) =>
            ReadAsync(CommandLine.DataOf(parsed), profile.Of(parsed), documents.Open(parsed, terminal), WriterOf(parsed.GetValue(format), terminal), terminal, cancellation));
        return command;
    }

    private static Func<DocumentReading, Task> WriterOf(string? format, Terminal terminal)
    {
        if (format == "html") return PageWriter(terminal);
        Action<DocumentReading> write = format == "jsonl" || (format is null && !terminal.IsScreen)
            ? reading => terminal.WriteLine(ReadingJson.Write(reading))
            : terminal.WriteBrief;
        return reading =>
        {
            write(reading);
            return Task.CompletedTask;
        };
    }

    /// <summary>Writes one document as a page; a second one cannot follow it in the same file.</summary>
    private static Func<DocumentReading, Task> PageWriter(Terminal terminal)
    {
        bool isWritten = false;
        return async reading =>
        {
            if (isWritten) throw new CommandException("DG4013", "--format html writes one document, and there were more; the first was written. Give one at a time, or open them all with dragoman serve");
            isWritten = true;
            await terminal.Output.WriteAsync(Encoding.UTF8.GetBytes(await new HtmlPage().WriteAsync(reading, Polyglot.ReaderName)));
        };
    }

    private static async Task<int> ReadAsync(DataFolder data, Profile profile, IEnumerable<Arrival> arrivals, Func<DocumentReading, Task> write, Terminal terminal, CancellationToken cancellation)
    {
        Polyglot reader = Polyglot.Load(data, profile);
        int exit = ExitCode.Done;
        using Progress progress = new(terminal);
        foreach (Arrival arrival in arrivals)
        {
            cancellation.ThrowIfCancellationRequested();
            progress.Advance();
            try
            {
                await write(reader.Read(arrival.Article ?? throw arrival.Refusal!));
            }
            catch (UnreadableException refusal)
            {
                progress.Clear();
                terminal.Report(refusal.Code, refusal.Origin, refusal.Message);
                exit = ExitCode.SomeFailed;
            }
#pragma warning disable CA1031 // a border: whatever one document does to the reader, the others are still read
            catch (Exception fault) when (fault is not (DataException or CommandException or OperationCanceledException or OutOfMemoryException))
#pragma warning restore CA1031
            {
                progress.Clear();
                terminal.Report("DG2090", arrival.Article?.Place ?? arrival.Article?.Source, $"reading failed ({fault.GetType().Name}: {fault.Message}); the other documents are read. This is a fault of dragoman: please report it with the document");
                exit = ExitCode.SomeFailed;
            }
        }

        return exit;
    }
}
