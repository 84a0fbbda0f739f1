using System.CommandLine;
using System.Text;
using Dragoman.Language.Packs;
using Dragoman.Reading;
using Dragoman.Reading.Frames;
using Dragoman.Reading.Intake;

namespace Dragoman.Commands;

/// <summary><c>dragoman rules coverage FILE…</c>: which rules never fire on a collection of texts, and which words of their lists never occur.</summary>
internal static class RulesCoverageCommand
{
    private const string Language = "en";

    public static Command Create(Terminal terminal)
    {
        DocumentArguments documents = new();
        Command command = new("coverage", "Counts what the rules do on a collection of texts: which never fire, which always lose, which words never occur.");
        documents.AddTo(command);
        command.SetAction((parsed, cancellation) => Task.FromResult(Cover(CommandLine.DataOf(parsed), parsed.GetValue<string>("--language") ?? Language, documents.Open(parsed, terminal), terminal, cancellation)));
        return command;
    }

    private static int Cover(DataFolder data, string language, IEnumerable<Arrival> arrivals, Terminal terminal, CancellationToken cancellation)
    {
        RuleCoverage coverage = new(Reader.Load(data, language));
        int exit = ExitCode.Done;
        using (Progress progress = new(terminal))
        {
            foreach (Arrival arrival in arrivals)
            {
                cancellation.ThrowIfCancellationRequested();
                progress.Advance();
                if (arrival.Article is { } article)
                {
                    coverage.Add(article);
                    continue;
                }

                progress.Clear();
                terminal.Report(arrival.Refusal!.Code, arrival.Refusal.Origin, arrival.Refusal.Message);
                exit = ExitCode.SomeFailed;
            }
        }

        terminal.WriteLine(Encoding.UTF8.GetBytes(coverage.Write().TrimEnd('\n')));
        return exit;
    }
}
