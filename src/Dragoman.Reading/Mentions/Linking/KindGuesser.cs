using Dragoman.Language;
using Dragoman.Reading.Mentions.Finding;
using Dragoman.Reading.Mentions.Lexicon;
using Dragoman.Reading.Mentions.World;
using Dragoman.Record;

namespace Dragoman.Reading.Mentions.Linking;

/// <summary>
/// Tells what a name is that no list knows, by how the text uses it: what things happen "in", or what has a government, is a state or
/// place; a known first name is a person's; else a body.
/// </summary>
internal sealed class KindGuesser(AnnotatedDocument text, Clusters clusters, ActorCatalogue actors, MentionLexicon lexicon)
{
    public void Guess()
    {
        foreach (Cluster cluster in clusters.All.Where(cluster => cluster.Kind is null)) cluster.Kind = KindOf(cluster);
    }

    private ActorKind KindOf(Cluster cluster)
    {
        if (cluster.Members.Any(member => member.IsLocative) || cluster.Members.Any(Governs)) return ActorKind.State;
        if (cluster.Members.Any(member => actors.GivenNames.Contains(member.Pieces[0]))) return ActorKind.Person;
        return cluster.Members.Any(member => member.First < member.Head || member.Name.Any(char.IsLower) && IsObjectOfOffice(member)) || IsPlain(cluster) ? ActorKind.Organisation : ActorKind.Person;
    }

    /// <summary>Whether it possesses or modifies a government, an office or a ministry.</summary>
    private bool Governs(Candidate member)
    {
        Token token = text.Tokens[member.Head];
        if (token.Head < 0 || token.Deprel is not ("nmod:poss" or "compound" or "nmod")) return false;
        int at = clusters.At(token.Head);
        return at >= 0 && (clusters.Candidates[at].Class is NominalClass.Government || clusters.Candidates[at].Offices.Any(office => office.SpeaksFor == SpeaksFor.State))
            && lexicon.ClassEndingAt(new FoldedTokens(text), token.Head, token.Head + 1) is not null;
    }

    private static bool IsObjectOfOffice(Candidate member) => member.Class is NominalClass.Body;

    private bool IsPlain(Cluster cluster) => !cluster.Members.Any(member => Phrases.IsSubject(text, member.Head));
}
