using System.Collections.Immutable;
using Dragoman.Language;
using Dragoman.Language.Packs;
using Dragoman.Reading.Frames.Matching;
using Dragoman.Record;

namespace Dragoman.Reading.Events;

/// <summary>
/// Codes the clauses of a text as PLOVER events: the lexicon tells the root type of a predicate from its surroundings, the tree tells who does it
/// to whom, and the text's commitment tells the deed from the intention and the refusal.
/// </summary>
public sealed class EventReader
{
    private readonly EventLexicon _lexicon;
    private readonly PloverVocabulary _vocabulary;
    private readonly FactualityReader _commitment;

    private EventReader(EventLexicon lexicon, PloverVocabulary vocabulary, RecordCoder records)
    {
        Records = records;
        _lexicon = lexicon;
        _vocabulary = vocabulary;
        _commitment = new(lexicon.Commitment);
    }

    /// <summary>The number of lines of the lexicon.</summary>
    public int Count => _lexicon.Count;

    public PloverVocabulary Vocabulary => _vocabulary;

    /// <summary>Codes records.</summary>
    public RecordCoder Records { get; }

    /// <summary>Loads vocabulary and lexicon; every fault goes to <paramref name="problems"/>. A language without <c>events/</c> codes nothing.</summary>
    public static EventReader Load(DataFolder data, string language, Problems problems)
    {
        PloverVocabulary vocabulary = PloverVocabulary.Load(data, problems);
        return new(EventLexicon.Load(data, language, vocabulary, problems), vocabulary, RecordCoder.Load(data, vocabulary, problems));
    }

    /// <summary>The events of a document's running text that concern an actor whom it names, in text order.</summary>
    public ImmutableArray<EventAct> Read(Annotations annotations)
    {
        EventActors actors = new(annotations.Text, annotations.Cast);
        ImmutableArray<EventAct>.Builder acts = ImmutableArray.CreateBuilder<EventAct>();
        foreach (EventCode code in Read(annotations.Text))
        {
            if (annotations.Page.Regions.Any(region => region.Kind is RegionKind.Headline or RegionKind.Subhead && region.Span.Overlaps(code.Anchor))) continue;
            EventAct act = new(code, actors.Of(code.Sources, mayBePlace: false), actors.Of(code.Targets, mayBePlace: true));
            if (!act.Source.IsEmpty || !act.Target.IsEmpty) acts.Add(act);
        }

        return acts.ToImmutable();
    }

    /// <summary>The events of a text, in text order.</summary>
    public ImmutableArray<EventCode> Read(AnnotatedDocument text)
    {
        if (_lexicon.Count == 0) return [];
        ImmutableArray<EventCode>.Builder events = ImmutableArray.CreateBuilder<EventCode>();
        EventScan scan = new(text, _lexicon);
        foreach (EventHit hit in text.Sentences.SelectMany(scan.Find))
            if (Code(text, hit) is { } code) events.Add(code);
        return events.ToImmutable();
    }

    private EventCode? Code(AnnotatedDocument text, EventHit hit)
    {
        int carrier = hit.Carrier >= 0 ? hit.Carrier : hit.Token;
        Factuality commitment = _commitment.Read(text, carrier);
        if (hit.Carrier >= 0 && _commitment.IsNegated(text, hit.Token)) commitment = Factuality.Denied;
        string? name = hit.Pattern.Root.Under(commitment);
        if (name is null || _vocabulary.Find(name) is not { } root) return null;
        int first = Math.Min(hit.Token, carrier);
        return new()
        {
            Trigger = hit.Token,
            Anchor = text.Tokens[hit.Token].Span.Cover(text.Tokens[first].Span),
            Evidence = Stretch.Phrase(text, Syntax.ClauseOf(text, carrier)),
            Root = root,
            Mode = root == hit.Pattern.Root ? hit.Pattern.Mode : null,
            Sources = hit.Sources,
            Targets = hit.Targets.IsEmpty && root.IsMutual && hit.Sources.Length > 1 ? hit.Sources : hit.Targets,
            Rule = hit.Pattern.Rule,
        };
    }
}
