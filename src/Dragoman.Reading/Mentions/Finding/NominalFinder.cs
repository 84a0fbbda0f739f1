using System.Collections.Immutable;
using Dragoman.Language;
using Dragoman.Reading.Mentions.Lexicon;
using Dragoman.Record;

namespace Dragoman.Reading.Mentions.Finding;

/// <summary>Finds noun phrases headed by a noun that stands for somebody: offices, officials, groups, bodies, governments, and unnamed sources.</summary>
internal sealed class NominalFinder(FoldedTokens tokens, MentionLexicon lexicon, CountryWords countries)
{
    private const int LongestPhrase = 12; // tokens before the head

    private readonly AnnotatedDocument _text = tokens.Text;

    /// <param name="isNamed">Whether a token lies in a name that was found.</param>
    public IEnumerable<Candidate> Find(Func<int, bool> isNamed)
    {
        for (int t = 0; t < tokens.Count; t++)
            if (!isNamed(t) && At(t, isNamed) is { } candidate) yield return candidate;
    }

    private Candidate? At(int head, Func<int, bool> isNamed)
    {
        Token token = _text.Tokens[head];
        if (IsQuantity(head) && Quantity(head) is { } quantity) return quantity;
        if (token.Upos is not (Upos.NOUN or Upos.PROPN) || token.Relation is "compound" or "amod" or "flat" || token.Deprel == "nmod:desc" && !PrecedesName(head, isNamed)) return null;
        int first = FirstOf(head, isNamed);
        OfficeTerm? office = OfficeAt(first, head);
        NounMatch? noun = lexicon.NounEndingAt(tokens, first, head + 1) ?? (office is null ? null : new NounMatch(NominalClass.Person, head));
        return noun is { Class: not NominalClass.Ending } match ? Make(first, head, match, office) : null;
    }

    private bool PrecedesName(int head, Func<int, bool> isNamed) => head + 1 < tokens.Count && isNamed(head + 1);

    private Candidate Make(int first, int head, NounMatch noun, OfficeTerm? office)
    {
        int possessor = _text.Child(head, "nmod:poss");
        ImmutableArray<string> modifiers = Modifiers(first, noun.First);
        bool formerly = modifiers.Any(lexicon.Words.NotInOffice.Contains);
        string name = _text.Document[_text.SpanOf(first, head + 1)];
        return new()
        {
            First = first,
            End = head + 1,
            Head = head,
            Form = MentionForm.Nominal,
            Kind = KindOf(noun.Class),
            Name = name,
            Pieces = [.. tokens.Pieces(first, head + 1)],
            Country = countries.Within(first, head) ?? CountryOfComplement(head),
            Offices = office is null || formerly ? [] : [office],
            Class = noun.Class,
            Noun = string.Join(' ', [.. tokens.Pieces(noun.First, head), NameFold.Key(_text.Tokens[head].Lemma ?? "")]),
            Modifiers = modifiers,
            Definite = possessor >= 0 || lexicon.Words.Definite.Contains(tokens.Key(first)),
            Plural = IsPlural(head),
            StartsOwnChain = StartsOwnChain(first, head, possessor, modifiers),
            Possessor = possessor,
            Wordings = [.. Wordings(first, head)],
            FullEnd = FullEnd(head),
            Why = office is null ? $"a noun of the class {noun.Class}" : $"the office {office.Office}",
        };
    }

    private static ActorKind? KindOf(NominalClass nominal) => nominal switch
    {
        NominalClass.Person => ActorKind.Unnamed,
        NominalClass.People => ActorKind.Group,
        NominalClass.Body or NominalClass.Outlet => ActorKind.Organisation,
        _ => ActorKind.State,
    };

    /// <summary>Words that count what follows "of" (<c>two-thirds of respondents</c>), or stand alone for people (<c>many said</c>).</summary>
    private bool IsQuantity(int head) =>
        _text.Tokens[head].Upos is Upos.NOUN or Upos.NUM or Upos.ADJ or Upos.PRON or Upos.DET && Phrases.IsSubject(_text, head)
            && lexicon.Words.Quantities.Contains(NameFold.Key(_text.Tokens[head].Lemma ?? ""));

    private Candidate? Quantity(int head)
    {
        int counted = _text.Child(head, "nmod");
        NominalClass? noun = counted < head ? null : lexicon.ClassEndingAt(tokens, head + 1, counted + 1);
        string? country = counted > head ? countries.Within(head, counted + 1) : null;
        if (counted > head ? noun is null && country is null : _text.Tokens[head].Upos == Upos.NOUN) return null;
        int first = FirstOf(head, _ => false);
        int end = Math.Max(head, counted) + 1;
        return new()
        {
            First = first,
            End = end,
            Head = head,
            Form = MentionForm.Nominal,
            Kind = noun is NominalClass.People ? ActorKind.Group : ActorKind.Unnamed,
            Name = _text.Document[_text.SpanOf(first, end)],
            Pieces = [.. tokens.Pieces(first, end)],
            Country = country,
            Class = noun ?? NominalClass.Person,
            Noun = NameFold.Key(_text.Tokens[Math.Max(head, counted)].Lemma ?? ""),
            Plural = true,
            StartsOwnChain = true,
            Wordings = counted > head ? [_text.Document[_text.SpanOf(FirstOf(counted, _ => false), counted + 1)]] : [],
            Why = "a number of people",
        };
    }

