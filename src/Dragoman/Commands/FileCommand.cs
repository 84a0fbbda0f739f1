using System.CommandLine;
using System.Globalization;
using System.Text;
using Dragoman.Language;
using Dragoman.Language.Packs;
using Dragoman.Reading;
using Dragoman.Reading.Intake;
using Dragoman.Record;
using Dragoman.Storage;
using NodaTime;

namespace Dragoman.Commands;

/// <summary><c>dragoman file FILE…</c>: reads documents and appends what is found in them to the ledger.</summary>
internal static class FileCommand
{
    public static Command Create(Terminal terminal)
    {
        DocumentArguments documents = new();
        LedgerOption ledger = new();
        Option<bool> again = new("--again") { Description = "Read documents again that the ledger holds, and file what the reader now finds" };
        Command command = new("file", "Reads documents and keeps what is found in them in the ledger.") { again };
        documents.AddTo(command);
        ProfileOption profile = new();
        profile.AddTo(command);
        ledger.AddTo(command);
        command.SetAction(parsed => File(CommandLine.DataOf(parsed), profile.Of(parsed), documents.Open(parsed, terminal), ledger.PathOf(parsed), parsed.GetValue(again), terminal));
        return command;
    }

    private static int File(DataFolder data, Profile profile, IEnumerable<Arrival> arrivals, string path, bool again, Terminal terminal)
    {
        Polyglot reader = Polyglot.Load(data, profile);
        using ILedgerStore store = LedgerPlace.OpenOrCreate(path);
        Registrar registrar = new(reader, new Ledger(store, SystemClock.Instance));
        Dictionary<string, int> counts = new(StringComparer.Ordinal) { ["new"] = 0, ["known"] = 0, ["read again"] = 0, ["failed"] = 0 };
        foreach (Registration registration in registrar.File(arrivals, again))
        {
            string word = WordOf(registration);
            counts[word]++;
            if (registration.Failure is { } failure) terminal.Report(failure.Code, failure.Source, failure.Message);
            else terminal.WriteLine(Encoding.UTF8.GetBytes(LineOf(registration, word)));
        }

        string summary = string.Join(", ", counts.Where(c => c.Value > 0 || c.Key is "new" or "known" or "failed").Select(c => string.Create(CultureInfo.InvariantCulture, $"{c.Value} {c.Key}")));
        terminal.WriteLine(Encoding.UTF8.GetBytes($"{summary}; ledger {LedgerPlace.NameOf(path)}"));
        return counts["failed"] == 0 ? ExitCode.Done : ExitCode.SomeFailed;
    }

    private static string WordOf(Registration registration) => registration.Outcome switch
    {
        Outcome.Added => "new",
        Outcome.Known => "known",
        Outcome.Reread => "read again",
        _ => "failed",
    };

    private static string LineOf(Registration registration, string word) => registration.Outcome == Outcome.Known
        ? $"{word,-10}  {registration.Source}"
        : string.Create(CultureInfo.InvariantCulture, $"{word,-10}  {registration.Source}  {registration.Records} {(registration.Records == 1 ? "record" : "records")}");
}
