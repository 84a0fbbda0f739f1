using System.Collections.Immutable;
using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;
using Dragoman.Desk;
using Dragoman.Record;
using Dragoman.Record.Entries;
using Dragoman.Record.Views;
using Dragoman.Storage.Sqlite;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using NodaTime;

namespace Dragoman.Bench.Ledgers;

/// <summary>
/// <c>bench ledger [--entries 1000000]</c>: what a ledger of a million entries costs: filing a document, making the views anew, the overview,
/// and each page of the desk, in processor time of the whole process.
/// </summary>
internal static partial class LedgerCommand
{
    private const int Sample = 100; // documents
    private const int Batch = 100; // documents
    private const int Workers = 8;
    private const double ViewLimit = 50; // ms
    private const int SecondsForAPage = 60;
    private const double PageLimit = 100; // ms
    private const int BytesLimit = 300_000;

    public static async Task<int> RunAsync(string[] args)
    {
        int entries = int.Parse(Options.Take(args, "--entries") ?? "1000000", CultureInfo.InvariantCulture);
        string path = Options.Data.Path("artifacts/bench/ledger.db");
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        foreach (string file in Directory.GetFiles(Path.GetDirectoryName(path)!, "ledger.db*")) File.Delete(file);
        StringWriter report = new(CultureInfo.InvariantCulture) { NewLine = "\n" };
        await report.WriteLineAsync("# A large ledger\n");
        FileAll(path, entries, report);
        using SqliteLedgerStore store = SqliteLedgerStore.OpenOrCreate(path);
        Ledger ledger = new(store, SystemClock.Instance);
        LedgerState state = Rebuild(ledger, store, report);
        View(state, ledger, report);
        await Pages(ledger, report);
        Console.Write(report);
        await File.WriteAllTextAsync(Options.Data.Path("bench/results/ledger.md"), report.ToString());
        return 0;
    }

    private static void FileAll(string path, int entries, StringWriter report)
    {
        using SqliteLedgerStore store = SqliteLedgerStore.OpenOrCreate(path);
        Ledger ledger = new(store, new SteppingClock());
        SampleReadings samples = SampleReadings.Load();
        List<(long At, double Milliseconds)> costs = [];
        int number = 0;
        foreach (long at in new long[] { 0, entries / 10, entries })
        {
            number = Fill(store, samples, number, at);
            ImmutableArray<DocumentReading> next = [.. Enumerable.Range(number, Sample).Select(samples.Make)];
            number += Sample;
            double cost = Milliseconds(() => { foreach (DocumentReading reading in next) ledger.File(reading, "rules/1"); });
            costs.Add((at, cost / Sample));
        }

        report.WriteLine(FormattableString.Invariant($"{store.Head} entries in {number} documents, made from the readings of the samples with other ids and dates; SQLite, {new FileInfo(path).Length / 1e6:0} MB. "));
        report.WriteLine("Processor time of the process, all threads. Reproduce with `./dev bench ledger`.\n");
        report.WriteLine("| filing one document, with | ms |\n| --- | --- |");
        foreach ((long at, double cost) in costs) report.WriteLine(FormattableString.Invariant($"| {at} entries in the ledger | {cost:0.0} |"));
    }

    /// <summary>Files up to about this many entries, many documents in a transaction, as that is not what is measured.</summary>
    private static int Fill(SqliteLedgerStore store, SampleReadings samples, int number, long entries)
    {
        while (store.Head < entries)
        {
            StoredLine[][] filings = [.. Enumerable.Range(number, Batch).AsParallel().AsOrdered().WithDegreeOfParallelism(Workers).Select(n => Lines(samples.Make(n), n))];
            store.Append([.. filings.SelectMany(lines => lines)], store.Head);
            number += Batch;
        }

        return number;
    }

    private static StoredLine[] Lines(DocumentReading reading, int number) =>
        [.. Filing.Of(reading, "rules/1").Entries.Select(entry => StoredLine.Of(entry, Run.Reader("rules/1"), Instant.FromUtc(2031, 1, 1, 0, 0) + Duration.FromSeconds(number)))];

    private static LedgerState Rebuild(Ledger ledger, SqliteLedgerStore store, StringWriter report)
    {
        Stopwatch watch = Stopwatch.StartNew();
        LedgerState state = LedgerState.Empty;
        double read = Milliseconds(() => state = ledger.State);
        double wall = watch.Elapsed.TotalMilliseconds;
        LedgerLine[] lines = [.. state.InOrder.SelectMany(d => d.History).OrderBy(line => line.Sequence)];
        double fold = Milliseconds(() => LedgerState.Of(lines));
        double index = Milliseconds(() => ProcessOverview.Of(state));
        double unchanged = Milliseconds(() => { for (int i = 0; i < 1000; i++) _ = ledger.State; }) / 1000;
        long heap = GC.GetTotalMemory(forceFullCollection: true);
        using Process process = Process.GetCurrentProcess();
        report.WriteLine("\n| making the views anew | CPU s | entries/s of CPU |\n| --- | --- | --- |");
        Row("reading and parsing the file, and folding", read);
        Row("folding alone", fold);
        Row("sorting the overview's lines", index);
        report.WriteLine(FormattableString.Invariant($"\nThe first took {wall / 1000:0.0} s by the clock: {store.Head / wall * 1000:0} entries/s. Asking for the state when nothing changed: {unchanged * 1000:0} µs. "));
        report.WriteLine(FormattableString.Invariant($"Memory: {heap / 1e6:0} MB in use, {process.PeakWorkingSet64 / 1e6:0} MB at the peak."));
        return state;

        void Row(string what, double cost) => report.WriteLine(FormattableString.Invariant($"| {what} | {cost / 1000:0.0} | {store.Head / cost * 1000:0} |"));
    }

