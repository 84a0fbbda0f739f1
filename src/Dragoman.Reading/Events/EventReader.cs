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

    private EventReader(EventLexicon lexicon, PloverVocabulary vocabulary)
    {
        _lexicon = lexicon;
        _vocabulary = vocabulary;
        _commitment = new(lexicon.Commitment);
    }

    /// <summary>The number of lines of the lexicon.</summary>
    public int Count => _lexicon.Count;

    public PloverVocabulary Vocabulary => _vocabulary;

    /// <summary>Loads vocabulary and lexicon; every fault goes to <paramref name="problems"/>. A language without <c>events/</c> codes nothing.</summary>
    public static EventReader Load(DataFolder data, string language, Problems problems)
    {
        PloverVocabulary vocabulary = PloverVocabulary.Load(data, problems);
        return new(EventLexicon.Load(data, language, vocabulary, problems), vocabulary);
    }

    /// <summary>The events of a text, in text order.</summary>
    public ImmutableArray<EventCode> Read(AnnotatedDocument text)
    {
        if (_lexicon.Count == 0) return [];
        ImmutableArray<EventCode>.Builder events = ImmutableArray.CreateBuilder<EventCode>();
        EventScan scan = new(text, _lexicon);
        foreach (Sentence sentence in text.Sentences)
            foreach (EventHit hit in scan.Find(sentence))
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
            Evidence = Stretch.Clause(text, Syntax.ClauseOf(text, carrier)),
            Root = root,
            Mode = root == hit.Pattern.Root ? hit.Pattern.Mode : null,
            Sources = hit.Sources,
            Targets = hit.Targets.IsEmpty && root.IsMutual && hit.Sources.Length > 1 ? hit.Sources : hit.Targets,
            Rule = hit.Pattern.Rule,
        };
    }
}
