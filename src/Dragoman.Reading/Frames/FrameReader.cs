using System.Collections.Immutable;
using Dragoman.Language;
using Dragoman.Language.Packs;
using Dragoman.Reading.Frames.Matching;
using Dragoman.Reading.Frames.Rules;
using Dragoman.Record;

namespace Dragoman.Reading.Frames;

/// <summary>Matches the language's frame rules against the trees.</summary>
public sealed class FrameReader
{
    private readonly WordClasses _classes;
    private readonly Numbers _numbers;
    private readonly ClassSet _idiom;
    private readonly Topic _topic;
    private readonly RuleIndex _index;
    private readonly RoleReader _roles;
    private readonly FactualityReader _factuality;

    private FrameReader(WordClasses classes, Topic topic, Numbers numbers, ImmutableArray<FrameRule> rules, FactualityReader factuality, Probabilities probabilities)
    {
        _classes = classes;
        _idiom = classes.Of(WordClasses.Idiom);
        _topic = topic;
        _numbers = numbers;
        _index = new(rules, classes);
        _factuality = factuality;
        _roles = new(factuality, probabilities);
    }

    /// <summary>The rules, in the order of their files.</summary>
    internal ImmutableArray<FrameRule> Rules => _index.Rules;

    internal WordClasses Classes => _classes;

    /// <summary>Loads the rules and word lists of a language; every fault goes to <paramref name="problems"/>.</summary>
    public static FrameReader Load(DataFolder data, string language, Problems problems)
    {
        WordClasses classes = WordClasses.Load(data, language, problems);
        ImmutableArray<FrameRule> rules = RuleLoader.Load(data, language, classes, problems);
        FactualityReader factuality = new(FactualityWords.Load(data, language, problems));
        return new(classes, Topic.Load(data, language, classes, problems), Numbers.Load(data, language, problems), rules, factuality, Probabilities.Load(data, language, problems));
    }

    /// <summary>The frames of a document in text order, one for each thing said once.</summary>
    public ImmutableArray<Frame> Read(Annotations annotations)
    {
        Scene scene = new(annotations, _classes, _numbers);
        Subject subject = _topic.Of(annotations.Text, scene.ClassesOf);
        return subject == Subject.Elsewhere ? []
            : [.. Judge(annotations, Match(scene), subject).Where(j => j.Loss == Loss.None).Select(j => j.Match.Frame).OrderBy(f => f.Anchor).ThenBy(f => f.Kind)];
    }

    /// <summary>Every rule that fires, with the verdict on it; in text order, then in the order of the rules.</summary>
    internal ImmutableArray<Judged> Judge(Annotations annotations)
    {
        Scene scene = new(annotations, _classes, _numbers);
        return Judge(annotations, Match(scene), _topic.Of(annotations.Text, scene.ClassesOf));
    }

    private static ImmutableArray<Judged> Judge(Annotations annotations, List<Match> matches, Subject subject)
    {
        if (subject == Subject.Elsewhere) return [.. matches.Select(match => new Judged(match, Loss.Elsewhere))];
        Match[] passing = subject == Subject.Conflict ? [.. matches.Where(match => IsPassingRemark(match.Frame))] : [];
        return [.. passing.Select(match => new Judged(match, Loss.Passing)), .. new FrameSelector(annotations).Judge([.. matches.Except(passing)])];
    }

    /// <summary>Where hardly a word is said on settling the conflict, a truce or an offer that no party is named for belongs to some other story.</summary>
    private static bool IsPassingRemark(Frame frame) =>
        frame.Kind is FindingKind.Ceasefire or FindingKind.Violation or FindingKind.Proposal && frame.Roles.All(role => role.Actors.IsEmpty);

    /// <summary>Every rule that fires, before any choice between them; in text order, then in the order of the rules.</summary>
    internal IReadOnlyList<Match> Match(Annotations annotations) => Match(new Scene(annotations, _classes, _numbers));

    /// <summary>The walker of a rule that fires at a trigger: its named places are known.</summary>
    internal Walker WalkerAt(Annotations annotations, FrameRule rule, int trigger)
    {
        Scene scene = new(annotations, _classes, _numbers);
        Walker walker = new(scene, new Arguments(scene, _classes));
        walker.Try(rule, trigger);
        return walker;
    }

    /// <summary>The rules that the word could trigger but that do not fire there, with what keeps each from it.</summary>
    internal IReadOnlyList<(FrameRule Rule, Hindrance Hindrance)> FailuresAt(Annotations annotations, int trigger)
    {
        Scene scene = new(annotations, _classes, _numbers);
        Walker walker = new(scene, new Arguments(scene, _classes));
        List<(FrameRule, Hindrance)> failures = [];
        _index.At(scene.Text, trigger, failures, (failures, hit) => failures.AddRange(
            hit.Value.Where(rule => rule.Accepts(scene.Text.Tokens[hit.Head])).Select(rule => (rule, walker.Try(rule, hit.Head))).Where(pair => !pair.Item2.Holds)));
        return failures;
    }

    private List<Match> Match(Scene scene)
    {
        Search search = new(this, scene);
        for (int t = 0; t < scene.Text.Tokens.Length; t++) _index.At(scene.Text, t, search, static (search, hit) => search.Try(hit));
        return search.Matches;
    }

    /// <summary>The search through one document.</summary>
    private sealed class Search
    {
        private readonly FrameReader _reader;
        private readonly Scene _scene;
        private readonly Walker _walker;

        public Search(FrameReader reader, Scene scene)
        {
            _reader = reader;
            _scene = scene;
            _walker = new(scene, new Arguments(scene, reader._classes));
        }

        public List<Match> Matches { get; } = [];

        public void Try(Phrases<ImmutableArray<FrameRule>>.Hit hit)
        {
            if (_scene.ClassesOf(hit.Head).Overlaps(_reader._idiom)) return;
            foreach (FrameRule rule in hit.Value)
            {
                if (rule.Accepts(_scene.Text.Tokens[hit.Head]) && _walker.Try(rule, hit.Head).Holds) Matches.Add(Build(rule, hit));
            }
        }

        private Match Build(FrameRule rule, Phrases<ImmutableArray<FrameRule>>.Hit hit)
        {
            AnnotatedDocument text = _scene.Text;
            Factuality factuality = rule.Factuality ?? _reader._factuality.Read(text, rule.FactualityOf is { } place ? _walker.Named.GetValueOrDefault(place, hit.Head) : hit.Head);
            Evocation evocation = new(rule, hit.Head, hit.First, hit.End, factuality);
            int attribution = _scene.AttributionAt(hit.Head);
            Frame frame = new()
            {
                Rule = rule.Id,
                Kind = rule.Kind,
                Trigger = hit.Head,
                Anchor = text.SpanOf(hit.First, hit.End),
                Evidence = Stretch.Phrase(text, EvidenceOf(text, hit.Head)),
                Factuality = factuality,
                Attribution = attribution < 0 ? null : attribution,
                Roles = _reader._roles.Read(_scene, _walker, evocation),
            };
            return new(rule, frame, [hit.Head, .. _walker.Named.Values]);
        }

        /// <summary>The clause that shows it: an infinitive or participle is shown with the clause that governs it.</summary>
        private static int EvidenceOf(AnnotatedDocument text, int trigger)
        {
            int clause = Syntax.ClauseOf(text, trigger);
            while (text.Tokens[clause].Deprel is "acl" && text.Tokens[clause].Head >= 0) clause = Syntax.ClauseOf(text, text.Tokens[clause].Head);
            return clause;
        }
    }
}
