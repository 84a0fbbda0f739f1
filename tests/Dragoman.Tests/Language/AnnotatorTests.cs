using System.Collections.Immutable;
using CsCheck;
using Dragoman.Language;
using Dragoman.Language.Packs;
using Dragoman.Tests.Repository;
using Xunit;

namespace Dragoman.Tests;

public sealed class AnnotatorTests
{
    private static readonly Annotator English = Load();

    [Theory]
    [InlineData("Norland doesn't accept it; the envoys can't agree.", "Norland does n't accept it ; the envoys ca n't agree .")]
    [InlineData("The minister's plan isn’t Sudria's.", "The minister 's plan is n’t Sudria 's .")]
    [InlineData("About 4,900 people (5%) paid $3.50 at 10:30.", "About 4,900 people ( 5 % ) paid $ 3.50 at 10:30 .")]
    [InlineData("“It's over,” she said. ‘Wait…’", "“ It 's over , ” she said . ‘ Wait … ’")]
    [InlineData("Київ and Москва met", "Київ and Москва met")]
    public void Text_is_cut_into_the_words_of_universal_dependencies(string text, string words) =>
        Assert.Equal(words, string.Join(' ', Annotate(text).Tokens.Select(token => token.Form)));

    [Fact]
    public void The_parts_of_a_contraction_have_their_own_spans()
    {
        AnnotatedDocument document = Annotate("They don't.");
        Assert.Equal(["They", "do", "n't", "."], document.Tokens.Select(token => document.Document[token.Span]));
        Assert.Equal([false, false, true, false], document.Tokens.Select(token => token.JoinedToPrevious));
    }

    [Theory]
    [InlineData("Gen. Abdul Karim left for the U.S. on Monday.|He will return soon.")]
    [InlineData("VESTHAVEN (NPA) —|The truce began at 6 a.m. on Sunday, officials said.|Both sides accused each other of breaches.")]
    [InlineData("“We will not sign it.”|The envoy left the hall.")]
    [InlineData("“They left us no other choice but to hold on to this,” Orlan said.|Vell agreed.")]
    [InlineData("Their spokesman, Pavel “Storm” Karsk, denied all of it.")]
    [InlineData("Sudria has fought since 2029 to hold the two eastern districts of Norland – Eastmark and Hollin – and has lost neither.")]
    [InlineData("Who fired first?|Nobody knows!|The monitors counted 12 breaches.")]
    [InlineData("The plan has three parts, Mr. Orlan said.|It was sent to Dr. Vell in Jan. 2031.")]
    public void Sentences_end_where_a_reader_would_end_them(string marked)
    {
        AnnotatedDocument document = Annotate(marked.Replace('|', ' '));
        Assert.Equal(marked, string.Join('|', document.Sentences.Select(sentence => document.Document[document.SpanOf(sentence)])));
    }

    [Fact]
    public void A_blank_line_and_the_border_of_a_block_end_a_sentence()
    {
        Document text = new("Truce holds\n\nBoth sides said\nthat it holds\n\nEnvoys meet");
        AnnotatedDocument document = English.Annotate(text, [new(0, 42), new(42, text.Length)]);
        Assert.Equal([0, 0, 1], document.Sentences.Select(sentence => sentence.Block));
    }

    [Fact]
    public void A_plain_sentence_is_tagged_lemmatised_and_parsed()
    {
        AnnotatedDocument document = Annotate("The ministers declared a truce on Friday.");
        Assert.Equal(
            "the/DET:det minister/NOUN:nsubj declare/VERB:root a/DET:det truce/NOUN:obj on/ADP:case Friday/PROPN:obl ./PUNCT:punct",
            string.Join(' ', document.Tokens.Select(token => $"{token.Lemma}/{token.Upos}:{token.Deprel}")));
        Assert.Equal([1, 2, -1, 4, 2, 6, 2, 2], document.Tokens.Select(token => token.Head));
    }

    [Fact]
    public void Any_text_whatever_gets_sentences_that_are_trees_with_one_root() => Absurd.Sample(text =>
    {
        AnnotatedDocument document = Annotate(text);
        foreach (Sentence sentence in document.Sentences)
        {
            int[] words = [.. Enumerable.Range(sentence.First, sentence.Length)];
            int root = Assert.Single(words, word => document.Tokens[word].Head < 0);
            Assert.Equal("root", document.Tokens[root].Deprel);
            Assert.All(words, word => Assert.True(document.IsWithin(word, root) && (word == root || sentence.Contains(document.Tokens[word].Head))));
        }
    });

    [Fact]
    public void Words_tile_all_that_is_not_white_space_in_any_text() => Absurd.Sample(text =>
    {
        AnnotatedDocument document = Annotate(text);
        int at = 0;
        foreach (Token token in document.Tokens)
        {
            Assert.True(string.IsNullOrWhiteSpace(text[at..token.Span.Start]));
            Assert.Equal(text[token.Span.Start..token.Span.End], token.Form);
            Assert.True(token.Span.Length > 0);
            at = token.Span.End;
        }

        Assert.True(string.IsNullOrWhiteSpace(text[at..]));
        Assert.Equal(document.Tokens.Length, document.Sentences.Sum(sentence => sentence.Length));
    });

    [Fact]
    public void The_same_text_is_annotated_alike_by_several_threads()
    {
        const string Text = "The envoys don't agree. Norland's minister said “never,” and left for Vesthaven on Tuesday.";
        ImmutableArray<Token> once = Annotate(Text).Tokens;
        Parallel.For(0, 16, _ => Assert.Equal(once, Load().Annotate(new(Text), [new(0, Text.Length)]).Tokens));
    }

    private static readonly string[] Scraps =
    [
        "Norland", "said", "don't", "“", "”", "U.S.", ".", "...", "\n", "\n\n", " ", "-", "'", "(", ")", "🕊", "\ud83d", "́", "4,900", "Київ", "http://x.y/z?a=b",
    ];

    /// <summary>Random characters, and words and marks strung together at random.</summary>
    private static readonly Gen<string> Absurd = Gen.OneOf(
        Gen.String,
        Gen.Int[0, Scraps.Length - 1].Array[0, 40]
            .Select(parts => string.Concat(parts.Select(part => Scraps[part]))));

    private static AnnotatedDocument Annotate(string text) => English.Annotate(new(text), [new(0, text.Length)]);

    private static Annotator Load()
    {
        Problems problems = new();
        Annotator? annotator = Annotator.Load(new(RepositoryRoot.Path), "en", problems);
        problems.ThrowIfAny();
        return annotator!;
    }
}
