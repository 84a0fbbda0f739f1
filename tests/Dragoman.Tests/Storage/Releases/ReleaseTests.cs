using System.Collections.Immutable;
using Dragoman.Record;
using Dragoman.Record.Entries;
using Dragoman.Record.Views;
using Dragoman.Storage.Export;
using Dragoman.Storage.Releases;
using Xunit;

namespace Dragoman.Tests;

public sealed class ReleaseTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("dragoman-release-").FullName;
    private readonly ReleaseMaker _maker = new(new Exporter(Exports.Countries, Exports.Coder()));

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task A_release_lists_what_changed_slot_by_slot_and_which_ids_are_gone()
    {
        Ledger ledger = Exports.Truce();
        await Release(ledger, "1.0.0", null);
        Exports.Decide(ledger, "ceasefire", r => new RecordRejected { Document = r.Document, Record = r.Id, After = r.Latest, Scope = RejectionScope.Record, Note = "a rumour" });
        Exports.Decide(ledger, "meeting", r => new RecordConfirmed { Document = r.Document, Record = r.Id, After = r.Latest });
        Exports.Decide(ledger, "violation", r => new RecordAmended { Document = r.Document, Record = r.Id, After = r.Latest, Content = Exports.Count(r.Content, 122) });
        ImmutableArray<Change> changes = await Release(ledger, "1.1.0", "1.0.0");
        Assert.Equal(["count: 121 → 122"], changes.Where(c => c.Kind == ChangeKind.Changed).Select(c => $"{c.Column}: {c.Before} → {c.After}"));
        Assert.StartsWith("meeting-", Assert.Single(changes, c => c.Kind == ChangeKind.Added).Row.Id, StringComparison.Ordinal);
        Change gone = Assert.Single(changes, c => c.Kind == ChangeKind.Removed);
        Assert.Equal("rejected by Ada: a rumour", gone.Why);
        Assert.Contains(gone.Row.Id + ",ceasefires,1.0.0,rejected by Ada: a rumour", await Text("1.1.0", "tombstones.csv"), StringComparison.Ordinal);

        await Release(ledger, "1.2.0", "1.1.0");
        Assert.Contains(gone.Row.Id, await Text("1.2.0", "tombstones.csv"), StringComparison.Ordinal); // for ever
        Assert.Contains("0 added, 0 changed, 0 removed", await Text("1.2.0", "CHANGES.md"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_release_says_how_to_cite_it_and_which_came_before()
    {
        Ledger ledger = Exports.Truce();
        await Release(ledger, "1.0.0", null);
        await Release(ledger, "2.0.0", "1.0.0");
        Assert.Contains("version: \"2.0.0\"", await Text("2.0.0", "CITATION.cff"), StringComparison.Ordinal);
        Assert.Contains("- name: \"Ada\"", await Text("2.0.0", "CITATION.cff"), StringComparison.Ordinal);
        Assert.Contains("\"previous_release\": \"1.0.0\"", await Text("2.0.0", "manifest.json"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("1.0.0")]
    [InlineData("0.9.9")]
    public async Task A_version_must_be_higher_than_the_one_before(string version)
    {
        Ledger ledger = Exports.Truce();
        await Release(ledger, "1.0.0", null);
        Assert.Equal("DG3050", (await Assert.ThrowsAsync<LedgerException>(() => Release(ledger, version, "1.0.0"))).Code);
    }

    [Fact]
    public async Task What_is_no_release_is_refused()
    {
        Directory.CreateDirectory(Path.Combine(_folder, "empty"));
        Assert.Equal("DG3051", (await Assert.ThrowsAsync<LedgerException>(() => Release(Exports.Truce(), "1.0.0", "empty"))).Code);
    }

    [Fact]
    public async Task A_release_equals_the_moment_it_was_made_of()
    {
        Ledger ledger = Exports.Truce();
        await Release(ledger, "1.0.0", null);
        RecordSnapshot release = RecordSnapshot.Read(Path.Combine(_folder, "1.0.0"));
        Assert.Empty(new SnapshotDiffer().Compare(release, RecordSnapshot.Of(ledger.State, new(ConfirmedOnly: true), "now")));
        Assert.Equal(3, release.Rows.Count); // the document and two records
    }

    [Fact]
    public void What_changed_since_a_moment_is_told_from_the_ledger_alone()
    {
        Ledger ledger = Exports.Truce();
        LedgerState before = ledger.AsOf(ledger.State.InOrder.Single().Recorded);
        ImmutableArray<Change> changes = new SnapshotDiffer().Compare(RecordSnapshot.Of(before, new(), "then"), RecordSnapshot.Of(ledger.State, new(), "now"));
        Assert.Contains(changes, c => c is { Kind: ChangeKind.Changed, Column: "state", Before: "draft", After: "confirmed" });
        Assert.Contains(changes, c => c is { Kind: ChangeKind.Removed, Row.Table: "novelties", Why: "rejected by Ada" });
    }

    private async Task<ImmutableArray<Change>> Release(Ledger ledger, string version, string? previous) => (await _maker.ReleaseAsync(
        Exports.Source(ledger.State), new(ConfirmedOnly: true), [], ReleaseVersion.TryParse(version)!, new("Test", Citation.ReviewersOf(ledger.State)),
        previous is null ? null : Path.Combine(_folder, previous), Path.Combine(_folder, version), Cancellation)).Changes;

    private Task<string> Text(string version, string file) => File.ReadAllTextAsync(Path.Combine(_folder, version, file), Cancellation);
}
