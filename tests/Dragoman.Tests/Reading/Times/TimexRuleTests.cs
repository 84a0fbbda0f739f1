using System.Collections.Immutable;
using Dragoman.Language;
using Dragoman.Language.Packs;
using Dragoman.Reading.Times;
using Dragoman.Reading.Times.Rules;
using Dragoman.Tests.Repository;
using Xunit;

namespace Dragoman.Tests;

public sealed class TimexRuleTests
{
    private static readonly TimexTagger Tagger = English();

    [Fact]
    public void Every_rule_finds_its_examples()
    {
        string[] faults = [.. Tagger.Rules.SelectMany(rule => rule.Examples.Select(example => Fault(rule, example))).OfType<string>()];
        Assert.True(faults.Length == 0, string.Join('\n', faults));
    }

    [Fact]
    public void No_rule_finds_its_counter_examples() => Assert.Empty(
        from rule in Tagger.Rules
        from text in rule.Not
        where Tag(text, null).Any(timex => timex.Rule == rule.Id)
        select $"{rule.Id}: {text}");

    [Fact]
    public void Every_rule_has_an_example() => Assert.Empty(Tagger.Rules.Where(rule => rule.Examples.IsEmpty).Select(rule => rule.Id));

    internal static TimexTagger English()
    {
        Problems problems = new();
        TimexTagger tagger = TimexTagger.Load(new(RepositoryRoot.Path), "en", problems);
        problems.ThrowIfAny();
        return tagger;
    }

    internal static ImmutableArray<Timex> Tag(string text, string? published)
    {
        Document document = new(text);
        return Tagger.Tag(new(document, [document.Whole], [], [], []), TimexReference.Parse(published));
    }

    private static string? Fault(TimexRule rule, TimexExample example)
    {
        int open = example.Text.IndexOf('[', StringComparison.Ordinal);
        string text = example.Text.Replace("[", "", StringComparison.Ordinal).Replace("]", "", StringComparison.Ordinal);
        ImmutableArray<Timex> found = Tag(text, example.Published);
        if (rule.Type is null) return found.IsEmpty ? null : $"{rule.Id}: {text} -> {found[0]}";
        TextSpan span = new(open, example.Text.IndexOf(']', StringComparison.Ordinal) - 1);
        Timex? timex = found.FirstOrDefault(t => t.Span == span);
        string seen = string.Join("; ", found.Select(t => $"{text[t.Span.Start..t.Span.End]} {t.Value} {t.Rule}"));
        return timex?.Rule == rule.Id && timex.Type == rule.Type && timex.Value == example.Value ? null : $"{rule.Id}: {example.Text} {example.Value} -> {seen}";
    }
}
