using Dragoman.Language;
using Dragoman.Reading.Mentions.Lexicon;
using Dragoman.Reading.Mentions.World;

namespace Dragoman.Reading.Mentions.Finding;

/// <summary>Cuts a sentence into runs of adjacent segments: known actors, places, titles and capitalised names.</summary>
internal sealed class NameSegmenter(FoldedTokens tokens, ActorCatalogue actors, Gazetteer gazetteer, MentionLexicon lexicon)
{
    private const double TitleCaseShare = 0.7; // of the longer words of a line, above which capitals say nothing

    private readonly AnnotatedDocument _text = tokens.Text;
    private readonly HashSet<string> _named = ProperNames(tokens);
    private readonly HashSet<string> _common = CommonWords(tokens);

    /// <summary>Runs of segments with nothing between them, in text order.</summary>
    public IEnumerable<IReadOnlyList<Segment>> Runs(Sentence sentence)
    {
        bool capitalsSayNothing = CapitalsSayNothing(sentence);
        List<Segment> run = [];
        for (int t = sentence.First; t < sentence.End;)
        {
            if (Next(t, sentence, capitalsSayNothing) is { } segment)
            {
                Append(run, segment);
                t = segment.End;
                continue;
            }

            int glue = Glue(run, t, sentence, capitalsSayNothing);
            if (glue > t)
            {
                run[^1] = run[^1] with { End = glue };
                t = glue;
                continue;
            }

            if (run.Count > 0) yield return run;
            run = [];
            t++;
        }

        if (run.Count > 0) yield return run;
    }

    private static void Append(List<Segment> run, Segment segment)
    {
        if (run.Count > 0 && run[^1].IsBare && segment.IsBare) run[^1] = run[^1] with { End = segment.End };
        else run.Add(segment);
    }

    private Segment? Next(int token, Sentence sentence, bool capitalsSayNothing)
    {
        PhraseMatch<WorldActor>? actor = Plausible(actors.Names.Longest(tokens, token, sentence.End), sentence);
        PhraseMatch<PlaceName>? place = Plausible(gazetteer.At(tokens, token, sentence.End), sentence);
        PhraseMatch<OfficeTerm>? office = Office(token, sentence.End);
        int end = Math.Max(actor?.End ?? 0, Math.Max(place?.End ?? 0, office?.End ?? 0));
        if (actor is not null && actor.End == end) return new(token, end) { Actor = actor.Values[0] };
        if (place is not null && place.End == end) return new(token, end) { Places = place.Values };
        if (office is not null) return new(token, end) { Office = office.Values[0] };
        if (IsHonorific(token, sentence)) return new(token, HonorificEnd(token, sentence)) { IsHonorific = true };
        if (IsNameWord(token, sentence, capitalsSayNothing)) return new(token, token + 1);
        return OpensWithParticle(token, sentence, capitalsSayNothing) ? new(token, token + 2) : null;
    }

    /// <summary>A match of one word must be tagged as one that can name something, so that sentence-initial or all-capital words do not pass for names.</summary>
    private PhraseMatch<T>? Plausible<T>(PhraseMatch<T>? match, Sentence sentence)
    {
        if (match is null || match.End - match.First > 1) return match;
        Token token = _text.Tokens[match.First];
        if (token.Upos == Upos.PROPN || _named.Contains(tokens.Key(match.First))) return match;
        if (IsAllCapitals(sentence)) return token.Form.Length > 3 || lexicon.Pronoun(tokens.Key(match.First)) is null ? match : null; // US there may be a pronoun
        return token.Upos is Upos.NOUN or Upos.ADJ or Upos.X or Upos.NUM ? match : null;
    }

    private bool IsAllCapitals(Sentence sentence) => sentence.Length > 3 && !_text.Document[_text.SpanOf(sentence)].Any(char.IsLower);

    private PhraseMatch<OfficeTerm>? Office(int token, int end)
    {
        if (lexicon.Offices.Longest(tokens, token, end) is not { } match) return null;
        if (_text.Tokens[match.End - 1].Upos is not (Upos.NOUN or Upos.PROPN or Upos.ADJ)) return null;
        bool longerNoun = match.End < end && _text.Tokens[match.End].Upos is Upos.NOUN or Upos.PROPN
            && lexicon.ClassEndingAt(tokens, token, match.End + 1) is NominalClass.Body or NominalClass.People or NominalClass.Government;
        return longerNoun && Phrases.IsCapitalised(_text.Tokens[match.End]) ? null : match;
    }

    private bool IsHonorific(int token, Sentence sentence) =>
        Phrases.IsCapitalised(_text.Tokens[token]) && lexicon.Words.Honorifics.Contains(tokens.Key(token))
        && HonorificEnd(token, sentence) is int next && next < sentence.End && Phrases.IsCapitalised(_text.Tokens[next]);

    private int HonorificEnd(int token, Sentence sentence) =>
        token + 1 < sentence.End && _text.Tokens[token + 1].Form == "." ? token + 2 : token + 1;

