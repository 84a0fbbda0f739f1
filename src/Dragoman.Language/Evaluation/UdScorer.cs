using System.Collections.Immutable;
using Dragoman.Language.Training;

namespace Dragoman.Language.Evaluation;

/// <summary>
/// Measures an analysis against a treebank by the definition of the CoNLL 2018 shared task (Zeman et al. 2018): tokens and sentences
/// by their characters, words by alignment, and analyses on aligned words; relations without subtypes, universal features only.
/// </summary>
public sealed class UdScorer
{
    private static readonly ImmutableHashSet<string> UniversalFeatures = ImmutableHashSet.Create(
        StringComparer.Ordinal,
        "PronType", "NumType", "Poss", "Reflex", "Foreign", "Abbr", "Gender", "Animacy", "Number", "Case", "Definite", "Degree",
        "VerbForm", "Mood", "Tense", "Aspect", "Voice", "Evident", "Polarity", "Person", "Polite");

    /// <exception cref="ArgumentException">The two sides are not the same text (white space aside).</exception>
    public static UdScores Score(IEnumerable<ConlluSentence> gold, IEnumerable<ConlluSentence> system)
    {
        UdSide goldSide = new(gold);
        UdSide systemSide = new(system);
        if (goldSide.Characters != systemSide.Characters) throw new ArgumentException("the two sides hold different texts", nameof(system));
        int[] goldOf = WordAlignment.Align(goldSide.Words, systemSide.Words);
        Tally Count(Func<UdUnit, UdUnit, bool> agrees) => new(
            goldOf.Where((g, s) => g >= 0 && agrees(goldSide.Words[g], systemSide.Words[s])).Count(), systemSide.Words.Count, goldSide.Words.Count);
        bool SameHead(UdUnit g, UdUnit s) => s.Head < 0 ? g.Head < 0 : g.Head >= 0 && goldOf[s.Head] == g.Head;
        return new()
        {
            Tokens = Shared(goldSide.Tokens, systemSide.Tokens),
            Sentences = Shared(goldSide.Sentences, systemSide.Sentences),
            Words = Count((_, _) => true),
            Upos = Count((g, s) => g.Row.Upos == s.Row.Upos),
            Xpos = Count((g, s) => g.Row.Xpos == s.Row.Xpos),
            Feats = Count((g, s) => Universal(g.Row.Feats) == Universal(s.Row.Feats)),
            Lemmas = Count((g, s) => g.Row.Lemma == s.Row.Lemma || g.Row.Lemma == "_"),
            Uas = Count(SameHead),
            Las = Count((g, s) => SameHead(g, s) && Relation(g.Row.Deprel) == Relation(s.Row.Deprel)),
        };
    }

    private static Tally Shared(List<TextSpan> gold, List<TextSpan> system) => new(gold.Intersect(system).Count(), system.Count, gold.Count);

    private static string Relation(string deprel) => deprel.Split(':')[0];

    private static string Universal(string feats) => feats == "_"
        ? ""
        : string.Join('|', feats.Split('|').Where(pair => UniversalFeatures.Contains(pair.Split('=')[0])).Order(StringComparer.Ordinal));
}
