using System.Collections.Immutable;
using Dragoman.Language;
using Dragoman.Reading.Mentions;
using Dragoman.Record;

namespace Dragoman.Reading.Attributions;

/// <summary>Goes through the cues of a document and drafts an attribution for each that reports something.</summary>
internal sealed class AttributionScan
{
    private const string QuotationBefore = "quotation before the cue";

    private readonly Discourse _discourse;
    private readonly SourceFinder _sources;
    private readonly SpeakerFinder _speakers;
    private readonly InheritedSource _inherited;
    private readonly QuotationLinker _linker;
    private readonly ClauseContent _clauses;
    private readonly ObjectContent _objects;
    private readonly NounContent _nouns;
    private readonly AsideContent _asides;
    private readonly ContentTrimmer _trimmer;
    private readonly Circumstances _circumstances;

    public AttributionScan(Discourse discourse, CueLexicon lexicon)
    {
        _discourse = discourse;
        _sources = new(discourse);
        _speakers = new(discourse);
        _inherited = new(discourse, _sources);
        _linker = new(discourse, _sources);
        _clauses = new(discourse);
        _objects = new(discourse, _clauses, lexicon);
        _nouns = new(discourse, _clauses);
        _asides = new(discourse);
        _trimmer = new(discourse);
        _circumstances = new(discourse, _speakers);
    }

    /// <summary>In text order of the cues.</summary>
    public List<AttributionDraft> Drafts()
    {
        List<AttributionDraft> drafts = [];
        foreach (CueHit cue in _discourse.Cues)
            if (_discourse.IsProse(cue.Head) && !IsQuoting(cue) && Draft(cue, drafts) is { } draft) drafts.Add(draft);
        return drafts;
    }

    /// <summary>Drafts the attribution of a quotation to the clause that announces it, though its verb is no cue of the list.</summary>
    public AttributionDraft? Announced(int verb, ImmutableArray<TextSpan> content, string shape, QuotationMode? mode = null)
    {
        SourceFound source = _sources.OfPredicate(verb, depth: 12);
        SpeakerFound speaker = _speakers.Find(source);
        if (speaker.Speaker is null) return null;
        TextSpan cue = _discourse.Tokens[verb].Span;
        return new()
        {
            Cue = null,
            CueSpan = cue,
            Level = _discourse.LevelOf(verb),
            Speaker = speaker,
            Rule = shape,
            Content = content,
            Shape = shape,
            Mode = mode,
        };
    }

    /// <summary>Drafts the attribution of a quotation that a dash and a name sign.</summary>
    public AttributionDraft Signed(int dash, int end, ImmutableArray<TextSpan> content)
    {
        TextSpan words = _discourse.Text.SpanOf(dash + 1, end);
        Mention? signer = _discourse.Cast.Mentions.FirstOrDefault(mention => mention.First > dash && mention.End <= end);
        return new()
        {
            Cue = null,
            CueSpan = _discourse.Tokens[dash].Span,
            Level = _discourse.LevelOf(dash),
            Speaker = new(signer, words, signer is null ? "the signature, but no actor is known by these words" : "the signature"),
            Rule = "signed-quotation",
            Content = content,
            Shape = "a quotation and its signature",
        };
    }

    private AttributionDraft? Draft(CueHit cue, List<AttributionDraft> before)
    {
        SourceFound source = _inherited.Source(cue, _sources.Find(cue), before);
        if (IsAuthorsOwn(cue, source) || ContentOf(cue, source) is not { } found) return null;
        (ImmutableArray<TextSpan> content, string shape) = found;
        content = Without(content, cue.Span);
        source = _inherited.Outside(cue, source, content, shape is QuotationBefore);
        if (content.IsEmpty || (!source.IsNamed && !MayLackSource(cue, shape))) return null;
        (SourceFound speaker, SourceFound? outlet) = Cited(cue, source);
        AttributionDraft? sharing = before.FindLast(draft => draft.Origin.Head == source.Head && draft.Cue is { } other && _discourse.Text.SentenceOf(other.Head) == _discourse.Text.SentenceOf(cue.Head));
        return new AttributionDraft
        {
            Cue = cue,
            CueSpan = cue.Span,
            Level = _discourse.LevelOf(cue.Head),
            Speaker = _inherited.Speaker(cue, speaker, _speakers.Find(speaker), before),
            Origin = source,
            Rule = cue.Pattern.Rule,
            Content = content,
            Shape = shape,
            Addressees = _circumstances.Addressees(cue),
            Venue = outlet is { } reporter ? _speakers.Find(reporter).Source : _circumstances.Venue(cue, content) ?? sharing?.Venue,
            Time = _circumstances.Time(cue, content) ?? sharing?.Time,
        };
    }

