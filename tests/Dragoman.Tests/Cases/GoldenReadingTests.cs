using System.Text;
using Dragoman.Language.Packs;
using Dragoman.Reading.Intake;
using Dragoman.Tests.Repository;
using Xunit;
using Reader = Dragoman.Reading.Reader;

namespace Dragoman.Tests;

/// <summary>What the engine says today of the samples and the cases. <c>./dev accept</c> takes a new reading; the diff is the review.</summary>
public sealed class GoldenReadingTests
{
    private static readonly Lazy<Reader> English = new(() => Reader.Load(new DataFolder(RepositoryRoot.Path), "en"));

    public static TheoryData<string> Cases => [.. Folders().Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Cases))]
    public void A_case_reads_as_accepted(string folder)
    {
        string article = Directory.GetFiles(RepositoryRoot.At(folder), "article.*").Single();
        Golden.Verify(Dump(article), folder, "reading.golden.txt");
    }

    [Fact]
    public void The_samples_read_as_accepted()
    {
        StringBuilder dump = new();
        foreach (string file in Directory.GetFiles(RepositoryRoot.At("samples")).Order(StringComparer.Ordinal))
            dump.Append("=== ").Append(Path.GetFileName(file)).Append('\n').Append(Dump(file));
        Golden.Verify(dump.ToString(), "cases", "samples.golden.txt");
    }

    private static IEnumerable<string> Folders() =>
        Directory.GetDirectories(RepositoryRoot.At("cases")).Select(folder => "cases/" + Path.GetFileName(folder));

    private static string Dump(string path)
    {
        StringBuilder dump = new();
        foreach (Arrival arrival in new ArticleIntake().Take([path]))
        {
            Assert.Null(arrival.Refusal);
            dump.Append(ReadingDump.Of(English.Value.Read(arrival.Article!)));
        }

        return dump.ToString();
    }
}
