using System.Collections.Immutable;
using Dragoman.Language;
using Dragoman.Language.Packs;
using Dragoman.Reading.Mentions;
using Dragoman.Reading.Regions;
using Dragoman.Tests.Repository;
using Xunit;

namespace Dragoman.Tests;

public sealed class MentionPropertyTests
{
    private const string Relations = "nsubj obj obl nmod nmod:poss appos flat compound amod det case conj acl:relcl ccomp cop punct expl root";

    private static readonly string[] Words =
    [
        "Norland", "Aldo", "Vren", "the", "The", "President", "foreign", "minister", "US", "of", "said", "“", "”", "(", ")", ",", "-", "’s", "he", "it", "who",
        "I", "many", "Paris", "in", "Front", "NLF", "government", "rebels", "İ", "ı", "\ud83d\ude00", "\ud800", "", "ﬁ", "\u0301", "de", "al", ".", "Mr", "1,000", "Кремль",
    ];

    private static readonly MentionFinder Finder = MentionFinder.Load(new DataFolder(RepositoryRoot.Path), "en", new Problems());

    /// <summary>Words and trees in any disorder: a finder must be indifferent to what a tagger or parser makes of a text.</summary>
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Any_tree_over_any_words_gives_a_sound_cast_and_the_same_one_twice(int seed)
    {
        Random random = new(seed);
        for (int trial = 0; trial < 300; trial++)
        {
            AnnotatedDocument text = Any(random);
            Cast cast = Find(text, "2024-02-29");
            foreach (Mention mention in cast.Mentions)
            {
                Assert.InRange(mention.Head, mention.First, mention.End - 1);
                Assert.InRange(mention.Chain, -1, cast.Chains.Length - 1);
                Assert.Equal(text.SpanOf(mention.First, mention.End), mention.Span);
            }

            Assert.Equal(cast.Mentions, Find(text, "2024-02-29").Mentions);
        }
    }

    private static AnnotatedDocument Any(Random random)
    {
        string[] relations = Relations.Split(' ');
        int count = random.Next(0, 30);
        System.Text.StringBuilder text = new();
        ImmutableArray<Token>.Builder tokens = ImmutableArray.CreateBuilder<Token>();
        for (int t = 0; t < count; t++)
        {
            string form = Words[random.Next(Words.Length)];
            tokens.Add(new Token
            {
                Span = new(text.Length, text.Length + form.Length),
                Form = form,
                Lemma = form,
                Xpos = "",
                Feats = random.Next(4) == 0 ? "Number=Plur" : "",
                Upos = (Upos)random.Next(Enum.GetValues<Upos>().Length),
                Head = random.Next(-1, t),
                Deprel = relations[random.Next(relations.Length)],
            });
            text.Append(form).Append(' ');
        }

        Document document = new(text.ToString());
        ImmutableArray<Sentence> sentences = count == 0 ? [] : [new(0, count, 0)];
        return new(document, [document.Whole], tokens.ToImmutable(), sentences, []);
    }

    private static Cast Find(AnnotatedDocument text, string? published) => Finder.Find(text, new Page { Regions = [], Published = published });
}
