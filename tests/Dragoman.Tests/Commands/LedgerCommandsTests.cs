using System.Diagnostics;
using System.Globalization;
using System.Text;
using Dragoman.Commands;
using Dragoman.Record;
using Dragoman.Record.Entries;
using Dragoman.Storage.Sqlite;
using Dragoman.Tests.Repository;
using NodaTime;
using Xunit;

namespace Dragoman.Tests;

public sealed class LedgerCommandsTests : IDisposable
{
    private const int KilledAfter = 8;
    private const int ToFile = 60;

    private readonly string _folder = Directory.CreateTempSubdirectory("dragoman-").FullName;

    private string LedgerPath => Path.Combine(_folder, "record.db");

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task Files_are_filed_once_and_a_bad_one_does_not_stop_the_others()
    {
        string good = Write("good.txt", "Norland declared a truce on Monday.\n");
        string empty = Write("empty.txt", "");
        string better = Write("better.txt", "Sudria answered on Tuesday.\n");

        (int exit, string output, string error) = await Run("file", good, empty, better, "--ledger", LedgerPath);
        Assert.Equal(ExitCode.SomeFailed, exit);
        Assert.Contains("2 new, 0 known, 1 failed", output, StringComparison.Ordinal);
        Assert.Contains("empty.txt", error, StringComparison.Ordinal);

        (exit, output, _) = await Run("file", good, better, "--ledger", LedgerPath);
        Assert.Equal(ExitCode.Done, exit);
        Assert.Contains("0 new, 2 known, 0 failed", output, StringComparison.Ordinal);

        (_, output, _) = await Run("record", "--ledger", LedgerPath);
        Assert.Contains("Could not be read", output, StringComparison.Ordinal);
        Write("empty.txt", "Now it has words.\n");
        await Run("file", empty, "--ledger", LedgerPath);
        (_, output, _) = await Run("record", "--ledger", LedgerPath);
        Assert.DoesNotContain("Could not be read", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_record_is_printed_with_the_words_that_show_each_line()
    {
        FileTruce();
        (int exit, string output, _) = await Run("record", "--ledger", LedgerPath);
        Assert.Equal(ExitCode.Done, exit);
        Assert.Contains("Norland: ceasefire announced; start: 8 Sep 2031; duration: 30 hours  [draft]", output, StringComparison.Ordinal);
        Assert.Contains("“Norland declared a 30-hour truce over the harvest feast on Monday.”", output, StringComparison.Ordinal);
        Assert.Contains("Oda Brenn: claims Sudria broke it: 120", output, StringComparison.Ordinal);
        Assert.Contains("-> (next in the text) Norland: rejects", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_record_as_of_an_earlier_day_is_empty()
    {
        FileTruce();
        (int exit, string output, _) = await Run("record", "--ledger", LedgerPath, "--as-of", "2031-09-09", "--format", "jsonl");
        Assert.Equal((ExitCode.Done, ""), (exit, output));
        (_, output, _) = await Run("record", "--ledger", LedgerPath, "--as-of", "2031-09-10", "--format", "jsonl");
        Assert.Equal(10, output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length);
    }

    [Theory]
    [InlineData("yesterday")]
    [InlineData("22.04.2025")]
    public async Task What_is_no_date_is_refused(string date)
    {
        FileTruce();
        (int exit, _, string error) = await Run("record", "--ledger", LedgerPath, "--as-of", date);
        Assert.Equal(ExitCode.Refused, exit);
        Assert.Contains("DG4010", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_sound_ledger_passes_and_a_changed_one_does_not()
    {
        FileTruce();
        (int exit, string output, _) = await Run("verify", "--ledger", LedgerPath);
        Assert.Equal(ExitCode.Done, exit);
        Assert.Contains("every passage stands in its text", output, StringComparison.Ordinal);

        using (Microsoft.Data.Sqlite.SqliteConnection connection = new($"Data Source={LedgerPath};Pooling=false"))
        {
            connection.Open();
            using Microsoft.Data.Sqlite.SqliteCommand command = connection.CreateCommand();
            command.CommandText = "DROP TRIGGER line_is_never_changed; UPDATE line SET json = replace(json, '120', '121') WHERE kind = 'record-drafted/1'";
            command.ExecuteNonQuery();
        }

        (exit, output, _) = await Run("verify", "--ledger", LedgerPath);
        Assert.Equal(ExitCode.SomeFailed, exit);
        Assert.Contains("the line was changed after it was written", output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("verify")]
    [InlineData("record")]
    public async Task A_ledger_that_is_not_there_is_said_to_be_missing(string command)
    {
        (int exit, _, string error) = await Run(command, "--ledger", LedgerPath);
        Assert.Equal(ExitCode.Refused, exit);
        Assert.Contains("DG3001", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_program_killed_while_it_files_leaves_whole_documents_and_can_go_on()
    {
        string articles = Directory.CreateDirectory(Path.Combine(_folder, "articles")).FullName;
        for (int i = 0; i < ToFile; i++)
        {
            string number = i.ToString("D3", CultureInfo.InvariantCulture);
            await File.WriteAllTextAsync(Path.Combine(articles, number + ".txt"), $"Norland declared a truce, number {number}, on Monday.\n", TestContext.Current.CancellationToken);
        }

        using Process program = Start("file", articles, "--ledger", LedgerPath);
        for (int line = 0; line < KilledAfter; line++)
            if (await program.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken) is null) break;
        Assert.False(program.HasExited, "the program was done before it could be killed");
        program.Kill();
        await program.WaitForExitAsync(TestContext.Current.CancellationToken);

        using SqliteLedgerStore store = SqliteLedgerStore.OpenToRead(LedgerPath);
        Verification verification = Verifier.Verify(store.Read());
        Assert.Empty(verification.Faults);
        Assert.InRange(verification.Documents, KilledAfter, ToFile - 1);
        store.Dispose();

        (int exit, string output, _) = await Run("file", articles, "--ledger", LedgerPath);
        Assert.Equal(ExitCode.Done, exit);
        Assert.Contains(string.Create(CultureInfo.InvariantCulture, $"{ToFile - verification.Documents} new, {verification.Documents} known, 0 failed"), output, StringComparison.Ordinal);
    }

    private static Process Start(params string[] arguments)
    {
        ProcessStartInfo start = new("dotnet") { RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false };
        start.ArgumentList.Add(typeof(CommandLine).Assembly.Location);
        foreach (string argument in arguments) start.ArgumentList.Add(argument);
        start.Environment["DRAGOMAN_DATA"] = RepositoryRoot.Path;
        return Process.Start(start)!;
    }

    private static async Task<(int Exit, string Output, string Error)> Run(params string[] arguments)
    {
        using MemoryStream output = new();
        using StringWriter error = new();
        int exit = await CommandLine.RunAsync([.. arguments, "--data", RepositoryRoot.Path], new Terminal(Stream.Null, output, error), TestContext.Current.CancellationToken);
        return (exit, Encoding.UTF8.GetString(output.ToArray()), error.ToString());
    }

    private void FileTruce()
    {
        using SqliteLedgerStore store = SqliteLedgerStore.OpenOrCreate(LedgerPath);
        new Ledger(store, new TickingClock(Instant.FromUtc(2031, 9, 10, 12, 0))).File(HandMade.Truce(), "rules/1");
    }

    private string Write(string name, string text)
    {
        string path = Path.Combine(_folder, name);
        File.WriteAllText(path, text);
        return path;
    }
}
