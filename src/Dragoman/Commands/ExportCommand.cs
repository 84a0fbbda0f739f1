using System.Collections.Immutable;
using System.CommandLine;
using System.Globalization;
using System.Text;
using Dragoman.Record;
using Dragoman.Storage.Export;
using Dragoman.Storage.Export.Tables;

namespace Dragoman.Commands;

/// <summary><c>dragoman export FORMAT… --out FOLDER</c>: writes the record for other programs, with codebook and manifest.</summary>
internal static class ExportCommand
{
    public static Command Create(Terminal terminal)
    {
        LedgerOption ledger = new();
        AsOfOption asOf = new();
        ProcessOption process = new();
        Argument<string[]> formats = new("format") { Description = "csv, parquet, jsonld, ical, plover or xlsx; several if you like", Arity = ArgumentArity.OneOrMore };
        formats.AcceptOnlyFromAmong([.. Enum.GetValues<ExportFormat>().Select(ContractWords.WordOf)]);
        Option<string> output = new("--out") { Description = "The folder to write; an earlier export there is replaced", HelpName = "FOLDER", Required = true };
        Option<bool> confirmed = new("--confirmed-only") { Description = "Only what a reviewer confirmed or amended" };
        Option<bool> texts = new("--with-texts") { Description = "The documents' texts, and cited words in full length; only where you hold the rights" };
        Command command = new("export", "Writes the record for spreadsheets, statistics and other programs, with a codebook and a manifest.") { formats, output, confirmed, texts };
        asOf.AddTo(command);
        process.AddTo(command);
        ledger.AddTo(command);
        command.SetAction(async (parsed, cancellation) =>
        {
            ExportCodes codes = ExportCodes.Load(CommandLine.DataOf(parsed));
            ExportSource source = LedgerSource.Open(ledger.PathOf(parsed), asOf.MomentOf(parsed), codes.Lists);
            ExportScope scope = new(parsed.GetValue(confirmed), parsed.GetValue(texts)) { Process = process.Load(parsed, CommandLine.DataOf(parsed)).Scope };
            string folder = parsed.GetRequiredValue(output);
            ImmutableArray<ExportFile> files = await new Exporter(codes.Countries, codes.Coder)
                .ExportAsync(source, scope, parsed.GetRequiredValue(formats).Select(ContractWords.Parse<ExportFormat>), folder, cancellation);
            Report(files, folder, terminal);
            return ExitCode.Done;
        });
        return command;
    }

    private static void Report(ImmutableArray<ExportFile> files, string folder, Terminal terminal)
    {
        foreach (ExportFile file in files)
        {
            string rows = file.Rows is { } count ? string.Create(CultureInfo.InvariantCulture, $"{count,7} rows") : new(' ', 12);
            terminal.WriteLine(Encoding.UTF8.GetBytes($"{rows}  {file.Name}"));
        }

        terminal.WriteLine(Encoding.UTF8.GetBytes($"{files.Length.ToString(CultureInfo.InvariantCulture)} files in {folder}; manifest.json lists their hashes"));
    }
}