    /// <summary>
    /// The leftmost token of what precedes the head in its phrase, without gaps. An adjective or name of a state directly before belongs to
    /// it whatever the tree says.
    /// </summary>
    private int FirstOf(int head, Func<int, bool> isNamed)
    {
        int first = head;
        int floor = Math.Max(_text.Sentences[_text.SentenceOf(head)].First, head - LongestPhrase);
        while (first > floor && (IsLeftPart(first - 1, head) || countries[first - 1] is not null && IsAttribute(first - 1)) && !IsAnotherName(first - 1, head, isNamed)) first--;
        while (first < head && _text.Tokens[first].Upos is Upos.PUNCT or Upos.CCONJ or Upos.ADV or Upos.PART) first++;
        return first;
    }

    private bool IsLeftPart(int token, int head)
    {
        Upos upos = _text.Tokens[token].Upos;
        if (upos is Upos.ADP or Upos.SCONJ or Upos.AUX || upos == Upos.VERB && _text.Tokens[token].Relation is not "amod" || !_text.IsWithin(token, head)) return false;
        if (upos is Upos.PUNCT or Upos.CCONJ && !JoinsAttributes(token)) return false;
        for (int t = token; t != head; t = _text.Tokens[t].Head)
        {
            if (_text.Tokens[t].Head == head)
                return _text.Tokens[t].Relation is "det" or "amod" or "compound" or "nummod" or "advmod" or "flat" or "punct" || _text.Tokens[t].Deprel is "nmod:poss" or "nmod:desc";
        }

        return false;
    }

    /// <summary>A hyphen, a quotation mark, or a comma or conjunction between adjectives.</summary>
    private bool JoinsAttributes(int token) => _text.Tokens[token].Form is "-" or "“" or "”" or "\"" or "’" or "'" or "‘"
        || token > 0 && (_text.Tokens[token - 1].Upos == Upos.ADJ || countries[token - 1] is not null && _text.Tokens[token - 1].Deprel != "nmod:poss");

    private bool IsAttribute(int token) => _text.Tokens[token].Upos is Upos.ADJ or Upos.PROPN && _text.Tokens[token].Relation is not ("nsubj" or "obl" or "root" or "nmod");

    private bool IsAnotherName(int token, int head, Func<int, bool> isNamed) =>
        isNamed(token) && _text.Tokens[token].Upos == Upos.PROPN && _text.Tokens[token].Relation is "conj" && countries[token] is null && _text.Tokens[token].Head != head;

    private OfficeTerm? OfficeAt(int first, int head)
    {
        for (int start = first; start <= head; start++)
        {
            PhraseMatch<OfficeTerm>? match = lexicon.Offices.Longest(tokens, start, tokens.Count);
            if (match is not null && match.End > head) return match.Values[0];
        }

        return null;
    }

    private ImmutableArray<string> Modifiers(int first, int end)
    {
        ImmutableArray<string>.Builder modifiers = ImmutableArray.CreateBuilder<string>();
        for (int t = first; t < end; t++)
        {
            Token token = _text.Tokens[t];
            if (countries[t] is not null || token.Upos is Upos.DET or Upos.PUNCT or Upos.ADP or Upos.PRON or Upos.PART) continue;
            string word = NameFold.Key(token.Lemma ?? token.Form);
            if (word.Length > 0 && !lexicon.Words.EmptyModifiers.Contains(word)) modifiers.Add(word);
        }

        return modifiers.ToImmutable();
    }

    private string? CountryOfComplement(int head)
    {
        foreach (int child in _text.Children(head))
            if (child > head && child - head <= 4 && countries[child] is { } country && lexicon.Words.Belonging.Contains(Phrases.Preposition(tokens, child))) return country;
        return null;
    }

    private bool IsPlural(int head) => _text.Tokens[head].HasFeature("Number=Plur") || _text.Tokens[head].Xpos is "NNS" or "NNPS";

    private bool StartsOwnChain(int first, int head, int possessor, ImmutableArray<string> modifiers)
    {
        if (modifiers.Any(lexicon.Words.Others.Contains)) return true;
        string opening = tokens.Key(first);
        if (lexicon.Words.Others.Contains(opening)) return true;
        return possessor < 0 && _text.Tokens[first].Relation is "det" && !lexicon.Words.Definite.Contains(opening) && first < head;
    }

    /// <summary>The phrase without its determiner, and with the prepositional phrases that follow its head.</summary>
    private IEnumerable<string> Wordings(int first, int head)
    {
        if (first < head && _text.Tokens[first].Upos is Upos.DET or Upos.PRON) yield return _text.Document[_text.SpanOf(first + 1, head + 1)];
        if (Coordinated(head) is int last and > 0) yield return _text.Document[_text.SpanOf(first, last + 1)];
        int end = FullEnd(head);
        if (end > head + 1) yield return _text.Document[_text.SpanOf(first, end)];
    }

    /// <summary>The noun that ends "experts and diplomats", or −1.</summary>
    private int Coordinated(int head)
    {
        int last = -1;
        foreach (int child in _text.Children(head))
            if (child > head && _text.Tokens[child].Relation is "conj" && _text.Tokens[child].Upos == Upos.NOUN && lexicon.ClassEndingAt(tokens, head + 1, child + 1) is not null) last = child;
        return last;
    }

    /// <summary>The end of the phrase with the prepositional phrases and adjectives that follow its head directly.</summary>
    private int FullEnd(int head)
    {
        int end = head + 1;
        foreach (int child in _text.Children(head))
            if (child >= end && _text.Tokens[child].Relation is "nmod" or "amod" && _text.Subtree(child) is var (from, to) && from == end) end = to;
        return end;
    }
}
