using System.Collections.Immutable;
using Dragoman.Language;

namespace Dragoman.Reading.Frames.Rules;

/// <summary>Which rules a word may trigger: looked up by its lemma or by its classes, so that the cost of reading grows with the triggers found, not with the rules.</summary>
internal sealed class RuleIndex
{
    private readonly Phrases<ImmutableArray<FrameRule>> _byPhrase = new();

    public RuleIndex(ImmutableArray<FrameRule> rules, WordClasses classes)
    {
        Rules = rules;
        foreach ((string phrase, ImmutableArray<FrameRule> triggered) in Group(rules, classes)) _byPhrase.Add(phrase, triggered);
    }

    public ImmutableArray<FrameRule> Rules { get; }

    /// <summary>Calls back for each phrase at the token that may trigger rules, with those rules.</summary>
    public void At<TState>(AnnotatedDocument text, int token, TState state, Action<TState, Phrases<ImmutableArray<FrameRule>>.Hit> found) =>
        _byPhrase.At(text, token, state, found);

    private static IEnumerable<(string Phrase, ImmutableArray<FrameRule> Rules)> Group(ImmutableArray<FrameRule> rules, WordClasses classes) => rules
        .SelectMany(rule => rule.Triggers.SelectMany(t => t.StartsWith('@') ? classes.WordsOf(t[1..]) : [t]).Distinct(StringComparer.OrdinalIgnoreCase), (rule, phrase) => (rule, phrase))
        .GroupBy(pair => pair.phrase, StringComparer.OrdinalIgnoreCase)
        .Select(group => (group.Key, group.Select(pair => pair.rule).ToImmutableArray()));
}
