using System.Collections.Immutable;
using Dragoman.Language;
using Dragoman.Reading.Frames.Rules;
using Dragoman.Reading.Mentions;
using Dragoman.Record;

namespace Dragoman.Reading.Frames.Matching;

/// <summary>What a path led to: a token, a time expression, a mention elsewhere (the speaker), or a stretch of text.</summary>
internal readonly record struct Filler(int Token = -1, int Time = -1, Mention? Mention = null, TextSpan? Span = null)
{
    public bool Found => Token >= 0 || Time >= 0 || Mention is not null || Span is not null;
}

/// <summary>What kept a rule from firing at a trigger, if anything did.</summary>
/// <param name="Missing">What had to be there and is not.</param>
/// <param name="Present">What must not be there and is.</param>
internal readonly record struct Hindrance(Condition? Missing, Lookup? Present)
{
    public bool Holds => Missing is null && Present is null;
}

/// <summary>Walks the paths of one rule from one trigger.</summary>
internal sealed class Walker
{
    private readonly Scene _scene;
    private readonly Arguments _arguments;
    private readonly Surroundings _surroundings;
    private readonly Dictionary<string, int> _named = new(StringComparer.Ordinal);

    public Walker(Scene scene, Arguments arguments)
    {
        _scene = scene;
        _arguments = arguments;
        _surroundings = new(scene);
    }

    public int Trigger { get; private set; }

    public IReadOnlyDictionary<string, int> Named => _named;

    private AnnotatedDocument Text => _scene.Text;

    /// <summary>Whether the rule's conditions hold at a trigger; the places that they name are then known.</summary>
    public Hindrance Try(FrameRule rule, int trigger)
    {
        Trigger = trigger;
        _named.Clear();
        foreach (Condition condition in rule.Where)
        {
            Filler filler = First(condition.Lookup);
            if (!filler.Found) return new(condition, null);
            if (condition.Name.Length > 0 && filler.Token >= 0) _named[condition.Name] = filler.Token;
        }

        foreach (Lookup lookup in rule.Unless)
            if (First(lookup).Found) return new(null, lookup);
        return default;
    }

    public Filler First(Lookup lookup)
    {
        foreach (Alternatives part in lookup.Parts)
            if (First(part) is { Found: true } filler) return filler;
        return new(Token: -1);
    }

    /// <summary>The first path of the alternatives that leads somewhere.</summary>
    public Filler First(Alternatives alternatives)
    {
        foreach (RolePath path in alternatives.Paths)
            if (Follow(path) is { Found: true } filler) return filler;
        return new(Token: -1);
    }

    /// <summary>Where one path leads from the trigger.</summary>
    public Filler Follow(RolePath path) => Walk(Trigger, path.Steps, 0);

    private Filler Walk(int from, ImmutableArray<Step> steps, int at)
    {
        Step step = steps[at];
        if (step.Seek is Seek.Relation or Seek.Any) return step.Up ? WalkUp(from, steps, at) : WalkDown(from, steps, at);
        return WordOf(from, step) is { } token ? Continue(token, steps, at, at == steps.Length - 1) : Around(from, step.Seek);
    }

    /// <summary>The word that a keyword or name stands for, −1 if there is none; null if it stands for something else.</summary>
    private int? WordOf(int from, Step step) => step.Seek switch
    {
        Seek.Agent => _arguments.Agent(from),
        Seek.Patient => _arguments.Patient(from),
        Seek.Subject => Syntax.Subject(Text, from),
        Seek.Named => _named.GetValueOrDefault(step.Name, -1),
        Seek.Trigger => Trigger,
        Seek.Place => _surroundings.PlaceOf(from),
        _ => null,
    };

