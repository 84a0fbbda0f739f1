using CsCheck;
using Dragoman.Language;
using Dragoman.Language.Packs;
using Dragoman.Language.Training;
using Dragoman.Tests.Repository;
using Xunit;

namespace Dragoman.Tests;

/// <summary>What <c>dragoman parse</c> writes is valid by the rules of Universal Dependencies, whatever the text.</summary>
public sealed class UdRulesTests
{
    private static readonly Annotator English = Annotator.Load(new(RepositoryRoot.Path), "en", new Problems())!;

    private static readonly string[] Scraps =
    [
        "Norland", "Mr", "Orlan Vell", "of", "said", "don't", "cannot", "gonna", "Sudria's", "“", "”", "U.S.", ".", "...", "\n", "\r\n", "\n\n", " ", "  ", "\u00a0", "\t", "\f", "\u2028", "-", "'", "’", "(",
        ")", "|", "#", "=", "_", "\\", "🕊", "\ud83d", "e\u0301", "\u200b", "4,900", "$", "%", "Київ", "http://x.y/z?a=b", "A.B@c.de", "VESTHAVEN", "Ministry of Peace",
    ];

    private static readonly Gen<string> Absurd = Gen.OneOf(Gen.String, Gen.Int[0, Scraps.Length - 1].Array[0, 60].Select(parts => string.Concat(parts.Select(part => Scraps[part]))));

    [Fact]
    public void A_text_with_contractions_names_and_quotes_is_written_by_the_rules()
    {
        const string Text = "President Orlan Vell of Norland doesn't trust the Sudrian Liberation Front.\nHe can't: “They’ve broken it twice,” he said in Vesthaven.";
        string written = Write(Text, "norland talks/1");
        Assert.Empty(UdRules.Check(written));
        Assert.Contains("-person", written, StringComparison.Ordinal);
        Assert.Contains("# newdoc id = norland-talks-1\n", written, StringComparison.Ordinal);
    }

    [Fact]
    public void Any_text_whatever_is_written_by_the_rules() => Absurd.Sample(text =>
    {
        IReadOnlyList<string> faults = UdRules.Check(Write(text, "x"));
        Assert.True(faults.Count == 0, string.Join('\n', faults));
    });

    [Theory]
    [InlineData("1\tTalks", "1\tTalks ")]
    [InlineData("2\tfail", "3\tfail")]
    [InlineData("0\troot", "1\troot")]
    [InlineData("2\tnsubj", "1\tnsubj")]
    [InlineData("1\tTalks", "1-2\tTalks")]
    [InlineData("SpaceAfter=No|", "")]
    [InlineData("# text = Talks", "# text = The talks")]
    [InlineData("NOUN", "N")]
    [InlineData("Entity=(e1-place)", "Entity=(e1-place")]
    [InlineData("Number=Plur", "Number=Plur|Case=Nom")]
    public void What_breaks_a_rule_is_told(string sound, string broken)
    {
        const string Sound = "# sent_id = a-1\n# text = Talks fail.\n1\tTalks\ttalk\tNOUN\tNNS\tNumber=Plur\t2\tnsubj\t_\tEntity=(e1-place)|start_char=0|end_char=5\n"
            + "2\tfail\tfail\tVERB\tVBP\t_\t0\troot\t_\tSpaceAfter=No|start_char=6|end_char=10\n3\t.\t.\tPUNCT\t.\t_\t2\tpunct\t_\tstart_char=10|end_char=11\n\n";
        Assert.Empty(UdRules.Check(Sound));
        Assert.NotEmpty(UdRules.Check(Sound.Replace(sound, broken, StringComparison.Ordinal)));
    }

    private static string Write(string text, string id)
    {
        StringWriter output = new();
        ConlluWriter writer = new(output);
        foreach (ConlluSentence sentence in ConlluExporter.Export(English.Annotate(new(text), [new(0, text.Length)]), id)) writer.Write(sentence);
        return output.ToString();
    }
}
