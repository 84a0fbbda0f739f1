using System.Text;
using System.Text.Json;
using Dragoman.Commands;
using Dragoman.Tests.Repository;
using Xunit;

namespace Dragoman.Tests;

public sealed class ReadCommandTests : IDisposable
{
    private const string English = "The truce on the river held for a third day, and the ministers of both countries said that they would meet again.";
    private const string French = "La trêve sur le fleuve a tenu un troisième jour, et les ministres des deux pays ont dit qu'ils se retrouveraient.";

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("dragoman-read-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task What_cannot_be_read_costs_a_line_and_the_exit_code_but_not_the_other_documents()
    {
        Write("a.txt", English);
        Write("b.txt", "");
        Write("c.txt", French);
        Write("d.jsonl", "{\"text\":\"" + English + "\"}\nnot JSON\n");
        Write("e.txt", "Menu\nShare\n");
        Write("f.txt", English);

        (int exit, string output, string error) = await Run("read", _folder.FullName, Path.Combine(_folder.FullName, "missing.txt"), "--format", "jsonl");

        Assert.Equal(ExitCode.SomeFailed, exit);
        Assert.Equal(["a.txt", "d.jsonl", "f.txt"], Sources(output));
        string[] lines = error.TrimEnd('\n').Split('\n');
        Assert.Equal(["DG2002", "DG2012", "DG2007", "DG2013", "DG2001"], lines.Select(line => line.Split(' ')[1]));
        Assert.Contains("French", lines[1], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("2026-09-10", "2026-09-09")]
    [InlineData("2026-10-02", "2026-09-30")]
    public async Task What_hangs_on_the_published_date_is_resolved_again_when_the_date_is_corrected(string published, string lastWednesday)
    {
        Write("a.txt", "The two ministers met on Wednesday. " + English);
        (_, string output, _) = await Run("read", _folder.FullName, "--published", published, "--format", "jsonl");
        using JsonDocument reading = JsonDocument.Parse(output);
        Assert.Equal(lastWednesday, reading.RootElement.GetProperty("times")[0].GetProperty("value").GetString());
    }

    [Fact]
    public async Task A_text_without_a_body_is_refused()
    {
        Write("a.jsonl", "{\"text\":\"Menu\\nShare\\nPhoto: AA\",\"language\":\"en\"}");
        Assert.Contains("DG2014 a.jsonl, line 1:", (await Run("read", _folder.FullName)).Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Standard_input_is_read_in_the_format_that_is_named()
    {
        (int exit, string output, _) = await Run(Encoding.UTF8.GetBytes(English), "read", "-", "--input-format", "text");
        Assert.Equal(ExitCode.Done, exit);
        Assert.Equal(["standard input"], Sources(output));
    }

    [Theory]
    [InlineData("DG4001", "reed", "x.txt")]
    [InlineData("DG4001", "read")]
    [InlineData("DG4001", "read", "x.txt", "--format", "xml")]
    [InlineData("DG4002", "read", "x.txt", "--data", "/no/such/folder")]
    [InlineData("DG4003", "read", "-")]
    [InlineData("DG4004", "read", "x.txt", "--encoding", "klingon")]
    [InlineData("DG4014", "read", "x.txt", "--published", "last week")]
    public async Task A_wrong_command_line_says_what_is_wrong_and_reads_nothing(string code, params string[] args)
    {
        (int exit, string output, string error) = await Run(args);
        Assert.Equal((ExitCode.Refused, ""), (exit, output));
        Assert.StartsWith("dragoman: " + code, error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Reading_twice_gives_the_same_bytes()
    {
        string file = Write("a.txt", $"Talks resume 👩‍🌾\n\nBy Ana Orlo\n\n{English} “Ми готові,” said İkbal Dürre 😀 in Київ.\n");
        Assert.Equal((await Run("read", file)).Output, (await Run("read", file)).Output);
    }

    [Fact]
    public async Task Every_span_that_leaves_the_program_counts_code_points()
    {
        const string Text = "Talks 👍🏽 resume in Київ\n\nBy Ana Orlo\n\n😀 President Marek Tolvan said on Monday that the truce 🕊️ would hold in Харків, and that “we are ready”.\n";
        string output = (await Run("read", Write("a.txt", Text))).Output;
        using JsonDocument json = JsonDocument.Parse(output);
        Rune[] points = [.. Text.EnumerateRunes()];
        string[] regions = [.. json.RootElement.GetProperty("regions").EnumerateArray().Select(region => region.GetProperty("span"))
            .Select(span => string.Concat(points[span[0].GetInt32()..span[1].GetInt32()].Select(rune => rune.ToString())))];
        Assert.Equal(Text.Split("\n\n").Select(part => part.Trim()), regions);
        foreach (JsonElement time in json.RootElement.GetProperty("times").EnumerateArray())
            Assert.True(time.GetProperty("span")[1].GetInt32() <= points.Length);
    }

    private static string[] Sources(string output) =>
        [.. output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonDocument.Parse(line).RootElement.GetProperty("document").GetProperty("source").GetString()!)];

    private static Task<(int Exit, string Output, string Error)> Run(params string[] args) => Run([], args);

    private static async Task<(int Exit, string Output, string Error)> Run(byte[] input, params string[] args)
    {
        using MemoryStream output = new();
        using StringWriter error = new() { NewLine = "\n" };
        string[] data = args.Contains("--data") ? [] : ["--data", RepositoryRoot.Path];
        int exit = await CommandLine.RunAsync([.. args, .. data], new Terminal(new MemoryStream(input), output, error), TestContext.Current.CancellationToken);
        return (exit, Encoding.UTF8.GetString(output.ToArray()), error.ToString());
    }

    private string Write(string name, string text)
    {
        string path = Path.Combine(_folder.FullName, name);
        File.WriteAllText(path, text);
        return path;
    }
}
