using System.CommandLine;
using System.Security.Cryptography;
using System.Text;
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
        Argument<string[]> files = new("FILE") { Description = "Files or folders", Arity = ArgumentArity.OneOrMore };
        Option<string> format = new("--format") { Description = "What to write", DefaultValueFactory = _ => "jsonl" };
        format.AcceptOnlyFromAmong("jsonl");
        Command command = new("read", "Reads documents and writes what is found in them.") { files, format };
        command.SetAction((parsed, cancellation) => ReadAsync(CommandLine.DataOf(parsed), parsed.GetRequiredValue(files), terminal, cancellation));
        return command;
    }

    private static async Task<int> ReadAsync(DataFolder data, string[] files, Terminal terminal, CancellationToken cancellation)
    {
        Reader reader = Reader.Load(data, "en");
        int exit = ExitCode.Done;
        foreach (string file in files)
        {
            try
            {
                byte[] bytes = await File.ReadAllBytesAsync(file, cancellation);
                Article article = new()
                {
                    Id = "sha256:" + Convert.ToHexStringLower(SHA256.HashData(bytes)),
                    Source = Path.GetFileName(file),
                    Document = new(Encoding.UTF8.GetString(bytes)),
                };
                terminal.WriteLine(ReadingJson.Write(reader.Read(article)));
            }
            catch (UnreadableException error)
            {
                terminal.Report(error.Code, error.Origin, error.Message);
                exit = ExitCode.SomeFailed;
            }
        }

        return exit;
    }
}
