using Dragoman.Language;
using Dragoman.Reading.Mentions.Lexicon;
using Dragoman.Reading.Mentions.World;
using Dragoman.Record;

namespace Dragoman.Reading.Mentions.Finding;

/// <summary>
/// Tells whether a geographical name acts or is only where something happens. A state's name acts unless a preposition of place governs
/// it; a capital or a seat of government stands for its state (a metonym) only where it acts.
/// </summary>
internal sealed class PlaceReader(FoldedTokens tokens, MentionLexicon lexicon)
{
    private readonly AnnotatedDocument _text = tokens.Text;

    public Candidate? Read(Segment segment, IReadOnlyList<PlaceName> places)
    {
        int head = Phrases.HeadOf(_text, segment.First, segment.End);
        string preposition = Phrases.Preposition(tokens, head);
        if (lexicon.Words.PlacePrepositions.Contains(preposition) || IsDateline(segment)) return null;
        if (lexicon.Words.GoalPrepositions.Contains(preposition) && IsMotion(head)) return null;
        if (Of(places, PlaceKind.State) is { } state && !IsModifier(head)) return State(segment, head, state, MentionForm.Name, "a state's name");
        if (Of(places, PlaceKind.People) is { } people && IsPeople(head, places)) return People(segment, head, people);
        if ((Of(places, PlaceKind.Capital) ?? Of(places, PlaceKind.Seat)) is { } seat && Acts(head, preposition, seat.Kind))
            return State(segment, head, seat, MentionForm.Metonym, $"{(seat.Kind == PlaceKind.Capital ? "a capital" : "a seat of government")} that acts");
        return null;
    }

    /// <summary>A place that opens a block in capitals, or before a bracket, slash or dash: <c>PORT VELA (NNA) — …</c></summary>
    private bool IsDateline(Segment segment)
    {
        Sentence sentence = _text.Sentences[_text.SentenceOf(segment.First)];
        int index = _text.SentenceOf(segment.First);
        bool opensBlock = index == 0 || _text.Sentences[index - 1].Block != sentence.Block;
        if (!opensBlock || segment.First - sentence.First > 3 || segment.End >= sentence.End) return false;
        string words = _text.Document[_text.SpanOf(segment.First, segment.End)];
        bool inCapitals = words.Length > 3 && !words.Any(char.IsLower) && _text.Document[_text.SpanOf(sentence)].Any(char.IsLower);
        return inCapitals || _text.Tokens[segment.End].Form is "(" or "/" or "—" or "–" or "-" or "--" or ":";
    }

    private static PlaceName? Of(IReadOnlyList<PlaceName> places, PlaceKind kind) => places.FirstOrDefault(place => place.Kind == kind);

    /// <summary>Whether the word only modifies a noun (<c>US officials</c>): then the noun is the mention.</summary>
    private bool IsModifier(int head) => _text.Tokens[head].Relation is "amod" || _text.Tokens[head].Upos == Upos.ADJ && _text.Tokens[head].Relation is "compound";

    private bool IsPeople(int head, IReadOnlyList<PlaceName> places)
    {
        if (_text.Tokens[head].Relation is "amod" or "compound" or "nmod:desc") return false;
        bool alsoAdjective = Of(places, PlaceKind.Adjective) is not null;
        return !alsoAdjective || _text.Child(head, "det") >= 0 || _text.Tokens[head].Upos is Upos.NOUN or Upos.PROPN;
    }

    private bool Acts(int head, string preposition, PlaceKind kind)
    {
        string relation = _text.Tokens[head].Deprel;
        if (relation is "compound" or "amod" or "nmod:desc" or "flat" or "appos") return false;
        int above = _text.Tokens[Phrases.FirstConjunct(_text, head)].Head;
        if (relation == "nmod:poss")
            return kind == PlaceKind.Seat || above >= 0 && lexicon.Words.PossessedByStates.Contains(NameFold.Key(_text.Tokens[above].Lemma ?? ""));
        return !lexicon.Words.DirectionPrepositions.Contains(preposition) || above >= 0 && !IsMotion(head);
    }

    /// <summary>Whether the phrase depends on a word that has a direction or a place: <c>the delegation to Norland</c>.</summary>
    private bool IsMotion(int head)
    {
        int above = _text.Tokens[Phrases.FirstConjunct(_text, head)].Head;
        return above >= 0 && lexicon.Words.Motions.Contains(NameFold.Key(_text.Tokens[above].Lemma ?? ""));
    }

    private Candidate State(Segment segment, int head, PlaceName place, MentionForm form, string why) => new()
    {
        First = segment.First,
        End = segment.End,
        Head = head,
        Form = form,
        Kind = ActorKind.State,
        Name = place.Name,
        Pieces = [.. NameFold.Pieces(place.Name)],
        Country = place.Country,
        Why = why,
    };

    /// <summary>The start of the phrase with the words directly before its noun: <c>many Norlanders</c>.</summary>
    private int FirstOf(int first, int head)
    {
        while (first > 0 && _text.Tokens[first - 1].Head == head && _text.Tokens[first - 1].Relation is "det" or "amod" or "nummod") first--;
        return first;
    }

    private Candidate People(Segment segment, int head, PlaceName place) => new()
    {
        First = FirstOf(segment.First, head),
        End = segment.End,
        Head = head,
        Form = MentionForm.Nominal,
        Kind = ActorKind.Group,
        Name = _text.Document[_text.SpanOf(FirstOf(segment.First, head), segment.End)],
        Wordings = [_text.Document[_text.SpanOf(segment.First, segment.End)]],
        Pieces = [.. tokens.Pieces(segment.First, segment.End)],
        Country = place.Country,
        Class = NominalClass.People,
        Noun = tokens.Key(segment.First, segment.End),
        Plural = true,
        Why = "the people of a state",
    };
}
