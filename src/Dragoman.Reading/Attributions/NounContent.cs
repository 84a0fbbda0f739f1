using Dragoman.Language;

namespace Dragoman.Reading.Attributions;

/// <summary>Finds what a noun or adjective of saying and thinking governs: "the claim that …", "fears it may …", "confident that …".</summary>
internal sealed class NounContent(Discourse discourse, ClauseContent clauses)
{
    private readonly AnnotatedDocument _text = discourse.Text;

    public ContentFound? Find(CueHit cue)
    {
        int clause = discourse.Child(cue.Head, (token, at) => at > cue.Last && token.Deprel is "acl" or "ccomp" or "advcl" or "acl:relcl" or "xcomp" && Reports(cue, at));
        if (clause >= 0) return ContentFound.Of("clause", clauses.RangeOf(cue, clause));
        return cue.Pattern.Class is CueClass.Noun && PredicateClause(cue) is { IsEmpty: false } predicate ? ContentFound.Of("predicate", predicate) : null;
    }

    private bool Reports(CueHit cue, int clause)
    {
        int marker = discourse.MarkerOf(clause, discourse.Words.Complementizers);
        if (marker > cue.Last && _text.Tokens[marker].Upos is Upos.SCONJ) return true;
        bool hasSubject = discourse.Child(clause, (token, at) => token.Relation is "nsubj" or "expl" && !token.HasFeature("PronType=Rel")) >= 0;
        return hasSubject && _text.Tokens[clause].Deprel is "acl" or "ccomp" && _text.Subtree(clause).First == cue.Last + 1;
    }

    /// <summary>"Their message was that …": the noun is the subject of a clause with a complementizer.</summary>
    private TokenRange PredicateClause(CueHit cue)
    {
        Token token = _text.Tokens[cue.Head];
        if (token.Relation is not "nsubj" || token.Head < cue.Head) return default;
        int clause = token.Head;
        int marker = discourse.MarkerOf(clause, discourse.Words.Complementizers);
        if (marker <= cue.Head) return default;
        return new(marker + 1, _text.Subtree(clause).End);
    }
}
