using System.Text;
using Dragoman.Commands;
using Xunit;

namespace Dragoman.Tests;

public sealed class PeopleCommandTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("dragoman-").FullName;

    private string Path => System.IO.Path.Combine(_folder, "people.db");

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task People_are_added_listed_and_kept_out_and_the_audit_log_says_so()
    {
        Assert.Equal(0, (await Run("a long enough password\n", "add", "Ada", "--role", "administrator")).Exit);
        Assert.Equal("Ada\tadministrator\tmay sign in\n", (await Run("", "list")).Output);
        Assert.Equal(0, (await Run("", "role", "Ada", "coder")).Exit);
        Assert.Equal(0, (await Run("", "disable", "Ada")).Exit);
        Assert.Equal("Ada\tcoder\tdisabled\n", (await Run("", "list")).Output);
        string[] done = [.. (await Run("", "audit")).Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line.Split('\t')[2])];
        Assert.Equal(["account-disabled", "role-changed", "account-added"], done);
    }

    [Theory]
    [InlineData("short\n", "add", "Ada")]
    [InlineData("a long enough password\n", "add", " ")]
    [InlineData("a long enough password\n", "password", "Nobody")]
    public async Task What_cannot_be_done_is_said_in_one_line(string input, params string[] arguments)
    {
        (int exit, _, string error) = await Run(input, arguments);
        Assert.Equal(2, exit);
        Assert.StartsWith("dragoman: DG4023 ", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_that_is_something_else_is_left_as_it_is()
    {
        await File.WriteAllTextAsync(Path, "a shopping list that is long enough to be no database at all", TestContext.Current.CancellationToken);
        (int exit, _, string error) = await Run("", "list");
        Assert.Equal(2, exit);
        Assert.Contains("DG3020", error, StringComparison.Ordinal);
        Assert.StartsWith("a shopping list", await File.ReadAllTextAsync(Path, TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    private async Task<(int Exit, string Output, string Error)> Run(string input, params string[] arguments)
    {
        using MemoryStream output = new();
        using StringWriter error = new();
        Terminal terminal = new(new MemoryStream(Encoding.UTF8.GetBytes(input)), output, error);
        int exit = await CommandLine.RunAsync(["people", .. arguments, "--people", Path], terminal, TestContext.Current.CancellationToken);
        return (exit, Encoding.UTF8.GetString(output.ToArray()), error.ToString());
    }
}
