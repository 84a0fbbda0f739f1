using System.Collections.Immutable;
using Dragoman.Language.Packs;
using Dragoman.Reading.Events;
using Dragoman.Record;
using Dragoman.Record.Entries;
using Dragoman.Record.Views;
using Dragoman.Storage.Export;
using Dragoman.Storage.Export.Events;
using Dragoman.Storage.Export.Tables;
using Dragoman.Tests.Repository;
using NodaTime;

namespace Dragoman.Tests;

/// <summary>A small ledger with decisions, and its exports.</summary>
internal static class Exports
{
    public static readonly Instant Morning = Instant.FromUtc(2031, 9, 10, 8, 0);

    private static readonly Run Ada = Run.Person("Ada");

    public static CountryCodes Countries { get; } = CountryCodes.Load(new DataFolder(RepositoryRoot.Path), new Problems());

    /// <summary>An article of ten records of which one is confirmed, one rejected, one amended.</summary>
    public static Ledger Truce(ILedgerStore? store = null)
    {
        Ledger ledger = new(store ?? new MemoryLedgerStore(), new TickingClock(Morning, Duration.FromMinutes(1)));
        DocumentReading reading = HandMade.Truce();
        ledger.File(reading with { Document = reading.Document with { Outlet = "Norland Wire", Published = "2031-09-09", Language = "en" } }, "rules/1");
        Decide(ledger, "ceasefire", r => new RecordConfirmed { Document = r.Document, Record = r.Id, After = r.Latest, Note = "=1+1" });
        Decide(ledger, "novelty", r => new RecordRejected { Document = r.Document, Record = r.Id, After = r.Latest, Scope = RejectionScope.Record });
        Decide(ledger, "violation", r => new RecordAmended { Document = r.Document, Record = r.Id, After = r.Latest, Content = Count(r.Content, 121) });
        return ledger;
    }

    public static ExportSource Source(LedgerState state) => new(state, null, null, "test 1", "test scale", []);

    public static async Task<ImmutableDictionary<string, ExportFile>> Make(LedgerState state, ExportScope scope, params ExportFormat[] formats) =>
        (await new Exporter(Countries, Coder()).MakeAsync(Source(state), scope, formats, Xunit.TestContext.Current.CancellationToken)).ToImmutableDictionary(file => file.Name);

    public static ImmutableArray<Table> Tables(LedgerState state, ExportScope? scope = null) => new LedgerTables(Countries, scope ?? new()).Make(state);

    public static Func<Finding, EventCoding?> Coder()
    {
        DataFolder data = new(RepositoryRoot.Path);
        Problems problems = new();
        RecordCoder plover = RecordCoder.Load(data, PloverVocabulary.Load(data, problems), problems);
        CameoCoder cameo = CameoCoder.Load(data, problems);
        problems.ThrowIfAny();
        return finding => plover.Code(finding) is { } code ? new(code.Root.Name, code.Mode, code.Root.Quad, cameo.Code(finding), code.Source, code.Target, code.Rule) : null;
    }

    /// <summary>How many records an export of everything holds.</summary>
    public static int Rows(LedgerState state) => ExportRow.Of(state, new()).Length;

    public static RecordState RecordOf(LedgerState state, string kind) => state.InOrder.SelectMany(d => d.Records).First(r => r.Kind == kind);

    public static void Decide(Ledger ledger, string kind, Func<RecordState, Decision> decision, Run? by = null) => ledger.Decide(decision(RecordOf(ledger.State, kind)), by ?? Ada);

    public static Found Count(RecordContent content, long count)
    {
        Finding finding = ((Found)content).Finding;
        return new(finding with { Slots = [.. finding.Slots.Select(s => s.Name == "count" ? new Slot("count", new SlotValue.Number(count)) : s)] });
    }
}

/// <summary>Lines in memory.</summary>
internal sealed class MemoryLedgerStore : ILedgerStore
{
    private readonly List<StoredLine> _lines = [];

    public string Name => "memory";

    public long Head => _lines.Count;

    public IEnumerable<StoredLine> Read(long after = 0) => _lines.Skip((int)after).ToArray();

    public ImmutableArray<StoredLine> ReadDocument(string document) => [.. _lines.Where(line => line.Parse().Entry.Document == document)];

    public ImmutableArray<StoredLine>? Append(ImmutableArray<StoredLine> lines, long head)
    {
        if (_lines.Count != head) return null;
        int before = _lines.Count;
        foreach (StoredLine line in lines)
            if (!_lines.Exists(l => l.Id == line.Id)) _lines.Add(line with { Sequence = _lines.Count + 1 });
        return [.. _lines.Skip(before)];
    }

    public void Dispose()
    {
    }
}
