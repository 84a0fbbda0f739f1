using System.Collections.Immutable;
using Dragoman.Language;
using Dragoman.Reading.Frames.Rules;
using Dragoman.Reading.Mentions;
using Dragoman.Reading.Times;
using Dragoman.Record;

namespace Dragoman.Reading.Frames.Matching;

/// <summary>A document as the rules see it: its trees with word classes, times and attributions at hand for each token.</summary>
internal sealed class Scene
{
    private readonly ClassSet[] _classes;
    private readonly Numbers _numbers;
    private readonly int[] _timexAt;
    private readonly int[] _attributionAt;

    public Scene(Annotations annotations, WordClasses classes, Numbers numbers)
    {
        Annotations = annotations;
        _numbers = numbers;
        _classes = classes.Mark(annotations.Text);
        Locative = classes.Of("locative");
        Opinion = classes.Of("opinion");
        _timexAt = new int[Text.Tokens.Length];
        Array.Fill(_timexAt, -1);
        for (int i = 0; i < annotations.Times.Length; i++) Cover(_timexAt, annotations.Times[i].Span, i);
        _attributionAt = MarkAttributions(annotations);
        Pairs = new(annotations, classes);
        Author = FindAuthor(classes.Of("authored"));
    }

    public Annotations Annotations { get; }

    public AnnotatedDocument Text => Annotations.Text;

    public ImmutableArray<Timex> Times => Annotations.Times;

    /// <summary>The class of prepositions that put something in a place; empty where the language has none.</summary>
    public ClassSet Locative { get; }

    /// <summary>The class of verbs of opinion, whose negation is that of what they hold; may be empty.</summary>
    public ClassSet Opinion { get; }

    public Pairs Pairs { get; }

    /// <summary>Who speaks in a document that is its author's own statement, as its headline says and its first person shows; else null.</summary>
    public Mention? Author { get; }

    public ClassSet ClassesOf(int token) => _classes[token];

    /// <summary>Index of the time expression that covers a token, or −1.</summary>
    public int TimexAt(int token) => _timexAt[token];

    /// <summary>Index of the innermost attribution whose content holds a token, or −1.</summary>
    public int AttributionAt(int token) => _attributionAt[token];

    /// <summary>The mention headed by the token, or by the name it is part of ("President" in "President Dol").</summary>
    public Mention? MentionAt(int token)
    {
        if (Annotations.Cast.HeadedBy(token) is { } mention && Annotations.Cast.Spoken(mention, SpeakerAt(token)) is { IsResolved: true } resolved) return resolved;
        foreach (int child in Text.Children(token))
            if (Text.Tokens[child].Relation is "flat" or "appos" && Annotations.Cast.HeadedBy(child) is { IsResolved: true } named) return named;
        return Text.Tokens[token].Relation is "nsubj" or "obj" or "iobj" or "obl" or "nmod" or "conj" or "root" ? Covering(token) : null;
    }

    /// <summary>The mention whose last word the token is, or null.</summary>
    public Mention? MentionEndingAt(int token)
    {
        foreach (Mention mention in Annotations.Cast.Mentions)
            if (mention.IsResolved && mention.End == token + 1) return mention;
        return null;
    }

    /// <summary>The shortest mention that holds the token, for trees and mentions may differ on the head of a name.</summary>
    private Mention? Covering(int token)
    {
        Mention? shortest = null;
        foreach (Mention mention in Annotations.Cast.Mentions)
        {
            bool holds = mention.IsResolved && mention.First <= token && token < mention.End;
            if (holds && (shortest is null || mention.End - mention.First < shortest.End - shortest.First)) shortest = mention;
        }

        return shortest;
    }

    /// <summary>The whole number that a token is, in digits (<c>4,900</c>) or as a word; null if it is none.</summary>
    public long? NumberAt(int token) => _numbers.Parse(Text.Tokens[token].Form);

    /// <summary>Who says what stands at the token: the source of the innermost attribution, or the author of the whole.</summary>
    public Mention? SpeakerAt(int token) =>
        _attributionAt[token] is var i and >= 0 ? Annotations.Attributions[i].Speaker is { IsResolved: true } speaker ? speaker : null : Author;

    private Mention? FindAuthor(ClassSet authored)
    {
        TextSpan headline = Annotations.Page.Regions.Where(region => region.Kind == RegionKind.Headline).Select(region => region.Span).FirstOrDefault();
        bool isStatement = false;
        for (int t = Text.TokenAt(headline.Start); t < Text.Tokens.Length && Text.Tokens[t].Span.Start < headline.End; t++) isStatement |= _classes[t].Overlaps(authored);
        if (!isStatement || !Annotations.Cast.Mentions.Any(m => m.IsFirstPerson && _attributionAt[m.Head] < 0)) return null;
        return Annotations.Cast.Mentions.FirstOrDefault(m => m.IsResolved && headline.Contains(m.Span));
    }

    private void Cover(int[] at, TextSpan span, int value)
    {
        for (int t = Text.TokenAt(span.Start); t < at.Length && Text.Tokens[t].Span.Start < span.End; t++) at[t] = value;
    }

    /// <summary>Longer contents first, so that the innermost attribution has the last word.</summary>
    private int[] MarkAttributions(Annotations annotations)
    {
        int[] at = new int[Text.Tokens.Length];
        Array.Fill(at, -1);
        IEnumerable<(TextSpan Span, int Index)> contents = annotations.Attributions.SelectMany((a, i) => a.Content.Select(span => (span, i)));
        foreach ((TextSpan span, int index) in contents.OrderByDescending(c => c.Span.Length).ThenBy(c => c.Index)) Cover(at, span, index);
        return at;
    }
}
