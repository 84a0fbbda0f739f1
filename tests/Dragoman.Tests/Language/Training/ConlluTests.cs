using System.Collections.Immutable;
using Dragoman.Language.Packs;
using Dragoman.Language.Training;
using Xunit;

namespace Dragoman.Tests;

public sealed class ConlluTests
{
    private const string Sample = """
        # newdoc id = norland-1
        # newpar
        # sent_id = norland-1-1
        # text = Norland doesn't agree.
        1	Norland	Norland	PROPN	NNP	Number=Sing	4	nsubj	4:nsubj	Entity=(place)
        2-3	doesn't	_	_	_	_	_	_	_	_
        2	does	do	AUX	VBZ	Mood=Ind|Tense=Pres	4	aux	4:aux	_
        3	n't	not	PART	RB	Polarity=Neg	4	advmod	4:advmod	_
        4	agree	agree	VERB	VB	VerbForm=Inf	0	root	0:root	SpaceAfter=No
        4.1	agreed	agree	VERB	VBD	_	_	_	4:conj	_
        5	.	.	PUNCT	.	_	4	punct	4:punct	_

        # sent_id = norland-1-2
        1	Why	why	ADV	WRB	PronType=Int	0	root	_	SpaceAfter=No
        2	?	?	PUNCT	.	_	1	punct	_	_

        # newpar
        1	Talks	talk	NOUN	NNS	Number=Plur	0	root	_	_


        """;

    [Fact]
    public void What_was_read_is_written_again_byte_for_byte()
    {
        string text = Sample.ReplaceLineEndings("\n").TrimEnd('\n') + "\n\n";
        StringWriter output = new();
        ConlluWriter writer = new(output);
        foreach (ConlluSentence sentence in Read(text, out _)) writer.Write(sentence);
        Assert.Equal(text, output.ToString());
    }

    [Fact]
    public void Words_ranges_and_empty_nodes_are_told_apart()
    {
        ConlluSentence sentence = Read(Sample, out _)[0];
        Assert.Equal(["Norland", "does", "n't", "agree", "."], sentence.Words.Select(word => word.Form));
        Assert.Equal((2, 3, "doesn't"), (sentence.Ranges[0].First, sentence.Ranges[0].Last, sentence.Ranges[0].Form));
        Assert.Equal(7, sentence.Rows.Length);
        Assert.Equal("Norland doesn't agree.", sentence.Text);
        Assert.True(sentence.StartsDocument);
        Assert.Equal("(place)", sentence.Words[0].Attribute("Entity"));
    }

    [Fact]
    public void The_running_text_is_restored_with_a_span_for_every_word()
    {
        ConlluText text = ConlluText.Restore(Read(Sample, out _));
        Assert.Equal("Norland doesn't agree. Why?\n\nTalks", text.Document.Text.TrimEnd());
        Assert.Equal(["Norland doesn't agree. Why?", "Talks"], text.Blocks.Select(block => text.Document[block]));
        Assert.Equal(["Norland", "does", "n't", "agree", "."], text.Sentences[0].Words.Select(word => text.Document[word]));
        Assert.Equal([false, false, true, false, false], text.Sentences[0].Joined);
        Assert.Equal("Why?", text.Document[text.Sentences[1].Span]);
    }

    [Theory]
    [InlineData("1\tTalks\ttalk\tNOUN\n", 1)]
    [InlineData("# x\none\tTalks\ttalk\tNOUN\tNNS\t_\t0\troot\t_\t_\n", 2)]
    [InlineData("1\tTalks\ttalk\tNOUN\tNNS\t_\tx\troot\t_\t_\n", 1)]
    [InlineData("1\tTalks\ttalk\tNOUN\tNNS\t_\t7\troot\t_\t_\n", 1)]
    [InlineData("2\tTalks\ttalk\tNOUN\tNNS\t_\t0\troot\t_\t_\n", 1)]
    public void A_faulty_line_is_a_problem_with_its_place_and_leaves_out_only_its_sentence(string faulty, int line)
    {
        ImmutableArray<ConlluSentence> sentences = Read(faulty + "\n1\tPeace\tpeace\tNOUN\tNN\t_\t0\troot\t_\t_\n", out Problems problems);
        Assert.Equal("Peace", Assert.Single(sentences).Words[0].Form);
        Problem problem = Assert.Single(problems.Items);
        Assert.Equal(("sample.conllu", "DG1020"), (problem.File, problem.Code));
        Assert.InRange(problem.Line, line, line + 1);
    }

    private static ImmutableArray<ConlluSentence> Read(string text, out Problems problems)
    {
        problems = new();
        return ConlluReader.Read(new StringReader(text.ReplaceLineEndings("\n")), "sample.conllu", problems);
    }
}
