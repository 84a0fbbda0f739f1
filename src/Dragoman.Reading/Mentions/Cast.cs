using System.Collections.Immutable;
using Dragoman.Language;

namespace Dragoman.Reading.Mentions;

/// <summary>Everybody that a document mentions.</summary>
public sealed class Cast
{
    private readonly Dictionary<int, Mention> _byHead = [];
    private readonly Dictionary<int, Mention> _byAdjective = [];
    private readonly Dictionary<int, Mention> _byToken = []; // the shortest mention that holds the token

    public Cast(ImmutableArray<Mention> mentions, ImmutableArray<Chain> chains)
    {
        Mentions = mentions;
        Chains = chains;
        foreach (Mention mention in mentions)
        {
            _byHead.TryAdd(mention.Head, mention);
            for (int t = mention.First; t < mention.End; t++)
                if (!_byToken.TryGetValue(t, out Mention? other) || other.Span.Length > mention.Span.Length) _byToken[t] = mention;
        }
    }

    internal Cast(AnnotatedDocument text, ImmutableArray<Mention> mentions, ImmutableArray<Mention> adjectives, ImmutableArray<Chain> chains)
        : this(mentions, chains)
    {
        Adjectives = adjectives;
        foreach (Mention adjective in adjectives) _byAdjective.TryAdd(adjective.Head, adjective);
        // a wrong tree may hang a title and its name on the verb apart: both then lead to the mention
        foreach (Mention mention in mentions)
        {
            for (int t = mention.First; t < mention.End; t++)
                if (text.Tokens[t].Head is var head && (head < mention.First || head >= mention.End) && text.Tokens[t].Upos is Upos.PROPN or Upos.NOUN) _byHead.TryAdd(t, mention);
        }
    }

    /// <summary>The states that adjectives name (<c>Norlandic</c> in <c>the Norlandic-Sudrian talks</c>), in text order; none of them is among <see cref="Mentions"/>.</summary>
    public ImmutableArray<Mention> Adjectives { get; } = [];

    /// <summary>In text order.</summary>
    public ImmutableArray<Mention> Mentions { get; }

    public ImmutableArray<Chain> Chains { get; }

    /// <summary>The mention that this token heads, or null. In a mention that a tree tears apart, each loose noun counts as a head.</summary>
    public Mention? HeadedBy(int token) => _byHead.GetValueOrDefault(token);

    /// <summary>The shortest mention that holds this token, or null: for trees that attach a title and its name apart.</summary>
    public Mention? Holding(int token) => _byToken.GetValueOrDefault(token);

    /// <summary>The state that this token, an adjective, names; or null.</summary>
    public Mention? StateOf(int token) => _byAdjective.GetValueOrDefault(token);

    /// <summary>The chain of a mention, or null when it cannot be told whom it means.</summary>
    public Chain? ChainOf(Mention mention) => mention.IsResolved ? Chains[mention.Chain] : null;

    /// <summary>
    /// Resolves a pronoun of the first person by who speaks: <c>I</c> is the speaker; <c>we</c> of somebody who speaks for a state is that
    /// state, if the text mentions it, else the speaker. Any other mention is returned as it is.
    /// </summary>
    public Mention Spoken(Mention mention, Mention? speaker)
    {
        if (!mention.IsFirstPerson || speaker is not { IsResolved: true }) return mention;
        int chain = mention.IsPlural ? Chains[speaker.Chain].Side ?? speaker.Chain : speaker.Chain;
        return mention with { Chain = chain, Why = mention.Why + "; the speaker" };
    }
}
