using Dragoman.Language;
using Dragoman.Language.Models;
using Dragoman.Language.Neural;
using Dragoman.Language.Packs;
using Dragoman.Tests.Repository;
using Xunit;

namespace Dragoman.Tests;

public sealed class AllocationTests
{
    private const int Room = 4096; // bytes that a call may take for itself, however long the document

    private static readonly string[] Words = "The envoys of Norland and Orlan Vell met in Vesthaven on Friday , and they did not agree .".Split(' ');

    [Theory]
    [InlineData(Profile.Accurate)]
    [InlineData(Profile.Fast)]
    public void A_document_whose_words_are_known_is_parsed_without_an_allocation_for_each_word(Profile profile)
    {
        Problems problems = new();
        NeuralParser parser = LanguagePack.Load(new(RepositoryRoot.Path), "en", profile, problems)!.Parser;
        problems.ThrowIfAny();
        long allocated = Parse(parser, sentences: 400);
        Assert.InRange(allocated, 0, Room);
    }

    private static long Parse(NeuralParser parser, int sentences)
    {
        string[] forms = [.. Enumerable.Range(0, sentences).SelectMany(_ => Words)];
        Sentence[] places = [.. Enumerable.Range(0, sentences).Select(s => new Sentence(s * Words.Length, (s + 1) * Words.Length, 0))];
        WordAnalysis[] results = new WordAnalysis[forms.Length];
        for (int warmUp = 0; warmUp < 3; warmUp++) parser.Parse(forms, places, results);
        long before = GC.GetAllocatedBytesForCurrentThread();
        parser.Parse(forms, places, results);
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }
}
