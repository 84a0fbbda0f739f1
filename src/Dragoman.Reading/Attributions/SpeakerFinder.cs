using Dragoman.Language;
using Dragoman.Reading.Mentions;
using Dragoman.Record;

namespace Dragoman.Reading.Attributions;

/// <summary>A source turned into a mention: who speaks, the words that name the source, and how it was told.</summary>
internal readonly record struct SpeakerFound(Mention? Speaker, TextSpan? Source, string Why);

/// <summary>Tells which mention a source is: the one that its head word heads, or that of the body behind a document that speaks.</summary>
internal sealed class SpeakerFinder(Discourse discourse)
{
    private const int Reach = 400; // tokens back to where a document was said to be issued

    private readonly AnnotatedDocument _text = discourse.Text;

    public SpeakerFound Find(SourceFound source)
    {
        if (!source.IsNamed) return new(null, null, source.Why);
        int head = source.Head;
        TextSpan words = WordsOf(head);
        if (IsDocument(head) && IssuerOf(head) is { } issuer) return new(issuer.Speaker, words, issuer.Why);
        int named = discourse.Child(head, (token, at) => token.Deprel is "appos" && MentionOf(at) is { Form: MentionForm.Name });
        if (MentionOf(head) is { Form: MentionForm.Name } name) return new(name, words, source.Why);
        if (named >= 0) return new(MentionOf(named), words, source.Why + ", by the name beside it");
        if (MentionOf(head) is { } mention) return new(mention, words, source.Why);
        if (_text.Tokens[head].Upos is Upos.PROPN && SameName(head) is { } other) return new(other, words, source.Why + ", by the same name elsewhere");
        return new(null, words, $"{source.Why}, but no actor is known by these words");
    }

    private Mention? SameName(int head)
    {
        foreach (Mention mention in discourse.Cast.Mentions)
            if (mention.Form is MentionForm.Name && _text.Tokens[mention.End - 1].Form == _text.Tokens[head].Form) return mention;
        return null;
    }

    /// <summary>The mention that a token heads, or the narrowest one that holds it.</summary>
    public Mention? MentionOf(int head)
    {
        if (discourse.Cast.HeadedBy(head) is { } mention) return mention;
        Mention? narrowest = null;
        foreach (Mention other in discourse.Cast.Mentions)
            if (other.First <= head && head < other.End && (narrowest is null || other.End - other.First < narrowest.End - narrowest.First)) narrowest = other;
        return narrowest;
    }

    private bool IsDocument(int head) => discourse.Words.Documents.Contains(_text.Tokens[head].Lemma);

    private (Mention? Speaker, string Why)? IssuerOf(int document)
    {
        if (IssuerAt(document) is { } named) return (named, "who issued the document that speaks");
        string lemma = _text.Tokens[document].Lemma;
        for (int t = document - 1; t >= 0 && t > document - Reach; t--)
        {
            if (_text.Tokens[t].Lemma != lemma || _text.Tokens[t].Upos is not Upos.NOUN) continue;
            if (IssuerAt(t) is { } earlier) return (earlier, "who issued the document, as the text said before");
        }

        return null;
    }

    private Mention? IssuerAt(int document)
    {
        int owner = discourse.Child(document, (token, _) => token.Deprel is "nmod:poss");
        if (owner >= 0 && MentionOf(owner) is { } byOwner) return byOwner;
        int issuer = discourse.Child(document, (token, child) => token.Relation is "nmod" && discourse.MarkerOf(child, discourse.Words.Issuers) >= 0);
        if (issuer >= 0)
        {
            int holder = discourse.Child(issuer, (token, _) => token.Deprel is "nmod:poss"); // "a statement on his website"
            if (holder >= 0 && MentionOf(holder) is { } byHolder) return byHolder;
            if (MentionOf(issuer) is { } byIssuer) return byIssuer;
        }

        int modifier = discourse.Child(document, (token, child) => token.Relation is "compound" or "amod" && MentionOf(child) is not null);
        if (modifier >= 0) return MentionOf(modifier);
        int state = discourse.Child(document, (token, child) => token.Relation is "compound" or "amod" && discourse.Cast.StateOf(child) is not null); // "a Norlandic statement"
        if (state >= 0) return discourse.Cast.StateOf(state);
        int verb = _text.Tokens[document].Head;
        if (_text.Tokens[document].Relation is not "obj" || verb < 0) return null;
        int giver = discourse.Child(verb, (token, _) => token.Deprel is "nsubj");
        return giver >= 0 ? MentionOf(giver) : null;
    }

    /// <summary>The noun phrase of a head: its subtree without what follows a comma, a relative clause or another predicate.</summary>
    private TextSpan WordsOf(int head)
    {
        if (discourse.Cast.HeadedBy(head) is { } mention && mention.Span.Contains(_text.Tokens[head].Span)) return mention.Span;
        int first = head;
        while (first > 0 && BelongsTo(head, first - 1) && _text.Tokens[first - 1].Relation is not ("case" or "mark" or "cc" or "fixed")) first--;
        int end = head + 1;
        while (end < _text.Tokens.Length && BelongsTo(head, end) && _text.Tokens[end].Deprel is not "acl:relcl" && _text.Tokens[end].Upos is not (Upos.VERB or Upos.AUX)) end++;
        return _text.SpanOf(first, end);
    }

    private bool BelongsTo(int head, int token) =>
        !discourse.IsPunctuation(token) && _text.SentenceOf(token) == _text.SentenceOf(head) && _text.IsWithin(token, head);
}