    /// <summary>What surrounds a word: who says it, when, and the stretches of text that it stands in.</summary>
    private Filler Around(int from, Seek seek) => seek switch
    {
        Seek.Speaker => new(Mention: _scene.SpeakerAt(from)),
        Seek.Time => new(Time: _surroundings.TimexOf(from, TimexType.Date, TimexType.Time)),
        Seek.Duration => new(Time: _surroundings.TimexOf(from, TimexType.Duration, TimexType.Duration)),
        Seek.When => new(Time: _surroundings.WhenOf(from)),
        Seek.Clause => new(Span: Stretch.Phrase(Text, Syntax.ClauseOf(Text, from))),
        Seek.Predicate => new(Span: Stretch.Predicate(Text, from)),
        Seek.Rest => new(Span: Stretch.Rest(Text, Syntax.ClauseOf(Text, from), from)),
        _ => new(Span: Text.SpanOf(Text.Sentences[Text.SentenceOf(from)])),
    };

    private Filler WalkUp(int from, ImmutableArray<Step> steps, int at)
    {
        Token token = Text.Tokens[from];
        return token.Head >= 0 && Fits(from, steps[at]) ? Continue(token.Head, steps, at, at == steps.Length - 1) : new(Token: -1);
    }

    private Filler WalkDown(int from, ImmutableArray<Step> steps, int at)
    {
        foreach (int child in Text.Children(from))
        {
            if (!Fits(child, steps[at])) continue;
            Filler filler = Continue(Syntax.Antecedent(Text, from, child), steps, at, at == steps.Length - 1);
            if (filler.Found) return filler;
        }

        return new(Token: -1);
    }

    /// <summary>Goes on from a token that the step led to, or from one coordinated with it, if the filters let it pass.</summary>
    private Filler Continue(int token, ImmutableArray<Step> steps, int at, bool last)
    {
        if (token < 0) return new(Token: -1);
        if (Passes(token, steps[at])) return last ? new(Token: token) : Walk(token, steps, at + 1);
        if (steps[at].Up) return new(Token: -1);
        foreach (int child in Text.Children(token))
        {
            if (Text.Tokens[child].Deprel == "conj" && Passes(child, steps[at])) return last ? new(Token: child) : Walk(child, steps, at + 1);
        }

        return new(Token: -1);
    }

    private bool Fits(int token, Step step)
    {
        Token word = Text.Tokens[token];
        if (step.Seek != Seek.Any && !word.Relation.SequenceEqual(step.Name)) return false;
        if (step.Marker is null) return true;
        ReadOnlySpan<char> subtype = word.Deprel.AsSpan(Math.Min(word.Deprel.Length, word.Relation.Length + 1));
        return subtype.SequenceEqual(step.Marker) || _arguments.IsMarkedBy(token, step.Marker);
    }

    private bool Passes(int token, Step step)
    {
        foreach (Filter filter in step.Filters)
            if (!Passes(token, filter)) return false;
        return true;
    }

    private bool Passes(int token, Filter filter)
    {
        foreach (Test test in filter.Tests)
            if (Is(token, test) != test.Negated) return true;
        return false;
    }

    private bool Is(int token, Test test)
    {
        Token word = Text.Tokens[token];
        return test.Kind switch
        {
            TestKind.Class => _scene.ClassesOf(token).Overlaps(test.Classes),
            TestKind.Word => word.Lemma.Equals(test.Word, StringComparison.OrdinalIgnoreCase) || word.Form.Equals(test.Word, StringComparison.OrdinalIgnoreCase),
            TestKind.Upos => word.Upos == test.Upos,
            TestKind.Actor => _scene.MentionAt(token) is not null,
            TestKind.Time => _scene.TimexAt(token) is var t and >= 0 && _scene.Times[t].Type is TimexType.Date or TimexType.Time,
            TestKind.Duration => _scene.TimexAt(token) is var d and >= 0 && _scene.Times[d].Type is TimexType.Duration,
            TestKind.Number => word.Upos == Upos.NUM,
            TestKind.Speaker => _scene.MentionAt(token) is { } mention && _scene.SpeakerAt(Trigger) is { } speaker
                && (mention.Chain == speaker.Chain || mention.Chain == _scene.Annotations.Cast.Chains[speaker.Chain].Side),
            TestKind.Ongoing => Syntax.IsOngoing(Text, token),
            TestKind.Purpose => Syntax.IsPurpose(word),
            _ => Syntax.IsPredicate(Text, token),
        };
    }
}
