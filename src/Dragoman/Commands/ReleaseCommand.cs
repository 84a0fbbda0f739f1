using System.Collections.Immutable;
using System.CommandLine;
using System.Globalization;
using System.Text;
using Dragoman.Record;
using Dragoman.Storage.Export;
using Dragoman.Storage.Releases;

namespace Dragoman.Commands;

/// <summary><c>dragoman release VERSION --out FOLDER</c>: an export that others can cite, with the changes to the one before.</summary>
internal static class ReleaseCommand
{
    public static Command Create(Terminal terminal)
    {
        LedgerOption ledger = new();
        AsOfOption asOf = new();
        ProcessOption process = new();
        Argument<string> version = new("version") { Description = "Three numbers, higher than the release before: 1.0.0" };
        Option<string> output = new("--out") { Description = "The folder to write", HelpName = "FOLDER", Required = true };
        Option<string?> previous = new("--previous") { Description = "The folder of the release before: changes and vanished ids are told from it", HelpName = "FOLDER" };
        Option<string> title = new("--title") { Description = "The data set's title, for the citation", DefaultValueFactory = _ => "Record of a peace process" };
        Option<string[]> authors = new("--author") { Description = "Who is to be cited; repeat it for several [default: everybody who decided about a record]", HelpName = "NAME" };
        Option<string[]> formats = new("--also") { Description = "Further formats beside CSV: parquet, jsonld, ical, plover, xlsx", HelpName = "FORMAT", AllowMultipleArgumentsPerToken = true };
        formats.AcceptOnlyFromAmong([.. Enum.GetValues<ExportFormat>().Select(ContractWords.WordOf)]);
        Option<bool> drafts = new("--with-drafts") { Description = "Also what nobody has confirmed yet" };
        Command command = new("release", "Releases the record: CSV with version, citation, changes row by row, and the ids that are gone.") { version, output, previous, title, authors, formats, drafts };
        asOf.AddTo(command);
        process.AddTo(command);
        ledger.AddTo(command);
        command.SetAction(async (parsed, cancellation) =>
        {
            ReleaseVersion number = ReleaseVersion.TryParse(parsed.GetRequiredValue(version)) ?? throw new CommandException("DG4060", $"'{parsed.GetRequiredValue(version)}' is no version; write three numbers, as in 1.0.0");
            ExportCodes codes = ExportCodes.Load(CommandLine.DataOf(parsed));
            ExportSource source = LedgerSource.Open(ledger.PathOf(parsed), asOf.MomentOf(parsed), codes.Lists);
            ImmutableArray<string> named = [.. parsed.GetValue(authors) ?? []];
            Citation citation = new(parsed.GetRequiredValue(title), named.IsEmpty ? Citation.ReviewersOf(source.State) : named);
            string folder = parsed.GetRequiredValue(output);
            (ImmutableArray<ExportFile> files, ImmutableArray<Change> changes) = await new ReleaseMaker(new Exporter(codes.Countries, codes.Coder)).ReleaseAsync(
                source, new(ConfirmedOnly: !parsed.GetValue(drafts)) { Process = process.Load(parsed, CommandLine.DataOf(parsed)).Scope }, (parsed.GetValue(formats) ?? []).Select(ContractWords.Parse<ExportFormat>), number, citation, parsed.GetValue(previous), folder, cancellation);
            string since = parsed.GetValue(previous) is null ? "the first release" : ReleaseMaker.Summary(changes);
            terminal.WriteLine(Encoding.UTF8.GetBytes($"{number}: {files.Length.ToString(CultureInfo.InvariantCulture)} files in {folder}; {since}"));
            return ExitCode.Done;
        });
        return command;
    }
}
