using Dragoman.Language;

namespace Dragoman.Reading.Attributions;

/// <summary>Finds the content of a cue that follows or interrupts it: "…, officials said", "as officials said, …", "…, according to officials".</summary>
internal sealed class AsideContent(Discourse discourse)
{
    private readonly AnnotatedDocument _text = discourse.Text;
    private readonly CueGroupFinder _groups = new(discourse);

    public ContentFound? Find(CueHit cue, SourceFound source)
    {
        if (!CanBeAside(cue, source)) return null;
        CueGroup group = _groups.Find(cue, source);
        bool endsHere = group.Right.IsEmpty || discourse.IsPunctuation(group.Right.First);
        bool isSetOff = EndsWithComma(group.Left) || (group.IsMarked && group.Right.End - group.Right.First <= 1);
        if (HasClause(group.Left) && isSetOff && endsHere)
            return ContentFound.Of("aside", group.Left, StartsWithComma(group.Right) && GoesOn(cue, source, group) ? group.Right : default);
        if (IsInterrupting(source, group)) return ContentFound.Of("interrupting aside", group.Left, group.Right);
        return group.IsMarked && StartsWithComma(group.Right) && !HasClause(group.Left) ? ContentFound.Of("aside before its content", group.Right) : null;
    }

    /// <summary>Whether cue and source stand between commas: "The bridge, officials said, is closed".</summary>
    public bool IsInserted(CueHit cue, SourceFound source) =>
        discourse.IsComma(cue.Last + 1) && source.IsNamed && source.Head < cue.Head && cue.Head - source.Head <= 3
        && _text.Subtree(source.Head).First is > 0 and var first && (discourse.IsComma(first) || discourse.IsComma(first - 1));

    private bool CanBeAside(CueHit cue, SourceFound source) =>
        cue.Pattern.Class is CueClass.Prep || (cue.Pattern.Has(Takes.Aside) && cue.Pattern.Has(Takes.Clause) && !HasComplement(cue, source));

    private bool IsInterrupting(SourceFound source, CueGroup group) =>
        source.IsNamed && EndsWithComma(group.Left) && StartsWithComma(group.Right) && HasClause(group.Right) && !IsSubject(source.Head, group.Right);

    /// <summary>Whether the cue governs something else to its right: then it is no aside.</summary>
    private bool HasComplement(CueHit cue, SourceFound source) => discourse.Child(cue.Head, (token, at) => at > cue.Last && at != source.Head
        && token.Relation is "xcomp" or "obj" && !cue.Pattern.Has(Takes.Hearer)) >= 0;

    private bool HasClause(TokenRange range)
    {
        for (int t = range.First; t < range.End; t++)
            if (discourse.IsFinite(t)) return true;
        return false;
    }

    private bool EndsWithComma(TokenRange range) =>
        !range.IsEmpty && (discourse.IsComma(range.End - 1) || (discourse.IsPunctuation(range.End - 1) && range.End - 2 >= range.First && discourse.IsComma(range.End - 2)));

    /// <summary>Whether the source is the subject of what follows the cue: then the cue is a relative clause or an apposition of it.</summary>
    private bool IsSubject(int source, TokenRange right) => right.Contains(_text.Tokens[source].Head);

    private bool StartsWithComma(TokenRange range) => !range.IsEmpty && discourse.IsComma(range.First);

    /// <summary>Whether what follows the aside still belongs to the content: it does not hang on the cue or its source.</summary>
    private bool GoesOn(CueHit cue, SourceFound source, CueGroup group)
    {
        TokenRange right = group.Right;
        for (int t = right.First; t < right.End; t++)
        {
            int head = _text.Tokens[t].Head;
            if (discourse.IsPunctuation(t) || right.Contains(head)) continue;
            bool hangsOnCue = head == cue.Head || head == source.Head || group.Words.Contains(head);
            return !hangsOnCue || (head == cue.Head && _text.Tokens[t].Relation is "ccomp" or "parataxis");
        }

        return false;
    }
}
