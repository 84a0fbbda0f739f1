using System.Diagnostics;
using Dragoman.Tests.Repository;
using Xunit;

namespace Dragoman.Tests;

/// <summary>
/// The program's output must not depend on the processor: the whole engine writes the same bytes with 512-bit vectors, with 256-bit ones, and with none.
/// The runtime is told to hide what the machine has.
/// </summary>
public sealed class ProcessorTests
{
    private static readonly string[] Samples = ["01-harvest-truce.txt", "03-analyst-interview.txt", "07-tribune-violations.txt"];

    [Theory]
    [InlineData("DOTNET_EnableAVX512")]
    [InlineData("DOTNET_EnableAVX2")]
    [InlineData("DOTNET_EnableHWIntrinsic")]
    public async Task Trees_and_names_are_the_same_on_every_processor(string hidden)
    {
        CancellationToken cancellation = TestContext.Current.CancellationToken;
        string full = await ParseAsync(null, cancellation);
        Assert.Contains("Entity=", full, StringComparison.Ordinal);
        Assert.Equal(full, await ParseAsync(hidden, cancellation));
    }

    private static async Task<string> ParseAsync(string? hidden, CancellationToken cancellation)
    {
        string built = AppContext.BaseDirectory.TrimEnd(Path.DirectorySeparatorChar);
        string program = Path.Combine(built, "..", "..", "Dragoman", Path.GetFileName(built), "dragoman.dll");
        Assert.SkipUnless(File.Exists(program), "the program is not built");
        ProcessStartInfo start = new("dotnet", [program, "parse", .. Samples.Select(sample => RepositoryRoot.At("samples", sample)), "--data", RepositoryRoot.Path])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            StandardOutputEncoding = System.Text.Encoding.UTF8,
        };
        if (hidden is not null) start.Environment[hidden] = "0";
        using Process process = Process.Start(start)!;
        string output = await process.StandardOutput.ReadToEndAsync(cancellation);
        await process.WaitForExitAsync(cancellation);
        Assert.Equal(0, process.ExitCode);
        return output;
    }
}