    private (ImmutableArray<TextSpan> Content, string Shape)? ContentOf(CueHit cue, SourceFound source)
    {
        (int quotation, string shape) = cue.Pattern.Has(Takes.Quote) ? QuotationOf(cue) : (-1, "");
        if (quotation >= 0) return (_discourse.Quotations.All[quotation].Inner, shape);
        ContentFound? found = cue.Pattern.Class switch
        {
            CueClass.Noun or CueClass.Adj => _nouns.Find(cue) ?? (cue.Pattern.Class is CueClass.Adj ? _objects.Find(cue) : null),
            CueClass.Prep => _asides.Find(cue, source),
            _ when _asides.IsInserted(cue, source) => _asides.Find(cue, source) ?? _clauses.Find(cue, source),
            _ => _clauses.Find(cue, source) ?? _objects.Find(cue) ?? _asides.Find(cue, source),
        };
        if (found is null) return null;
        ImmutableArray<TextSpan> spans = _trimmer.Spans(found.Ranges);
        return spans.IsEmpty ? null : (spans, found.Shape);
    }

    private (int Quotation, string Shape) QuotationOf(CueHit cue)
    {
        int before = _linker.Before(cue);
        return before >= 0 ? (before, QuotationBefore) : (_linker.After(cue), "quotation after the cue");
    }

    /// <summary>Whether the cue only names whose words another cue tells: "quoted her as saying", "reported, citing officials".</summary>
    private bool IsQuoting(CueHit cue)
    {
        if (!cue.Pattern.Has(Takes.Source)) return false;
        bool isTold = _discourse.Child(cue.Head, (_, child) => _discourse.CueAt(child) is not null && _discourse.MarkerOf(child, _discourse.Words.Quoting) >= 0) >= 0;
        int cited = _discourse.Child(cue.Head, (token, child) => token.Relation is "obj" && child > cue.Head);
        return isTold || (_discourse.IsIngForm(cue.Head) && (cited < 0 || _speakers.MentionOf(cited) is not null || !cue.Pattern.Has(Takes.Nominal)));
    }

    /// <summary>In "Reuters reported, citing officials, that …" the officials speak, and Reuters is where.</summary>
    private (SourceFound Speaker, SourceFound? Outlet) Cited(CueHit cue, SourceFound source)
    {
        int citing = _discourse.Child(cue.Head, (token, child) =>
            token.Relation is "advcl" && _discourse.IsIngForm(child) && _discourse.CueAt(child) is { } other && other.Pattern.Has(Takes.Source));
        int cited = citing < 0 ? -1 : _discourse.Child(citing, (token, _) => token.Relation is "obj");
        return cited < 0 ? (source, null) : (new(cited, "the one who is cited"), source);
    }

    /// <summary>Whether the speaker speaks here and now ("I welcome …", "you know …"): nobody is quoted.</summary>
    private bool IsAuthorsOwn(CueHit cue, SourceFound source)
    {
        if (!source.IsNamed) return false;
        Token subject = _discourse.Tokens[source.Head];
        return subject.HasFeature("Person=2") || (subject.HasFeature("Person=1") && !_discourse.Tokens[cue.Head].HasFeature("Tense=Past"));
    }

    private bool MayLackSource(CueHit cue, string shape)
    {
        if (cue.Pattern.Class is not CueClass.Verb) return false;
        if (shape.StartsWith("quotation", StringComparison.Ordinal)) return true;
        return _sources.IsPassive(cue.Head) && _discourse.Child(cue.Head, (child, _) => child.Deprel is "aux:pass") >= 0 && cue.Pattern.IsSpeech && shape is not "object";
    }

    /// <summary>The content without the cue, should the two overlap.</summary>
    private ImmutableArray<TextSpan> Without(ImmutableArray<TextSpan> content, TextSpan cue)
    {
        if (!content.Any(span => span.Overlaps(cue))) return content;
        ImmutableArray<TextSpan>.Builder parts = ImmutableArray.CreateBuilder<TextSpan>();
        foreach (TextSpan span in content)
        {
            if (!span.Overlaps(cue)) parts.Add(span);
            else parts.AddRange(new[] { new TextSpan(span.Start, cue.Start), new TextSpan(cue.End, span.End) }.Select(_discourse.Text.Document.Trim).Where(part => !part.IsEmpty));
        }

        return parts.ToImmutable();
    }
}
