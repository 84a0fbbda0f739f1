using System.CommandLine;
using System.Globalization;
using System.Text;
using Dragoman.Language.Packs;
using Dragoman.Pages;
using Dragoman.Reading.Processes;
using Dragoman.Record;
using Dragoman.Record.Processes;
using Dragoman.Record.Views;
using Dragoman.Storage;
using NodaTime;

namespace Dragoman.Commands;

/// <summary><c>dragoman process list | check | new KEY</c>: the processes that documents are filed under.</summary>
internal static class ProcessCommand
{
    public static Command Create(Terminal terminal)
    {
        Command list = new("list", "Lists the processes of world/processes.");
        list.SetAction(parsed => List(CommandLine.DataOf(parsed), terminal));
        Command check = new("check", "Reads all processes, issues and outlets and lists every fault in them.");
        check.SetAction(parsed => Check(CommandLine.DataOf(parsed), terminal));
        LedgerOption ledger = new();
        Command documents = new("documents", "Shows which processes each document of the ledger is filed under, and why.");
        ledger.AddTo(documents);
        documents.SetAction(parsed => Documents(CommandLine.DataOf(parsed), ledger.PathOf(parsed), terminal));
        Argument<string> key = new("key") { Description = "Small letters, digits and hyphens: the name of its file and its address on the desk" };
        Command create = new("new", "Writes a file for a new process, to be filled in.") { key };
        create.SetAction(parsed => New(CommandLine.DataOf(parsed), parsed.GetRequiredValue(key), terminal));
        return new("process", "Lists, checks and sets up peace processes; docs/processes.md describes their files.") { list, check, documents, create };
    }

    private static int List(DataFolder data, Terminal terminal)
    {
        foreach (PeaceProcess process in ProcessCatalogue.Load(data).Processes)
        {
            string sides = string.Join(", ", process.Parties.Where(p => p.IsPrincipal).Select(p => p.NameIn("en")));
            Write(terminal, $"{process.Key,-16}  {process.NameIn("en")}: {sides}");
        }

        return ExitCode.Done;
    }

    private static int Check(DataFolder data, Terminal terminal)
    {
        Problems problems = new();
        ProcessCatalogue catalogue = ProcessCatalogue.Load(data, problems, isThorough: true);
        problems.ThrowIfAny();
        Write(terminal, string.Create(CultureInfo.InvariantCulture, $"{catalogue.Processes.Length} processes, {catalogue.Outlets.Outlets.Length} outlets: no fault found"));
        return ExitCode.Done;
    }

    private static int Documents(DataFolder data, string path, Terminal terminal)
    {
        DocumentPlacer placer = new(ProcessCatalogue.Load(data).Processes);
        using ILedgerStore store = LedgerPlace.OpenToRead(path);
        LedgerState state = new Ledger(store, SystemClock.Instance).State;
        foreach (DocumentState document in state.InOrder)
        {
            DocumentPlaces places = placer.Place(document, state.LinkDecisions);
            Write(terminal, $"{document.Filed.Source}: {(places.Memberships.IsEmpty ? "left aside" : string.Join(", ", places.Memberships.Select(m => m.Process)))}");
            foreach (Membership membership in places.Memberships) Write(terminal, $"    {membership.Process}: {PlaceWords.Of(membership.Signs)}");
            foreach (RecordState record in document.Records.Where(r => places.Records[r.Id].IsElsewhere))
            {
                RecordPlace place = places.Records[record.Id];
                Write(terminal, $"    {record.Id} -> {place.Process ?? "left aside"}: {PlaceWords.Of(place.Signs)}: {Phrasing.Shortened(new CitedRecord(document, record).Evidence.Words.ReplaceLineEndings(" "), 100)}");
            }
        }

        return ExitCode.Done;
    }

    /// <exception cref="CommandException">DG4015: no such name can be a key. DG4016: the file cannot be written, or is there.</exception>
    private static int New(DataFolder data, string key, Terminal terminal)
    {
        if (!PeaceProcess.IsKey(key)) throw new CommandException("DG4015", $"'{key}' cannot name a process; use small letters, digits and hyphens, such as north-valley");
        string relative = $"{ProcessCatalogue.Folder}/{key}.yml";
        string path = data.Path(relative);
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            using FileStream file = new(path, FileMode.CreateNew, FileAccess.Write);
            file.Write(Encoding.UTF8.GetBytes(Outline.Replace("KEY", key, StringComparison.Ordinal)));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new CommandException("DG4016", $"{path} cannot be written ({e.Message}); a file that is there is never replaced");
        }

        Write(terminal, $"{path} written. Fill it in, then run: dragoman process check");
        return ExitCode.Done;
    }

    private static void Write(Terminal terminal, string line) => terminal.WriteLine(Encoding.UTF8.GetBytes(line));

    private const string Outline = """
        # Who is in the process, what is negotiated, and which documents belong. docs/processes.md describes every key.
        names: { en: [KEY] }
        since: 2020-01                  # first and last day of its documents; leave out what is open
        parties:                        # at least two with role: party; the first that lists somebody counts
          - id: first-side
            role: party                 # party | mediator | guarantor | observer | other
            names: { en: [First side] } # aliases too: capitals, seats, adjectives
            # country: XX               # ISO 3166-1 alpha-2: everybody of this allegiance
            # actors: [some-id]         # ids of world/actors
          - id: second-side
            role: party
            names: { en: [Second side] }
        issues: [ceasefire, talks]      # ids of world/issues.yml
        places: { en: [] }              # spoken of in this process and hardly elsewhere
        words: { en: [] }
        outlets: []                     # - { names: [The Courier], owner: Courier House, kind: newspaper }

        """;
}
