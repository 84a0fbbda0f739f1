using System.Collections.Immutable;
using System.Diagnostics;
using System.Globalization;
using Dragoman.Filer;
using Dragoman.Record;
using Dragoman.Record.Entries;
using Dragoman.Record.Views;
using Dragoman.Storage;
using Xunit;

namespace Dragoman.Tests;

/// <summary>A program that files and decides is killed (SIGKILL) at points that a seed chooses, a hundred times for each store.</summary>
public sealed class KillTests(PostgresServer server) : IDisposable
{
    private const int Kills = 100;
    private const int MostAcknowledged = 12;
    private const int LongestSpin = 40_000; // turns; up to about a millisecond, so that no step of a write is spared

    private readonly string _folder = Directory.CreateTempSubdirectory("dragoman-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public Task A_SQLite_ledger_loses_nothing_acknowledged_in_a_hundred_kills() => KillAndCheck(Path.Combine(_folder, "record.db"), seed: 1);

    [Fact]
    public Task A_PostgreSQL_ledger_loses_nothing_acknowledged_in_a_hundred_kills() => KillAndCheck(server.NewLedger(), seed: 2);

    private static async Task KillAndCheck(string place, int seed)
    {
        Stopwatch watch = Stopwatch.StartNew();
        Random random = new(seed);
        List<string> acknowledged = [];
        LedgerPlace.OpenOrCreate(place).Dispose();
        for (int kill = 0; kill < Kills; kill++) acknowledged.AddRange(await FileAndKill(place, kill, random.Next(MostAcknowledged), random.Next(LongestSpin)));

        using ILedgerStore store = LedgerPlace.OpenToRead(place);
        Verification verification = Verifier.Verify(store.Read());
        Assert.Empty(verification.Faults);
        LedgerState state = LedgerState.Of(store.Read().Select(line => line.Parse()));
        foreach (string line in acknowledged)
        {
            string[] words = line.Split(' ');
            RecordState record = Assert.Single(state.Documents[words[1]].Records);
            if (words[0] == "decided") Assert.Equal(ReviewState.Confirmed, record.State);
        }

        string counts = string.Create(CultureInfo.InvariantCulture,
            $"{Kills} kills in {watch.Elapsed.TotalSeconds:0} s: {acknowledged.Count} acknowledged, {verification.Lines} lines in {verification.Documents} documents kept, none lost, 0 faults");
        TestContext.Current.TestOutputHelper?.WriteLine(counts);
        Assert.True(acknowledged.Count > Kills, counts);
    }

    /// <returns>What the program had said was done before it was killed.</returns>
    private static async Task<ImmutableArray<string>> FileAndKill(string place, int session, int lines, int spin)
    {
        ProcessStartInfo start = new("dotnet", [typeof(TinyReading).Assembly.Location, place, session.ToString(CultureInfo.InvariantCulture)]) { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true };
        using Process program = Process.Start(start)!;
        ImmutableArray<string>.Builder acknowledged = ImmutableArray.CreateBuilder<string>();
        while (acknowledged.Count < lines && await program.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken) is { } line) acknowledged.Add(line);
        Thread.SpinWait(spin);
        Assert.False(program.HasExited, program.HasExited ? await program.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken) : "");
        program.Kill();
        await program.WaitForExitAsync(TestContext.Current.CancellationToken);
        while (await program.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken) is { } line) acknowledged.Add(line); // said before the end
        return acknowledged.ToImmutable();
    }
}
