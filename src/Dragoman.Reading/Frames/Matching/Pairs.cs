using System.Collections.Immutable;
using Dragoman.Language;
using Dragoman.Reading.Frames.Rules;
using Dragoman.Reading.Mentions;
using Dragoman.Record;

namespace Dragoman.Reading.Frames.Matching;

/// <summary>
/// Whom "both sides" and "the two leaders" mean: the two parties, or the two persons, that the text has just named. Where it has named
/// one or three, the words stay what they are.
/// </summary>
internal sealed class Pairs
{
    private const int Reach = 2; // sentences before the one that holds the words

    private readonly Annotations _annotations;
    private readonly ClassSet _joint;
    private readonly ClassSet _persons;

    public Pairs(Annotations annotations, WordClasses classes)
    {
        _annotations = annotations;
        _joint = classes.Of("joint");
        _persons = classes.Of("joint-persons");
    }

    /// <summary>The two that a mention means, in the order in which they were named; empty if it is no such mention or they cannot be told.</summary>
    /// <param name="mention">A mention, resolved or not.</param>
    /// <param name="classes">The word classes of its head.</param>
    public ImmutableArray<Mention> Of(Mention mention, ClassSet classes)
    {
        if (mention.Form != MentionForm.Nominal || !classes.Overlaps(_joint | _persons) || HasQualifier(mention)) return [];
        bool arePersons = classes.Overlaps(_persons);
        AnnotatedDocument text = _annotations.Text;
        int from = text.Sentences[Math.Max(0, text.SentenceOf(mention.First) - Reach)].First;
        Mention[] named = [.. _annotations.Cast.Mentions.Concat(_annotations.Cast.Adjectives)
            .Where(m => m.First >= from && m.End <= mention.First && m.IsResolved && m.Form != MentionForm.Nominal && Fits(m, arePersons))
            .OrderBy(m => m.First).DistinctBy(m => m.Chain)];
        return named.Length == 2 ? [.. named] : [];
    }

    /// <summary>"Both sides" are bare words; "the sides of the old dispute" or "all parties to the accord" are others.</summary>
    private bool HasQualifier(Mention mention)
    {
        foreach (int child in _annotations.Text.Children(mention.Head))
            if (_annotations.Text.Tokens[child].Relation is not ("det" or "nummod" or "punct" or "case" or "amod")) return true;
        return false;
    }

    private bool Fits(Mention mention, bool arePersons) => _annotations.Cast.Chains[mention.Chain].Kind is var kind
        && (arePersons ? kind == ActorKind.Person : kind is ActorKind.State or ActorKind.Group or ActorKind.Organisation);
}
