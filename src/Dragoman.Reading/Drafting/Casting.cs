using System.Collections.Immutable;
using Dragoman.Language;
using Dragoman.Reading.Events;
using Dragoman.Reading.Frames;
using Dragoman.Reading.Mentions;
using Dragoman.Record;

namespace Dragoman.Reading.Drafting;

/// <summary>Which chains become actors of the reading (those that a statement or record refers to), and their ids by first mention.</summary>
internal sealed class Casting
{
    private readonly Cast _cast;
    private readonly ImmutableArray<int> _chains; // chain of actor i

    private Casting(Cast cast, ImmutableArray<int> chains)
    {
        _cast = cast;
        _chains = chains;
    }

    public static Casting Of(Annotations annotations, ImmutableArray<Frame> frames, ImmutableArray<EventAct> acts)
    {
        HashSet<int> used = [];
        foreach (var attribution in annotations.Attributions)
        {
            if (attribution.Speaker is { IsResolved: true } speaker) used.Add(speaker.Chain);
            used.UnionWith(Resolved(attribution.Addressees).Select(m => m.Chain));
        }

        used.UnionWith(frames.SelectMany(f => f.Roles).SelectMany(r => Resolved(r.Actors)).Select(m => m.Chain));
        used.UnionWith(acts.Where(act => !frames.Any(frame => frame.Anchor.Overlaps(act.Code.Anchor))).SelectMany(act => act.Source.Concat(act.Target)).Select(m => m.Chain));
        return new(annotations.Cast, [.. annotations.Cast.Mentions.Concat(annotations.Cast.Adjectives).Select(m => m.Chain).Where(used.Contains).Distinct()]);
    }

    public string? IdOf(Mention? mention) => mention is not { IsResolved: true } ? null : Ids.Actor(_chains.IndexOf(mention.Chain));

    /// <summary>The ids of those among the mentions who are cast.</summary>
    public ImmutableArray<string> IdsOf(ImmutableArray<Mention> mentions) => [.. Resolved(mentions).Select(m => _chains.IndexOf(m.Chain)).Where(i => i >= 0).Select(Ids.Actor).Distinct()];

    private static IEnumerable<Mention> Resolved(ImmutableArray<Mention> mentions) => mentions.Where(m => m.IsResolved);

    public ImmutableArray<Actor> Actors(Func<TextSpan, Passage> cite)
    {
        ILookup<int, Mention> mentions = _cast.Mentions.Concat(_cast.Adjectives).OrderBy(m => m.Span).ToLookup(m => m.Chain);
        return [.. _chains.Select((chain, i) => Actor(_cast.Chains[chain], i, mentions[chain], cite))];
    }

    private static Actor Actor(Chain chain, int index, IEnumerable<Mention> mentions, Func<TextSpan, Passage> cite) => new()
    {
        Id = Ids.Actor(index),
        Kind = chain.Kind,
        Name = chain.Name,
        Country = chain.Country,
        Roles = chain.Roles,
        Aliases = chain.Aliases,
        World = chain.World,
        Mentions = [.. mentions.Select(m => new ActorMention(cite(m.Span), m.Form))],
    };
}
