using System.Text;
using Dragoman.Commands;
using Dragoman.Storage.Sqlite;
using Dragoman.Tests.Repository;
using Xunit;

namespace Dragoman.Tests;

public sealed class ExchangeCommandsTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("dragoman-exchange-").FullName;

    public ExchangeCommandsTests()
    {
        using SqliteLedgerStore store = SqliteLedgerStore.OpenOrCreate(LedgerPath);
        Exports.Truce(store);
    }

    private string LedgerPath => Path.Combine(_folder, "record.db");

    private string Out => Path.Combine(_folder, "out");

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task A_record_goes_out_is_decided_on_in_a_sheet_and_comes_back()
    {
        (int exit, string output, _) = await Run("export", "csv", "xlsx", "--out", Out, "--ledger", LedgerPath);
        Assert.Equal(0, exit);
        Assert.Contains("1 rows  meetings.csv", output, StringComparison.Ordinal);
        string sheet = Path.Combine(Out, "meetings.csv");
        string before = LedgerPath + ".before";
        File.Copy(LedgerPath, before);
        string text = await File.ReadAllTextAsync(sheet, TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(sheet, text.Replace(",,,\r\n", ",confirm,Ben,\r\n", StringComparison.Ordinal), TestContext.Current.CancellationToken);
        Assert.Contains("row 2: confirmed by Ben", (await Run("import", "csv", sheet, "--dry-run", "--ledger", LedgerPath)).Output, StringComparison.Ordinal);
        Assert.Equal("1 confirmed, 0 amended, 0 rejected; 0 problems\n", (await Run("import", "csv", sheet, "--ledger", LedgerPath)).Output);
        Assert.Contains("changed `meeting-", (await Run("diff", before, LedgerPath)).Output, StringComparison.Ordinal);
        Assert.Contains("rules/1 / Ben", (await Run("agreement", "--ledger", LedgerPath)).Output, StringComparison.Ordinal);
        Assert.Equal(0, (await Run("verify", "--ledger", LedgerPath)).Exit);
    }

    [Fact]
    public async Task Two_releases_are_compared()
    {
        string first = Path.Combine(_folder, "1");
        string second = Path.Combine(_folder, "2");
        Assert.Equal(0, (await Run("release", "1.0.0", "--out", first, "--ledger", LedgerPath)).Exit);
        Assert.Equal(0, (await Run("release", "1.1.0", "--out", second, "--previous", first, "--with-drafts", "--also", "parquet", "--ledger", LedgerPath)).Exit);
        Assert.EndsWith("1.0.0 → 1.1.0: 7 added, 0 changed, 0 removed\n", (await Run("diff", first, second)).Output, StringComparison.Ordinal);
        Assert.True(File.Exists(Path.Combine(second, "meetings.parquet")));
    }

    [Fact]
    public async Task A_sheet_of_another_make_is_imported_once()
    {
        string sheet = Path.Combine(_folder, "mine.csv");
        string mapping = Path.Combine(_folder, "map.yml");
        await File.WriteAllTextAsync(sheet, "Event,Who\nMarket truce,Sudria\n", TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(mapping, "kind: ceasefire\nanchor: Event\ncoder: Ada\nslots:\n  act: { value: announced }\n  by: { column: Who }\n", TestContext.Current.CancellationToken);
        Assert.StartsWith("filed: 1 records", (await Run("import", "sheet", sheet, "--mapping", mapping, "--ledger", LedgerPath)).Output, StringComparison.Ordinal);
        Assert.StartsWith("known: 1 records", (await Run("import", "sheet", sheet, "--mapping", mapping, "--ledger", LedgerPath)).Output, StringComparison.Ordinal);
        Assert.Equal(0, (await Run("verify", "--ledger", LedgerPath)).Exit);
    }

    [Theory]
    [InlineData("DG4060", "release", "one", "--out", "x")]
    [InlineData("DG4061", "diff", "2031-09-10")]
    [InlineData("DG4062", "agreement", "--coder", "Nobody")]
    [InlineData("DG3060", "import", "csv", "no-such-file.csv")]
    [InlineData("DG4001", "export", "docx", "--out", "x")]
    public async Task A_command_that_cannot_be_done_says_so(string code, params string[] arguments)
    {
        (int exit, _, string error) = await Run([.. arguments, "--ledger", LedgerPath]);
        Assert.Equal(ExitCode.Refused, exit);
        Assert.Contains(code, error, StringComparison.Ordinal);
    }

    private static async Task<(int Exit, string Output, string Error)> Run(params string[] arguments)
    {
        using MemoryStream output = new();
        await using StringWriter error = new();
        int exit = await CommandLine.RunAsync([.. arguments, "--data", RepositoryRoot.Path], new Terminal(Stream.Null, output, error), TestContext.Current.CancellationToken);
        return (exit, Encoding.UTF8.GetString(output.ToArray()), error.ToString());
    }
}
