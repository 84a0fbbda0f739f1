using System.Text.RegularExpressions;
using Xunit;

namespace Dragoman.Tests.Repository;

public sealed partial class ErrorCatalogueTests
{
    private static readonly string[] Listed = [.. File.ReadLines(RepositoryRoot.At("docs", "errors.md")).Select(line => Row().Match(line)).Where(row => row.Success).Select(row => row.Groups["code"].Value)];

    [Fact]
    public void Every_code_that_the_program_can_report_is_listed_with_a_remedy() => Assert.Empty(Used().Except(Listed));

    [Fact]
    public void Every_listed_code_can_be_reported() => Assert.Empty(Listed.Except(Used()));

    [Fact]
    public void The_codes_are_sorted_and_none_is_listed_twice() => Assert.Equal(Listed.Distinct().Order(StringComparer.Ordinal), Listed);

    private static string[] Used() =>
        [.. Directory.EnumerateFiles(RepositoryRoot.At("src"), "*.cs", SearchOption.AllDirectories)
            .SelectMany(file => Code().Matches(File.ReadAllText(file)).Select(match => match.Value)).Distinct().Order(StringComparer.Ordinal)];

    [GeneratedRegex("(?<=\")DG[0-9]{4}(?=\")", RegexOptions.None, 1000)]
    private static partial Regex Code();

    [GeneratedRegex(@"^\| (?<code>DG[0-9]{4}) \| [^|]+ \| [^|]+ \|$", RegexOptions.None, 1000)]
    private static partial Regex Row();
}
