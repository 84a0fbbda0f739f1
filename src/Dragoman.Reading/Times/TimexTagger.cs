using System.Collections.Immutable;
using Dragoman.Language;
using Dragoman.Language.Packs;
using Dragoman.Reading.Times.Patterns;
using Dragoman.Reading.Times.Rules;
using Dragoman.Reading.Times.Values;

namespace Dragoman.Reading.Times;

/// <summary>Finds time expressions and resolves them against the document's date. Thread-safe.</summary>
public sealed class TimexTagger
{
    private readonly RuleBook _book;
    private readonly AtomReader _atoms;
    private readonly TenseReader _tenses;

    private TimexTagger(RuleBook book)
    {
        _book = book;
        _atoms = new(book.Lexicon);
        _tenses = new(book.Lexicon);
    }

    /// <summary>The rules, in the order in which they count.</summary>
    internal ImmutableArray<TimexRule> Rules => _book.Rules;

    /// <summary>Loads the lists and rules of a language from <c>lang/&lt;language&gt;/timex</c>; every fault goes to <paramref name="problems"/>.</summary>
    public static TimexTagger Load(DataFolder data, string language, Problems problems)
    {
        Lexicon lexicon = new LexiconReader(data, language, problems).Read();
        ImmutableArray<TimexRule> rules = new RuleReader(data, language, lexicon, problems).Read();
        return new(new RuleBook(lexicon, rules));
    }

    /// <summary>The time expressions of a document's blocks, in text order, disjoint.</summary>
    /// <param name="text">The annotated document; it may lack tokens, and then words alone tell the tense.</param>
    /// <param name="reference">What relative expressions hang on; null if unknown, and then they stay unresolved.</param>
    public ImmutableArray<Timex> Tag(AnnotatedDocument text, TimexReference? reference)
    {
        Atom[] atoms = _atoms.Read(text.Document, text.Blocks);
        PatternMatcher matcher = new(_book.Lexicon, text.Document.Text, atoms);
        ImmutableArray<Timex>.Builder found = ImmutableArray.CreateBuilder<Timex>();
        List<Moment> previous = [];
        int at = 0;
        while (at < atoms.Length)
        {
            Reading? best = ReadAt(at);
            if (best is null)
            {
                at++;
                continue;
            }

            if (best.Timex is { } timex) found.Add(timex);
            if (best.Meaning is Moment moment && Leads(moment, best.Timex, previous)) previous.Add(moment);
            at = best.Match.End;
        }

        return found.ToImmutable();

        Reading? ReadAt(int start)
        {
            Reading? best = Furthest(start);
            return best is { } context && context.Match.First > start && Furthest(context.Match.First) is { } inside && inside.Match.End > context.Match.End ? inside : best;
        }

        Reading? Furthest(int start)
        {
            Reading? best = null;
            foreach (TimexRule rule in _book.StartingAt(atoms[start]))
            {
                if (matcher.Match(rule.Pattern, start) is not { } match || (best is not null && match.End <= best.Match.End)) continue;
                ValueScope scope = new(reference, previous, () => _tenses.Read(text, atoms, match.First, match.End));
                best = Read(rule, match, scope, matcher) ?? best;
            }

            return best;
        }
    }

    /// <summary>Whether what follows is counted from this time: one that only looks back from the time before it ("a day earlier") is an aside.</summary>
    private static bool Leads(Moment moment, Timex? timex, List<Moment> previous) =>
        timex?.Basis != TimexBasis.OtherTime || previous.Count == 0 || moment.Start >= previous[^1].Start;

    /// <summary>What a rule makes of a match; null if it names no time.</summary>
    private static Reading? Read(TimexRule rule, PatternMatch match, ValueScope scope, PatternMatcher matcher)
    {
        if (rule.Type is not { } type || rule.Value is null) return new(match, null, null);
        Meaning?[] captures = [.. match.Captures.Select(MeaningOf)];
        Meaning? meaning = ValueFunctions.Evaluate(rule.Value, scope, captures);
        if (meaning is null or NoTime or Code or Amount) return null;
        Moment? moment = meaning as Moment;
        Timex timex = new()
        {
            Span = matcher.SpanOf(match),
            Type = type,
            Value = moment?.Value ?? (meaning as PlainValue)?.Text,
            Days = moment?.Days,
            Basis = scope.Basis,
            Unresolved = (meaning as Unresolved)?.Reason,
            Rule = rule.Id,
        };
        return new(match, timex, meaning);
    }

    private static Meaning? MeaningOf(ClassMatch? capture) => capture switch
    {
        null => null,
        { Value: { } value } => new Code(value),
        { Number: var number } => new Amount(number),
    };

    private sealed record Reading(PatternMatch Match, Timex? Timex, Meaning? Meaning);
}
