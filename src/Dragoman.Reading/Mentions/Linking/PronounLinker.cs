using Dragoman.Language;
using Dragoman.Reading.Mentions.Finding;
using Dragoman.Reading.Mentions.Lexicon;
using Dragoman.Record;

namespace Dragoman.Reading.Mentions.Linking;

/// <summary>
/// Links pronouns to the most salient actor before them that fits: subjects before others, speakers before other subjects, the same
/// sentence and paragraph before earlier ones (after Lappin and Leass 1994). A pronoun of the first or second person is left to whoever
/// finds out who speaks; one with no fitting actor near is left without a chain.
/// </summary>
internal sealed class PronounLinker(AnnotatedDocument text, Clusters clusters)
{
    private const int PersonReach = 3; // sentences back
    private const int ThingReach = 1;

    private readonly Quotes _quotes = new(text);

    /// <summary>Links candidate <paramref name="i"/>; those before it in the text are linked already.</summary>
    public void Link(int i)
    {
        PronounTerm pronoun = clusters.Candidates[i].Pronoun!;
        if (pronoun.Use == PronounUse.Relative)
        {
            LinkRelative(i);
            return;
        }

        if (pronoun.Person < 3)
        {
            clusters.Leave(i, "the one who speaks or is spoken to");
            return;
        }

        int reach = pronoun.Animate == false ? ThingReach : PersonReach;
        int best = -1;
        int bestScore = int.MinValue;
        for (int j = i - 1; j >= 0 && SentencesBetween(j, i) <= reach; j--)
        {
            if (clusters[j] is not { } cluster || !Fits(cluster, pronoun) || Binds(j, i)) continue;
            int score = Salience(j, i);
            if (score <= bestScore) continue;
            best = j;
            bestScore = score;
        }

        if (best < 0) clusters.Leave(i, "nobody near fits");
        else if (pronoun.Animate == false && Doubt(best, i) is { } doubt) clusters.Leave(i, doubt);
        else clusters.Link(i, clusters[best]!, "the most salient before it");
    }

    private void LinkRelative(int i)
    {
        int verb = text.Tokens[clusters.Candidates[i].Head].Head;
        while (verb >= 0 && text.Tokens[verb].Deprel != "acl:relcl") verb = text.Tokens[verb].Head;
        int noun = verb < 0 ? -1 : text.Tokens[verb].Head;
        if (noun >= 0 && clusters.At(noun) is >= 0 and int at && at < i && clusters[at] is { } cluster) clusters.Link(i, cluster, "the noun of its clause");
        else clusters.Leave(i, "the noun of its clause is nobody");
    }

    private static bool Fits(Cluster cluster, PronounTerm pronoun)
    {
        if (pronoun.Gender is { } gender && cluster.Gender is { } known && gender != known) return false;
        if (pronoun.Animate == true) return cluster.IsPerson;
        if (pronoun.Animate == false) return !cluster.IsPerson && !cluster.IsPlural && cluster.Kind is not null;
        return cluster.IsPlural || cluster.Kind is ActorKind.Group or ActorKind.Organisation or ActorKind.State;
    }

    /// <summary>Whether grammar keeps the two apart: the pronoun is the object of a verb whose subject the other is, or lies within the other.</summary>
    private bool Binds(int j, int i)
    {
        Candidate before = clusters.Candidates[j];
        Candidate pronoun = clusters.Candidates[i];
        if (before.First <= pronoun.Head && pronoun.Head < before.End) return true;
        if (pronoun.Pronoun!.Use != PronounUse.Personal || Phrases.IsSubject(text, pronoun.Head)) return false;
        int verb = text.Tokens[pronoun.Head].Head;
        return verb >= 0 && text.Tokens[before.Head].Head == verb && Phrases.IsSubject(text, before.Head);
    }

    private int Salience(int j, int i)
    {
        Candidate before = clusters.Candidates[j];
        Candidate pronoun = clusters.Candidates[i];
        Token head = text.Tokens[before.Head];
        int score = -25 * SentencesBetween(j, i);
        if (text.Sentences[text.SentenceOf(before.Head)].Block != text.Sentences[text.SentenceOf(pronoun.Head)].Block) score -= 5;
        if (Phrases.IsSubject(text, before.Head)) score += Speaks(head.Head) ? 32 : 20;
        else if (head.Deprel == "nmod:poss") score += 14;
        else if (head.Relation is "obj" or "iobj") score += 12;
        if (Phrases.IsSubject(text, before.Head) && Phrases.IsSubject(text, pronoun.Head)) score += 8;
        if (clusters[j]!.IsPlural && pronoun.Plural) score += 12;
        if (_quotes.Hold(before.Head) != _quotes.Hold(pronoun.Head)) score -= _quotes.Hold(before.Head) ? 60 : 8;
        return score;
    }

    /// <summary>Whether a verb takes what is said as its complement.</summary>
    private bool Speaks(int verb)
    {
        if (verb < 0) return false;
        foreach (int child in text.Children(verb))
            if (text.Tokens[child].Relation is "ccomp" or "parataxis") return true;
        return false;
    }

    /// <summary>Why a thing that fits may still not be meant: something else, no actor, is the subject in between.</summary>
    private string? Doubt(int best, int i)
    {
        Candidate before = clusters.Candidates[best];
        bool possessive = clusters.Candidates[i].Pronoun!.Use == PronounUse.Possessive;
        if (!possessive && !Phrases.IsSubject(text, before.Head)) return "no subject near fits";
        for (int t = before.End; t < clusters.Candidates[i].Head; t++)
            if (text.Tokens[t].Upos == Upos.NOUN && text.Tokens[t].Relation is "nsubj" && clusters.At(t) < 0) return "it may mean another thing in between";
        return null;
    }

    private int SentencesBetween(int j, int i) => text.SentenceOf(clusters.Candidates[i].Head) - text.SentenceOf(clusters.Candidates[j].Head);
}
