using System.Text.RegularExpressions;
using Dragoman.Language.Packs;
using Dragoman.Reading;
using Dragoman.Reading.Frames;
using Dragoman.Tests.Repository;
using Xunit;

namespace Dragoman.Tests;

public sealed partial class RuleExamplesTests
{
    [Fact]
    public void Every_example_of_every_rule_holds()
    {
        TrialResult[] results = [.. new RuleTrial(Reader.Load(new DataFolder(RepositoryRoot.Path), "en")).Run()];
        Assert.NotEmpty(results);
        Assert.Empty(results.Where(r => r.Fault is not null && !r.IsTodo).Select(r => $"{r.Place} {r.Rule}: {r.Fault}: {r.Sentence}"));
    }

    [Fact]
    public void The_rules_and_lines_that_the_manual_shows_stand_in_the_data_files()
    {
        string rules = string.Join('\n', Directory.EnumerateFiles(RepositoryRoot.At("lang", "en", "frames"), "*.yml").Order(StringComparer.Ordinal).Select(File.ReadAllText));
        string[] shown = [.. YamlBlock().Matches(File.ReadAllText(RepositoryRoot.At("docs", "rules.md"))).Select(m => m.Groups["yaml"].Value)];
        Assert.NotEmpty(shown);
        foreach (string block in shown) Assert.Contains(block, rules, StringComparison.Ordinal);
    }

    [GeneratedRegex("```yaml\n(?<yaml>.*?)```", RegexOptions.Singleline | RegexOptions.NonBacktracking)]
    private static partial Regex YamlBlock();
}
