using Dragoman.Language;
using Dragoman.Reading.Mentions.Finding;
using Dragoman.Reading.Mentions.Lexicon;
using Dragoman.Record;

namespace Dragoman.Reading.Mentions.Linking;

/// <summary>Finds the name that a noun phrase stands beside: <c>Ada Lind, Norland's chief negotiator,</c> · <c>the rebel group Free Sudria</c> · <c>Lind is the minister</c>.</summary>
internal sealed class Apposition(AnnotatedDocument text, Clusters clusters)
{
    public Cluster? Of(int i)
    {
        Candidate candidate = clusters.Candidates[i];
        if (candidate.Plural) return null;
        foreach (int other in Beside(candidate))
            if (other >= 0 && other != i && clusters[other] is { IsNamed: true } cluster && Fits(candidate, clusters.Candidates[other], cluster)) return cluster;
        return null;
    }

    private IEnumerable<int> Beside(Candidate candidate)
    {
        Token head = text.Tokens[candidate.Head];
        if (head.Relation is "appos" && head.Head >= 0) yield return clusters.At(head.Head);
        if (head.Deprel is "nmod:desc" && head.Head >= 0) yield return clusters.At(head.Head);
        foreach (int child in text.Children(candidate.Head).ToArray())
        {
            Token token = text.Tokens[child];
            if (token.Relation is "appos" or "flat" || token.Deprel is "nmod:desc") yield return clusters.At(child);
            if (token.Relation is "nsubj" && text.Child(candidate.Head, "cop") >= 0) yield return clusters.At(child);
        }

        if (candidate.End < text.Tokens.Length && text.SentenceOf(candidate.End) == text.SentenceOf(candidate.Head)) yield return Starting(candidate.End);
        foreach (int other in AcrossComma(candidate)) yield return other;
    }

    /// <summary>A name that ends at a comma directly before the phrase, or starts after a comma directly behind it.</summary>
    private IEnumerable<int> AcrossComma(Candidate candidate)
    {
        int sentence = text.SentenceOf(candidate.Head);
        int before = candidate.First - 2;
        if (before >= 0 && text.Tokens[candidate.First - 1].Form == "," && text.SentenceOf(before) == sentence && clusters.At(before) is >= 0 and int earlier
            && clusters.Candidates[earlier].End == candidate.First - 1)
        {
            yield return earlier;
        }

        for (int end = candidate.End; end <= candidate.FullEnd; end++)
            if (end + 1 < text.Tokens.Length && text.Tokens[end].Form == "," && text.SentenceOf(end + 1) == sentence && ClosedByComma(end + 1)) yield return Starting(end + 1);
    }

    /// <summary>Whether the name that starts here is set off behind, too; else it may be the subject of what follows.</summary>
    private bool ClosedByComma(int token) => Starting(token) is >= 0 and int at && clusters.Candidates[at].End is int end
        && (end >= text.Tokens.Length || text.Tokens[end].Upos == Upos.PUNCT);

    private int Starting(int token) => clusters.At(token) is >= 0 and int at && clusters.Candidates[at].First == token ? at : -1;

    private static bool Fits(Candidate nominal, Candidate name, Cluster cluster)
    {
        if (name.Form != MentionForm.Name) return false;
        return nominal.Class switch
        {
            NominalClass.Person => cluster.Kind is ActorKind.Person or null,
            NominalClass.People or NominalClass.Body or NominalClass.Outlet => cluster.Kind is ActorKind.Organisation or ActorKind.Group or null,
            _ => cluster.Kind == ActorKind.State,
        };
    }
}
