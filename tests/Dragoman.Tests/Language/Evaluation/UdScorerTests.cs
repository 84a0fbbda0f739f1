using System.Collections.Immutable;
using Dragoman.Language.Evaluation;
using Dragoman.Language.Packs;
using Dragoman.Language.Training;
using Xunit;

namespace Dragoman.Tests;

public sealed class UdScorerTests
{
    private const string Gold = """
        1 Envoys envoy NOUN NNS Number=Plur 4 nsubj
        2-3 don't
        2 do do AUX VBP Mood=Ind 4 aux
        3 n't not PART RB Polarity=Neg 4 advmod
        4 agree agree VERB VB VerbForm=Inf 0 root !
        5 . . PUNCT . _ 4 punct

        1 Talks talk NOUN NNS Number=Plur 2 nsubj:pass
        2 ended end VERB VBD Tense=Past 0 root
        """;

    [Fact]
    public void The_gold_analysis_scores_one_everywhere()
    {
        UdScores scores = UdScorer.Score(Read(Gold), Read(Gold));
        foreach (Tally tally in (Tally[])[scores.Words, scores.Upos, scores.Xpos, scores.Feats, scores.Lemmas, scores.Uas, scores.Las]) Assert.Equal(new Tally(7, 7, 7), tally);
        Assert.Equal(new Tally(6, 6, 6), scores.Tokens);
        Assert.Equal(new Tally(2, 2, 2), scores.Sentences);
    }

    [Fact]
    public void A_contraction_left_whole_costs_a_token_nothing_and_two_words()
    {
        UdScores scores = UdScorer.Score(Read(Gold), Read("""
            1 Envoys envoy NOUN NNS Number=Plur 3 nsubj
            2 don't do AUX VBP Mood=Ind 3 aux
            3 agree agree VERB VB VerbForm=Inf 0 root !
            4 . . PUNCT . _ 3 punct

            1 Talks talk NOUN NNS Number=Plur 2 nsubj
            2 ended end VERB VBD Tense=Past 0 root
            """));
        Assert.Equal(new Tally(6, 6, 6), scores.Tokens);
        Assert.Equal(new Tally(5, 6, 7), scores.Words);
        Assert.Equal(new Tally(5, 6, 7), scores.Las); // a subtype does not count
    }

    [Fact]
    public void Two_sentences_run_together_are_neither_of_them_found_and_a_second_root_is_wrong()
    {
        UdScores scores = UdScorer.Score(Read(Gold), Read("""
            1 Envoys envoy NOUN NNS Number=Sing 4 nsubj
            2-3 don't
            2 do do AUX VBP Mood=Ind 4 aux
            3 n't not PART RB _ 4 advmod
            4 agree agree VERB VB VerbForm=Inf 0 root !
            5 . . PUNCT . _ 4 punct
            6 Talks talks PROPN NNS Number=Plur 7 obl
            7 ended end VERB VBD Tense=Past 4 parataxis
            """));
        Assert.Equal(new Tally(0, 1, 2), scores.Sentences);
        Assert.Equal(6, scores.Uas.Correct);
        Assert.Equal(5, scores.Las.Correct);
        Assert.Equal(6, scores.Upos.Correct);
        Assert.Equal(6, scores.Lemmas.Correct);
        Assert.Equal(5, scores.Feats.Correct);
    }

    [Fact]
    public void A_token_cut_in_two_costs_itself_and_the_heads_that_named_it()
    {
        UdScores scores = UdScorer.Score(Read(Gold), Read("""
            1 Envoys envoy NOUN NNS Number=Plur 5 nsubj
            2-3 don't
            2 do do AUX VBP Mood=Ind 5 aux
            3 n't not PART RB Polarity=Neg 5 advmod
            4 ag ag ADV RB _ 5 advmod !
            5 ree ree VERB VB VerbForm=Inf 0 root !
            6 . . PUNCT . _ 5 punct

            1 Talks talk NOUN NNS Number=Plur 2 nsubj:pass
            2 ended end VERB VBD Tense=Past 0 root
            """));
        Assert.Equal(new Tally(5, 7, 6), scores.Tokens);
        Assert.Equal(new Tally(6, 8, 7), scores.Words);
        Assert.Equal(2, scores.Uas.Correct);
        Assert.Equal(12.0 / 15, scores.Words.F1, 10);
    }

    [Fact]
    public void Different_texts_cannot_be_compared() => Assert.Throws<ArgumentException>(() => UdScorer.Score(Read(Gold), Read("1 Peace peace NOUN NN _ 0 root")));

    private static ImmutableArray<ConlluSentence> Read(string rows)
    {
        IEnumerable<string> lines = rows.ReplaceLineEndings("\n").Split('\n').Select(line =>
        {
            string[] cells = line.Split(' ');
            if (line.Length == 0) return "";
            if (cells.Length == 2) return $"{cells[0]}\t{cells[1]}\t_\t_\t_\t_\t_\t_\t_\t_";
            return string.Join('\t', cells.Take(8)) + "\t_\t" + (cells.Length > 8 ? "SpaceAfter=No" : "_");
        });
        Problems problems = new();
        ImmutableArray<ConlluSentence> sentences = ConlluReader.Read(new StringReader(string.Join('\n', lines)), "test", problems);
        problems.ThrowIfAny();
        return sentences;
    }
}
