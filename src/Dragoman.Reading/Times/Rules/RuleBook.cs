using System.Collections.Immutable;
using Dragoman.Reading.Times.Patterns;

namespace Dragoman.Reading.Times.Rules;

/// <summary>The rules of a language, indexed by the words and kinds of number that they can start with.</summary>
internal sealed class RuleBook
{
    private readonly ImmutableArray<TimexRule>[] _byWord;
    private readonly ImmutableArray<TimexRule> _byDigits;

    public RuleBook(Lexicon lexicon, ImmutableArray<TimexRule> rules)
    {
        Lexicon = lexicon;
        Rules = rules;
        List<TimexRule>[] byWord = [.. Enumerable.Range(0, lexicon.Count).Select(_ => new List<TimexRule>())];
        List<TimexRule> byDigits = [];
        ILookup<int, int> wordsOfClass = Enumerable.Range(0, lexicon.Count).SelectMany(lexicon.EntriesOf)
            .Select(entry => (entry.Class, Word: entry.Words[0]))
            .Concat(lexicon.Numbers.FirstWords.Select(word => (Class: lexicon.NumberClass, Word: word)))
            .Distinct().ToLookup(pair => pair.Class, pair => pair.Word);
        HashSet<int> digitClasses = [.. lexicon.Digits.Select(digits => digits.Class), lexicon.NumberClass];
        foreach (TimexRule rule in rules)
        {
            HashSet<int> words = [];
            bool digits = false;
            foreach (Step step in FirstSteps(rule.Pattern))
            {
                if (step.Kind == StepKind.Word) words.Add(step.A);
                else words.UnionWith(wordsOfClass[step.A]);
                digits |= step.Kind == StepKind.Class && digitClasses.Contains(step.A);
            }

            foreach (int word in words) byWord[word].Add(rule);
            if (digits || words.Any(word => lexicon.IsDigits(word))) byDigits.Add(rule);
        }

        _byWord = [.. byWord.Select(list => list.ToImmutableArray())];
        _byDigits = [.. byDigits];
    }

    public Lexicon Lexicon { get; }

    /// <summary>Those of no type first, then in the order of their files, and within a file as written: of two rules that reach equally far, the first one counts.</summary>
    public ImmutableArray<TimexRule> Rules { get; }

    /// <summary>The rules that can start at an atom, in order.</summary>
    public ImmutableArray<TimexRule> StartingAt(Atom atom) => atom.Number >= 0 ? _byDigits : atom.Word >= 0 ? _byWord[atom.Word] : [];

    /// <summary>The steps that can take the first atom.</summary>
    private static List<Step> FirstSteps(Pattern pattern)
    {
        List<Step> first = [];
        HashSet<int> seen = [];
        Stack<int> open = new([0]);
        while (open.TryPop(out int pc))
        {
            if (!seen.Add(pc)) continue;
            Step step = pattern.Steps[pc];
            switch (step.Kind)
            {
                case StepKind.Word or StepKind.Class: first.Add(step); break;
                case StepKind.Split:
                    open.Push(step.A);
                    open.Push(step.B);
                    break;
                case StepKind.Jump or StepKind.Refuse: open.Push(step.A); break;
                case StepKind.Match: break;
                default: open.Push(pc + 1); break;
            }
        }

        return first;
    }
}
