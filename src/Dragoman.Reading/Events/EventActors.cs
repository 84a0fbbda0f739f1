using System.Collections.Immutable;
using Dragoman.Language;
using Dragoman.Reading.Mentions;

namespace Dragoman.Reading.Events;

/// <summary>Tells which actors the phrases of an event mean.</summary>
internal sealed class EventActors(AnnotatedDocument text, Cast cast)
{
    private const int Deepest = 3;

    /// <summary>The actors of some phrases: what heads a phrase, or else the first actor in it that owns or makes up what heads it.</summary>
    /// <param name="heads">The tokens that head the phrases.</param>
    /// <param name="mayBePlace">Whether "the militants in Norland" may stand for Norland.</param>
    public ImmutableArray<Mention> Of(ImmutableArray<int> heads, bool mayBePlace) =>
        [.. heads.Select(head => Find(head, mayBePlace, 0)).OfType<Mention>().DistinctBy(mention => mention.Chain)];

    private Mention? Find(int token, bool mayBePlace, int depth)
    {
        if (cast.HeadedBy(token) is { IsResolved: true } mention) return mention;
        if (cast.StateOf(token) is { IsResolved: true } state) return state;
        if (depth == Deepest) return null;
        foreach (int child in text.Children(token))
        {
            string deprel = text.Tokens[child].Deprel;
            bool belongs = deprel is "nmod:poss" or "amod" or "compound" or "flat" or "appos";
            if ((belongs || (mayBePlace && deprel is "nmod")) && Find(child, mayBePlace, depth + 1) is { } found) return found;
        }

        return null;
    }
}
