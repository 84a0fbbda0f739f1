using Dragoman.Language;

namespace Dragoman.Reading.Frames.Matching;

/// <summary>Which words of the text a subtree or a clause stands for, tidied at its edges; nothing inside it is left out.</summary>
internal static class Stretch
{
    /// <summary>A phrase or clause without the preposition or conjunction that introduces it, without loose additions and coordinated clauses behind it, and without the branch that holds <paramref name="except"/>.</summary>
    public static TextSpan Phrase(AnnotatedDocument text, int head, int except = -1)
    {
        int first = head;
        int end = head + 1;
        Extend(text, head, head, except, ref first, ref end);
        return Tidy(text, first, end, head);
    }

    /// <summary>A predicate with its complements, without the subject and auxiliaries before it: "host the talks".</summary>
    public static TextSpan Predicate(AnnotatedDocument text, int head)
    {
        TextSpan clause = Phrase(text, head);
        int start = text.Tokens[head].Span.Start;
        return new(Math.Min(start, clause.End), clause.End);
    }

    /// <summary>A clause without the phrase that a word of it heads: what stands behind the phrase, or before it when nothing does.</summary>
    public static TextSpan Rest(AnnotatedDocument text, int clauseHead, int phraseHead)
    {
        TextSpan clause = Phrase(text, clauseHead);
        (int first, int end) = text.Subtree(phraseHead);
        TextSpan after = Trim(text, new(text.Tokens[end - 1].Span.End, clause.End));
        TextSpan before = Trim(text, new(clause.Start, text.Tokens[first].Span.Start));
        return after.IsEmpty ? before : after;
    }

    private static TextSpan Trim(AnnotatedDocument text, TextSpan span)
    {
        int start = span.Start;
        int end = Math.Max(span.Start, span.End);
        string words = text.Document.Text;
        while (start < end && (char.IsWhiteSpace(words[start]) || char.IsPunctuation(words[start]))) start++;
        while (end > start && (char.IsWhiteSpace(words[end - 1]) || char.IsPunctuation(words[end - 1]))) end--;
        return new(start, end);
    }

    private static void Extend(AnnotatedDocument text, int token, int root, int except, ref int first, ref int end)
    {
        foreach (int child in text.Children(token))
        {
            if (except >= 0 && text.IsWithin(except, child)) continue;
            if (IsIntroduction(text, token, child, root) || IsLoose(text, token, child)) continue;
            first = Math.Min(first, child);
            end = Math.Max(end, child + 1);
            Extend(text, child, root, except, ref first, ref end);
        }
    }

    private static bool IsIntroduction(AnnotatedDocument text, int token, int child, int root) =>
        token == root && child < token && text.Tokens[child].Relation is "case" or "mark" or "cc" or "punct";

    /// <summary>Clauses of their own: coordinated ones with a subject, parentheses, and relative clauses behind a comma.</summary>
    private static bool IsLoose(AnnotatedDocument text, int token, int child) => text.Tokens[child].Deprel switch
    {
        "parataxis" or "discourse" or "vocative" => true,
        "conj" => Syntax.IsPredicate(text, token) && (Syntax.OwnSubject(text, child) >= 0),
        "acl:relcl" or "advcl:relcl" => StartsWithComma(text, child),
        _ => false,
    };

    private static bool StartsWithComma(AnnotatedDocument text, int clause)
    {
        (int first, _) = text.Subtree(clause);
        return text.Tokens[first].Form is "," or "–" or "—" || (first > 0 && text.Tokens[first - 1].Form is "," or "–" or "—");
    }

    private static TextSpan Tidy(AnnotatedDocument text, int first, int end, int head)
    {
        while (end - 1 > head && IsTrimmed(text.Tokens[end - 1])) end--;
        while (first < head && text.Tokens[first].Upos == Upos.PUNCT) first++;
        return text.SpanOf(first, end);
    }

    private static bool IsTrimmed(Token token) => token.Upos is Upos.PUNCT && token.Form is not (")" or "]" or "%");
}
