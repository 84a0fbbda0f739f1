using CsCheck;
using Dragoman.Language;
using Xunit;

namespace Dragoman.Tests;

public sealed class CodePointsTests
{
    [Fact]
    public void Cyrillic_counts_one_and_an_emoji_counts_one()
    {
        CodePoints points = new("Київ 🕊 мир");
        Assert.Equal(10, points.Count);
        Assert.Equal(new TextSpan(7, 10), points.FromUtf16(new TextSpan(8, 11)));
        Assert.Equal(new TextSpan(8, 11), points.ToUtf16(new TextSpan(7, 10)));
    }

    [Fact]
    public void Every_offset_that_splits_no_pair_comes_back() => Gen.String.Sample(text =>
    {
        CodePoints points = new(text);
        for (int i = 0; i <= text.Length; i++)
        {
            bool splits = i > 0 && i < text.Length && char.IsSurrogatePair(text[i - 1], text[i]);
            if (!splits) Assert.Equal(i, points.ToUtf16(points.FromUtf16(i)));
        }
    });
}
