using Dragoman.Language;
using Dragoman.Language.Neural;
using Xunit;

namespace Dragoman.Tests;

public sealed class NameDecoderTests
{
    [Fact]
    public void The_labels_are_the_best_sequence_of_whole_names()
    {
        Random random = new(5);
        NameDecoder decoder = new();
        for (int trial = 0; trial < 40; trial++)
        {
            const int Words = 3;
            float[] scores = new float[Words * NameLabels.Count];
            for (int i = 0; i < scores.Length; i++) scores[i] = random.NextSingle();
            int[] labels = new int[Words];
            decoder.Decode(scores, Words, labels);
            Assert.True(IsWhole(labels));
            Assert.Equal(Best(scores), Total(scores, labels), 0.0001);
        }
    }

    [Fact]
    public void A_name_of_three_words_has_a_first_an_inner_and_a_last_one()
    {
        Assert.Equal(NameLabels.First(NameType.Event), NameLabels.Of(NameType.Event, 0, 3));
        Assert.Equal(NameLabels.Inner(NameType.Event), NameLabels.Of(NameType.Event, 1, 3));
        Assert.Equal(NameLabels.Last(NameType.Event), NameLabels.Of(NameType.Event, 2, 3));
        Assert.Equal(NameLabels.Only(NameType.Event), NameLabels.Of(NameType.Event, 0, 1));
        Assert.Equal(NameType.Event, NameLabels.TypeOf(NameLabels.Last(NameType.Event)));
    }

    private static float Best(float[] scores)
    {
        float best = float.NegativeInfinity;
        for (int code = 0; code < NameLabels.Count * NameLabels.Count * NameLabels.Count; code++)
        {
            int[] labels = [code % NameLabels.Count, code / NameLabels.Count % NameLabels.Count, code / NameLabels.Count / NameLabels.Count];
            if (IsWhole(labels)) best = Math.Max(best, Total(scores, labels));
        }

        return best;
    }

    private static float Total(float[] scores, int[] labels) => labels.Select((label, word) => scores[(word * NameLabels.Count) + label]).Sum();

    private static bool IsWhole(int[] labels)
    {
        int open = -1; // type of the name that is open
        foreach (int label in labels)
        {
            int type = label == NameLabels.Outside ? -1 : (int)NameLabels.TypeOf(label);
            if (open < 0 ? !NameLabels.MayStart(label) : type != open || NameLabels.MayStart(label)) return false;
            open = NameLabels.MayEnd(label) ? -1 : type;
        }

        return open < 0;
    }
}