    private bool IsNameWord(int index, Sentence sentence, bool capitalsSayNothing)
    {
        Token token = _text.Tokens[index];
        if (!Phrases.IsCapitalised(token) || (lexicon.Words.NotActors.Contains(tokens.Key(index)) || lexicon.Words.Quantities.Contains(tokens.Key(index))) && IsAlone(index, sentence)) return false;
        if (token.Upos == Upos.PROPN) return true;
        if (_named.Contains(tokens.Key(index)) && !_common.Contains(tokens.Key(index))) return true;
        if (index == sentence.First && IsSurname(index)) return true;
        if (capitalsSayNothing || token.Upos is Upos.DET or Upos.PRON or Upos.ADP or Upos.CCONJ or Upos.SCONJ or Upos.AUX or Upos.PUNCT) return false;
        return index > sentence.First && token.Upos is Upos.NOUN or Upos.ADJ or Upos.X or Upos.NUM;
    }

    /// <summary>A surname with its particle: <c>de Vela</c>, <c>van Oort</c>.</summary>
    private bool OpensWithParticle(int token, Sentence sentence, bool capitalsSayNothing) =>
        token + 1 < sentence.End && lexicon.Words.Particles.Contains(tokens.Key(token)) && _text.Tokens[token].Upos is not (Upos.DET or Upos.PRON)
            && IsNameWord(token + 1, sentence, capitalsSayNothing);

    /// <summary>A word that begins a sentence and may be a listed person's surname, if the text does not use it as a common word.</summary>
    private bool IsSurname(int index) => actors.WithSurname(tokens.Key(index)).Count > 0 && !_common.Contains(tokens.Key(index));

    private bool IsAlone(int index, Sentence sentence) =>
        (index == sentence.First || !Phrases.IsCapitalised(_text.Tokens[index - 1])) && (index + 1 >= sentence.End || !Phrases.IsCapitalised(_text.Tokens[index + 1]));

    /// <summary>The end of what ties the next name word to the name before: a particle, or a hyphen without white space; the place itself if nothing does.</summary>
    private int Glue(List<Segment> run, int token, Sentence sentence, bool capitalsSayNothing)
    {
        if (run.Count == 0 || !run[^1].IsBare) return token;
        int t = token;
        if (IsNickname(token, sentence)) return token + 3;
        while (t < sentence.End && t < token + 4 && IsGlue(t)) t++;
        return t > token && t < sentence.End && IsNameWord(t, sentence, capitalsSayNothing) ? t : token;
    }

    /// <summary>A name in quotation marks between two others: <c>Oren “Hawk” Talvi</c>.</summary>
    private bool IsNickname(int token, Sentence sentence) => token + 3 < sentence.End && _text.Tokens[token].Form is "“" or "\"" && _text.Tokens[token + 2].Form is "”" or "\""
        && Phrases.IsCapitalised(_text.Tokens[token + 1]) && Phrases.IsCapitalised(_text.Tokens[token + 3]);

    private bool IsGlue(int index)
    {
        Token token = _text.Tokens[index];
        if (lexicon.Words.Particles.Contains(tokens.Key(index))) return true;
        if (token.Form is not ("-" or "‑" or "." or "'" or "’")) return false;
        return token.Form == "." ? _text.Tokens[index - 1].Form.Length == 1 : _text.Tokens[index - 1].Span.End == token.Span.Start;
    }

    /// <summary>The folded words that are tagged as proper names inside a sentence: names also where the tagger fails.</summary>
    private static HashSet<string> ProperNames(FoldedTokens tokens)
    {
        HashSet<string> names = new(StringComparer.Ordinal);
        foreach (Sentence sentence in tokens.Text.Sentences)
        {
            for (int t = sentence.First + 1; t < sentence.End; t++)
                if (tokens.Text.Tokens[t].Upos == Upos.PROPN && Phrases.IsCapitalised(tokens.Text.Tokens[t]) && tokens.Text.Tokens[t].Form.Any(char.IsLower)) names.Add(tokens.Key(t));
        }

        return names;
    }

    /// <summary>The folded words that the document writes in lower case.</summary>
    private static HashSet<string> CommonWords(FoldedTokens tokens)
    {
        HashSet<string> words = new(StringComparer.Ordinal);
        for (int t = 0; t < tokens.Count; t++)
            if (tokens.Text.Tokens[t].Form.Length > 0 && char.IsLower(tokens.Text.Tokens[t].Form[0])) words.Add(tokens.Key(t));
        return words;
    }

    private bool CapitalsSayNothing(Sentence sentence)
    {
        int words = 0;
        int capitals = 0;
        for (int t = sentence.First; t < sentence.End; t++)
        {
            if (_text.Tokens[t].Form.Length < 4) continue;
            words++;
            if (Phrases.IsCapitalised(_text.Tokens[t])) capitals++;
        }

        return words > 2 && capitals >= words * TitleCaseShare;
    }
}
