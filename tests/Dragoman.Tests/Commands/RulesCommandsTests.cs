using System.Text;
using Dragoman.Commands;
using Dragoman.Tests.Repository;
using Xunit;

namespace Dragoman.Tests;

public sealed class RulesCommandsTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("dragoman-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task A_record_is_explained_by_its_rule_what_filled_each_role_and_what_lost()
    {
        (int exit, string output, _) = await Run("rules", "explain", "R1", Truce());
        Assert.Equal(ExitCode.Done, exit);
        Assert.StartsWith("en/frames/ceasefire.yml#declare  lang/en/frames/ceasefire.yml:", output, StringComparison.Ordinal);
        Assert.Contains("trigger  \"declared\"  actual", output, StringComparison.Ordinal);
        Assert.Contains("→ patient[@ceasefire]  \"truce\"", output, StringComparison.Ordinal);
        Assert.Contains("slot     by = Norland\n           → agent  \"Norland\"", output, StringComparison.Ordinal);
        Assert.Contains("- obl:with[actor]", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_record_of_the_ledger_is_explained_by_its_id()
    {
        string ledger = Path.Combine(_folder, "record.db");
        await Run("file", Truce(), "--ledger", ledger);
        (_, string record, _) = await Run("record", "--ledger", ledger, "--format", "jsonl");
        string id = record.Split('"').First(word => word.StartsWith("ceasefire-", StringComparison.Ordinal));
        (int exit, string output, _) = await Run("rules", "explain", id, "--ledger", ledger);
        Assert.Equal(ExitCode.Done, exit);
        Assert.StartsWith("en/frames/ceasefire.yml#declare", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_record_that_is_not_there_is_refused_with_those_that_are()
    {
        (int exit, _, string error) = await Run("rules", "explain", "R9", Truce());
        Assert.Equal(ExitCode.Refused, exit);
        Assert.Contains("DG4040", error, StringComparison.Ordinal);
        Assert.Contains("R1", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_rule_that_gave_way_is_shown_with_the_rule_that_has_its_words()
    {
        (_, string output, _) = await Run("rules", "try", "The truce will begin on Monday.");
        Assert.Contains("→ en/frames/ceasefire.yml#take-effect", output, StringComparison.Ordinal);
        Assert.Contains("(a forecast gives way to en/frames/ceasefire.yml#take-effect)", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Coverage_tells_the_rules_that_never_fire_and_the_words_that_never_occur()
    {
        (int exit, string output, _) = await Run("rules", "coverage", Truce());
        Assert.Equal(ExitCode.Done, exit);
        string[] parts = output.Split("\n\n");
        Assert.StartsWith("1 documents, 1 sentences", parts[0], StringComparison.Ordinal);
        Assert.Contains("      1      1  en/frames/ceasefire.yml#declare", parts[1], StringComparison.Ordinal);
        Assert.Contains("  en/frames/ceasefire.yml#broker\n", parts[3], StringComparison.Ordinal);
        Assert.DoesNotContain("#declare", parts[3], StringComparison.Ordinal);
        string unseen = parts[4].Split('\n').Single(line => line.StartsWith("  @ceasefire:", StringComparison.Ordinal));
        Assert.Contains("armistice", unseen, StringComparison.Ordinal);
        Assert.DoesNotContain("truce", unseen, StringComparison.Ordinal);
    }

    private string Truce()
    {
        string path = Path.Combine(_folder, "truce.txt");
        File.WriteAllText(path, "Norland declared a truce with the rebels of Sudria on Monday.\n");
        return path;
    }

    private static async Task<(int Exit, string Output, string Error)> Run(params string[] args)
    {
        using MemoryStream output = new();
        using StringWriter error = new();
        int exit = await CommandLine.RunAsync([.. args, "--data", RepositoryRoot.Path], new Terminal(Stream.Null, output, error), TestContext.Current.CancellationToken);
        return (exit, Encoding.UTF8.GetString(output.ToArray()), error.ToString());
    }
}