    private static void View(LedgerState state, Ledger ledger, StringWriter report)
    {
        DocumentState document = state.ToReview.First();
        RecordState record = document.Records.First(r => r.State == ReviewState.Draft);
        double decision = Milliseconds(() => ledger.Decide(new RecordConfirmed { Document = document.Id, Record = record.Id, After = record.Latest }, Run.Person("Ada")));
        LedgerState next = state;
        double evolve = Milliseconds(() => next = ledger.State);
        double view = Milliseconds(() => Lines(ProcessOverview.Of(next)));
        double again = Milliseconds(() => Lines(ProcessOverview.Of(next)));
        DocumentState rejected = next.ToReview.First();
        RecordState wide = rejected.Records.First(r => r.State == ReviewState.Draft);
        ledger.Decide(new RecordRejected { Document = rejected.Id, Record = wide.Id, After = wide.Latest, Scope = RejectionScope.Ledger }, Run.Person("Ada"));
        int before = next.Tally.Rejected;
        double dismissal = Milliseconds(() => next = ledger.State);
        report.WriteLine("\n| after a decision | CPU ms | limit |\n| --- | --- | --- |");
        report.WriteLine(FormattableString.Invariant($"| writing it | {decision:0.0} | |\n| the next state | {evolve:0.0} | |"));
        report.WriteLine(FormattableString.Invariant($"| the overview's views, 25 lines of each section | {view:0.0}, then {again:0.0} | {ViewLimit:0} |"));
        report.WriteLine(FormattableString.Invariant($"| the state after a rejection that reaches {next.Tally.Rejected - before} records in other documents | {dismissal:0.0} | |"));
    }

    private static int Lines(ProcessOverview overview)
    {
        Listing<CitedRecord>[] sections = [overview.Ceasefires, overview.Ahead, overview.OtherResponses, overview.Conditions, overview.Passed, overview.Held, overview.CalledOff, overview.Agreements, overview.Forecasts, overview.Novelties];
        return sections.Sum(s => s.Part(0, 25).Count()) + overview.Proposals.Part(0, 25).Count() + overview.Voices.Part(0, 25).Count() + overview.Claims.Sum(c => c.Claims.Part(0, 25).Count());
    }

    private static async Task Pages(Ledger ledger, StringWriter report)
    {
        DeskSettings settings = new(ledger, "ledger", "Ada");
        await using WebApplication desk = DeskHost.Build(settings, builder => builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0"));
        CancellationToken stopping = desk.Lifetime.ApplicationStopping;
        await desk.StartAsync(stopping);
        using HttpClient client = new() { BaseAddress = new(desk.Urls.First()), Timeout = TimeSpan.FromSeconds(SecondsForAPage) };
        string start = await client.GetStringAsync(new Uri("/", UriKind.Relative), stopping);
        string document = DeskAddress.Of(ledger.State.ToReview.Skip(50).First());
        string[] addresses = [.. Navigation().Matches(start).Select(m => m.Groups["address"].Value).Where(a => a.StartsWith('/') && !a.StartsWith("/documents/", StringComparison.Ordinal)).Append(document).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
        await report.WriteLineAsync("\n| page | first CPU ms | CPU ms | bytes |\n| --- | --- | --- | --- |");
        foreach (string address in addresses)
        {
            string shown = address == document ? "a document" : address;
            await report.WriteLineAsync($"| {shown} | {await Cost(client, address, stopping)} |");
        }

        await desk.StopAsync(CancellationToken.None);
    }

    /// <summary>Processor time of the first answer and of the quickest of three more, and its bytes; or that there was no answer.</summary>
    private static async Task<string> Cost(HttpClient client, string address, CancellationToken stopping)
    {
        Uri uri = new(address, UriKind.Relative);
        int bytes = 0;
        try
        {
            double first = await Milliseconds(async () => bytes = (await client.GetByteArrayAsync(uri, stopping)).Length);
            double cost = double.MaxValue;
            for (int i = 0; i < 3; i++) cost = Math.Min(cost, await Milliseconds(async () => await client.GetByteArrayAsync(uri, stopping)));
            return FormattableString.Invariant($"{first:0} | {cost:0}{(cost > PageLimit ? " (over 100)" : "")} | {bytes}{(bytes > BytesLimit ? " (over 300 kB)" : "")}");
        }
        catch (HttpRequestException refusal)
        {
            return FormattableString.Invariant($"answers {(int?)refusal.StatusCode} | |");
        }
        catch (TaskCanceledException) when (!stopping.IsCancellationRequested)
        {
            return FormattableString.Invariant($"no answer in {SecondsForAPage} s | |");
        }
    }

    private static double Milliseconds(Action action)
    {
        TimeSpan start = Environment.CpuUsage.TotalTime;
        action();
        return (Environment.CpuUsage.TotalTime - start).TotalMilliseconds;
    }

    private static async Task<double> Milliseconds(Func<Task> action)
    {
        TimeSpan start = Environment.CpuUsage.TotalTime;
        await action();
        return (Environment.CpuUsage.TotalTime - start).TotalMilliseconds;
    }

    [GeneratedRegex("<a href=\"(?<address>[^\"?#]*)\"", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Navigation();

    /// <summary>A clock that moves on by a second each time it is read, from the start of an invented year.</summary>
    private sealed class SteppingClock : IClock
    {
        private Instant _now = Instant.FromUtc(2031, 1, 1, 0, 0);

        public Instant GetCurrentInstant() => _now += Duration.FromSeconds(1);
    }
}
