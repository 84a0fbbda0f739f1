using Dragoman.Language;

namespace Dragoman.Reading.Frames.Matching;

/// <summary>Which words of the text a subtree or a clause stands for, tidied at its edges; nothing inside it is left out.</summary>
internal static class Stretch
{
    /// <summary>A phrase without the preposition or conjunction that introduces it, without loose additions behind it, and without the branch that holds <paramref name="except"/>.</summary>
    public static TextSpan Phrase(AnnotatedDocument text, int head, int except = -1)
    {
        int first = head;
        int end = head + 1;
        Extend(text, head, head, except, ref first, ref end);
        return Tidy(text, first, end, head);
    }

    /// <summary>A clause without what is coordinated with it as a clause of its own, and without words put in between (<c>, he said,</c>) at its edges.</summary>
    public static TextSpan Clause(AnnotatedDocument text, int head) => Phrase(text, head);

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
        token == root && child < token && text.Tokens[child].Relation is "case" or "mark" or "cc" or "punct" && token == root;

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
