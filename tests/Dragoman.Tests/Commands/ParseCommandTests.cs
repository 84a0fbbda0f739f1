using System.Collections.Immutable;
using System.Text;
using Dragoman.Commands;
using Dragoman.Language.Packs;
using Dragoman.Language.Training;
using Dragoman.Tests.Repository;
using Xunit;

namespace Dragoman.Tests;

public sealed class ParseCommandTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory().FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task A_text_becomes_sentences_with_the_places_of_their_words()
    {
        string file = Save("news.txt", "The envoys don't agree. Talks 🕊 go on.\n");
        ImmutableArray<ConlluSentence> sentences = await ParseAsync(file);
        Assert.Equal(["The envoys don't agree.", "Talks 🕊 go on."], sentences.Select(sentence => sentence.Text));
        Assert.Equal(["The", "envoys", "do", "n't", "agree", "."], sentences[0].Words.Select(word => word.Form));
        Assert.Equal((3, 4, "don't"), (sentences[0].Ranges[0].First, sentences[0].Ranges[0].Last, sentences[0].Ranges[0].Form));
        Assert.Equal("No", sentences[0].Words[4].Attribute("SpaceAfter"));
        ConlluRow last = sentences[1].Words[^2];
        Assert.Equal(("on", "35", "37"), (last.Form, last.Attribute("start_char"), last.Attribute("end_char"))); // code points: the dove counts one
    }

    [Fact]
    public async Task A_treebank_keeps_its_words_and_gets_new_trees()
    {
        string file = Save("own.conllu", "# sent_id = own-1\n1\tEnvoys\t_\t_\t_\t_\t_\t_\t_\t_\n2\tmet\t_\t_\t_\t_\t_\t_\t_\t_\n3\tministers\t_\t_\t_\t_\t_\t_\t_\t_\n4\t.\t_\t_\t_\t_\t_\t_\t_\t_\n\n");
        ConlluSentence sentence = Assert.Single(await ParseAsync(file, "--from", "conllu"));
        Assert.Equal("own-1", sentence.Id);
        Assert.Equal(["NOUN", "VERB", "NOUN", "PUNCT"], sentence.Words.Select(word => word.Upos));
        Assert.Equal([2, 0, 2, 2], sentence.Words.Select(word => word.Head));
    }

    [Fact]
    public async Task A_missing_treebank_is_refused_with_a_code()
    {
        (int exit, string _, string error) = await RunAsync("parse", Path.Combine(_folder, "none.conllu"), "--from", "conllu");
        Assert.Equal(ExitCode.Refused, exit);
        Assert.Contains("DG4005", error, StringComparison.Ordinal);
    }

    private string Save(string name, string text)
    {
        string file = Path.Combine(_folder, name);
        File.WriteAllText(file, text);
        return file;
    }

    private static async Task<ImmutableArray<ConlluSentence>> ParseAsync(params string[] args)
    {
        (int exit, string output, string error) = await RunAsync(["parse", .. args]);
        Assert.True(exit == ExitCode.Done, error);
        Problems problems = new();
        ImmutableArray<ConlluSentence> sentences = ConlluReader.Read(new StringReader(output), "output", problems);
        problems.ThrowIfAny();
        return sentences;
    }

    private static async Task<(int Exit, string Output, string Error)> RunAsync(params string[] args)
    {
        using MemoryStream output = new();
        using StringWriter error = new();
        int exit = await CommandLine.RunAsync([.. args, "--data", RepositoryRoot.Path], new Terminal(Stream.Null, output, error), TestContext.Current.CancellationToken);
        return (exit, Encoding.UTF8.GetString(output.ToArray()), error.ToString());
    }
}
