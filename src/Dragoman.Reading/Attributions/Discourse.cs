using System.Collections.Immutable;
using Dragoman.Language;
using Dragoman.Reading.Mentions;
using Dragoman.Reading.Regions;
using Dragoman.Reading.Times;
using Dragoman.Record;

namespace Dragoman.Reading.Attributions;

/// <summary>A document with its quotations and cues: what the finders of attributions look at.</summary>
internal sealed class Discourse
{
    private readonly int[] _level; // innermost quotation of each token, or −1
    private readonly bool[] _isProse;
    private readonly Dictionary<int, CueHit> _cueAt = [];

    public Discourse(
        AnnotatedDocument text, Page page, Cast cast, ImmutableArray<Timex> times, Quotations quotations, ImmutableArray<CueHit> cues, AttributionWords words)
    {
        Text = text;
        Page = page;
        Cast = cast;
        Times = times;
        Quotations = quotations;
        Cues = cues;
        Words = words;
        _level = [.. text.Tokens.Select(token => quotations.At(token.Span.Start))];
        _isProse = new bool[text.Tokens.Length];
        foreach (Region region in page.Regions)
        {
            if (region.Kind is not (RegionKind.Body or RegionKind.Standfirst)) continue;
            for (int t = text.TokenAt(region.Span.Start); t < text.Tokens.Length && text.Tokens[t].Span.Start < region.Span.End; t++) _isProse[t] = true;
        }

        foreach (CueHit cue in cues) _cueAt.TryAdd(cue.Head, cue);
    }

    public AnnotatedDocument Text { get; }

    public Page Page { get; }

    public Cast Cast { get; }

    public ImmutableArray<Timex> Times { get; }

    public Quotations Quotations { get; }

    public ImmutableArray<CueHit> Cues { get; }

    public AttributionWords Words { get; }

    public ImmutableArray<Token> Tokens => Text.Tokens;

    /// <summary>Index of the innermost quotation whose words hold the token, or −1.</summary>
    public int LevelOf(int token) => _level[token];

    /// <summary>Whether the token stands in the body or the standfirst, where attributions are read.</summary>
    public bool IsProse(int token) => _isProse[token];

    public CueHit? CueAt(int token) => _cueAt.GetValueOrDefault(token);

    public Sentence SentenceOf(int token) => Text.Sentences[Text.SentenceOf(token)];

    /// <summary>Whether the token lies within the quotation, at whatever depth; −1 holds everything.</summary>
    public bool IsInside(int token, int quotation)
    {
        int level = _level[token];
        while (level >= 0 && level != quotation) level = Quotations.All[level].Parent;
        return level == quotation;
    }

    public bool IsPunctuation(int token) => token >= 0 && token < Tokens.Length && Tokens[token].Upos is Upos.PUNCT or Upos.SYM;

    /// <summary>Whether the token is a comma, or the dash that some outlets write for it.</summary>
    public bool IsComma(int token) => token >= 0 && token < Tokens.Length && Tokens[token].Form is "," or "–" or "—" or "--";

    /// <summary>Whether the token is the last of its sentence and a punctuation mark.</summary>
    public bool IsSentenceEnd(int token) => IsPunctuation(token) && SentenceOf(token).End == token + 1;

    /// <summary>Whether the token is a verb or auxiliary that makes a clause finite.</summary>
    public bool IsFinite(int token) => Tokens[token].Upos is Upos.VERB or Upos.AUX && (Tokens[token].HasFeature("VerbForm=Fin") || Tokens[token].HasFeature("Mood=Ind"));

    /// <summary>Whether the token introduces a reported clause ("that").</summary>
    public bool IsComplementizer(int token) => token >= 0 && Tokens[token].Upos is Upos.SCONJ && Words.Complementizers.Contains(Tokens[token].Lemma);

    /// <summary>Whether the token is an -ing form, as UD tags gerunds and present participles.</summary>
    public bool IsIngForm(int token) =>
        Tokens[token].HasFeature("VerbForm=Ger") || (Tokens[token].HasFeature("VerbForm=Part") && Tokens[token].HasFeature("Tense=Pres"));

    /// <summary>Whether two verbs have the same tense or form, as coordinated ones do.</summary>
    public bool HaveSameForm(int one, int other) =>
        Tokens[one].Feats == Tokens[other].Feats || (Tokens[one].HasFeature("Tense=Past") && Tokens[other].HasFeature("Tense=Past"));

    /// <summary>The first child that fits, or −1.</summary>
    public int Child(int token, Func<Token, int, bool> fits)
    {
        foreach (int child in Text.Children(token))
            if (fits(Tokens[child], child)) return child;
        return -1;
    }

    /// <summary>The case or mark word of a complement ("of", "that"), if its lemma is in the set; else −1.</summary>
    public int MarkerOf(int complement, IReadOnlySet<string> lemmas) =>
        Child(complement, (token, _) => token.Relation is "case" or "mark" && lemmas.Contains(token.Lemma));

    /// <summary>The case or mark word of a complement, if it is this one; else −1.</summary>
    public int MarkerOf(int complement, string word) =>
        Child(complement, (token, _) => token.Relation is "case" or "mark" && token.Lemma.Equals(word, StringComparison.OrdinalIgnoreCase));

    /// <summary>The first token of a complement after its case or mark word.</summary>
    public int AfterMarker(int complement, string word) => MarkerOf(complement, word) is >= 0 and var marker ? marker + 1 : Text.Subtree(complement).First;
}
