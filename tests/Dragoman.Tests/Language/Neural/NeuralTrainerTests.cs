using System.Collections.Immutable;
using System.Globalization;
using System.Runtime.InteropServices;
using Dragoman.Language;
using Dragoman.Language.Neural;
using Dragoman.Language.Packs;
using Dragoman.Language.Training;
using Dragoman.Language.Training.Neural;
using Xunit;

namespace Dragoman.Tests;

/// <summary>Training on a toy treebank of our own: verbs between their subjects and objects, and places.</summary>
public sealed class NeuralTrainerTests
{
    private static readonly NetworkShape Small = new() { Form = 48, Affix = 48, Gram = 48, Outline = 48, State = 48, Arc = 48, Label = 48, Tag = 48, Name = 48 };
    private static readonly TrainingPlan Plan = new() { Epochs = 12, BatchWords = 40, WarmUp = 5, Rate = 5e-3f, Threads = 1 };
    private static readonly ImmutableArray<SourceSentence> Toy = MakeToy();
    private static readonly TrainingData Data = TrainingData.From(Toy, WordLists.Empty, Casing.Plain);

    [Fact]
    public void The_number_of_threads_does_not_change_the_weights() => Assert.Equal(Weights(Train(Plan, 20)), Weights(Train(Plan with { Threads = 3 }, 20)));

    [Fact]
    public void A_training_that_was_interrupted_goes_on_to_the_same_weights()
    {
        string file = Path.Combine(Directory.CreateTempSubdirectory().FullName, "toy.checkpoint");
        Checkpoint.Write(file, Train(Plan, 11), 11);
        Network resumed = New();
        NeuralTrainer trainer = Trainer(resumed, Plan);
        trainer.Step = Checkpoint.Read(file, resumed);
        while (trainer.Step < 20) trainer.Advance();
        Assert.Equal(Weights(Train(Plan, 20)), Weights(resumed));
    }

    [Fact]
    public void A_trained_network_reads_its_sentences_and_so_does_its_model_of_eight_bits()
    {
        Network network = Train(Plan, Plan.Epochs * Trainer(New(), Plan).StepsOfEpoch);
        network.SwapMeans();
        IReadOnlyList<ImmutableArray<WordAnalysis>> exact = new NetworkReader(network, Data).Read(Toy);
        WordAnalysis[] quantized = Parse(new(Model(network), LemmaLexicon.Empty), Toy);
        int at = 0;
        for (int s = 0; s < Toy.Length; s++)
        {
            for (int t = 0; t < Toy[s].Forms.Length; t++, at++)
            {
                ConlluRow gold = Toy[s].Tree!.Words[t];
                Assert.Equal((gold.Upos, gold.Lemma, gold.Head - 1, gold.Deprel), (exact[s][t].Upos.ToString(), exact[s][t].Lemma, exact[s][t].Head, exact[s][t].Deprel));
                Assert.Equal(exact[s][t], quantized[at]);
                Assert.Equal(gold.Upos == "PROPN" ? NameLabels.Only(NameType.Place) : NameLabels.Outside, quantized[at].Name);
            }
        }
    }

    [Fact]
    public void A_sentence_is_read_alike_alone_and_among_others_and_by_many_threads()
    {
        NeuralParser parser = new(Model(Train(Plan, 30)), LemmaLexicon.Empty);
        WordAnalysis[] together = Parse(parser, Toy);
        WordAnalysis[] alone = [.. Toy.SelectMany(sentence => Parse(parser, [sentence]))];
        Assert.Equal(together.Select(WithoutName), alone.Select(WithoutName)); // names are a matter of the document
        Parallel.For(0, 8, _ => Assert.Equal(together, Parse(parser, Toy)));
    }

    [Fact]
    public void Reading_again_makes_no_objects_for_words()
    {
        NeuralParser parser = new(Model(Train(Plan, 2)), LemmaLexicon.Empty);
        (string[] forms, Sentence[] places) = Lay(Toy);
        WordAnalysis[] results = new WordAnalysis[forms.Length];
        parser.Parse(forms, places, results);
        parser.Parse(forms, places, results);
        long before = GC.GetAllocatedBytesForCurrentThread();
        parser.Parse(forms, places, results);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 4096); // the ordered sentences
    }

    private static WordAnalysis WithoutName(WordAnalysis word) => word with { Name = NameLabels.Outside };

    private static WordAnalysis[] Parse(NeuralParser parser, ImmutableArray<SourceSentence> sentences)
    {
        (string[] forms, Sentence[] places) = Lay(sentences);
        WordAnalysis[] results = new WordAnalysis[forms.Length];
        parser.Parse(forms, places, results);
        return results;
    }

    private static (string[] Forms, Sentence[] Places) Lay(ImmutableArray<SourceSentence> sentences)
    {
        List<Sentence> places = [];
        foreach (SourceSentence sentence in sentences)
        {
            int first = places.Count == 0 ? 0 : places[^1].End;
            places.Add(new(first, first + sentence.Forms.Length, 0));
        }

        return ([.. sentences.SelectMany(sentence => sentence.Forms)], [.. places]);
    }

    private static NeuralModel Model(Network network)
    {
        using MemoryStream bytes = new();
        NeuralModelWriter.Write(new(bytes), network, Data.Tables, Data.Labels);
        bytes.Position = 0;
        return NeuralModel.Read(new(bytes), Casing.Plain);
    }

    private static Network New() => new(Small, [.. Data.Tables.All.Select(table => table.Rows)], new(Data.Labels.GroupSizes, Data.Labels.Relations.Length), 2, 9);

    private static NeuralTrainer Trainer(Network network, TrainingPlan plan) => new(network, plan, Toy.Select(Data.Encode), Data.Types);

    private static Network Train(TrainingPlan plan, int steps)
    {
        Network network = New();
        NeuralTrainer trainer = Trainer(network, plan);
        while (trainer.Step < steps) trainer.Advance();
        return network;
    }

    private static byte[] Weights(Network network) => [.. network.All.SelectMany(parameter => MemoryMarshal.AsBytes(parameter.Value.Span).ToArray())];

    private static ImmutableArray<SourceSentence> MakeToy()
    {
        string[] subjects = ["envoys", "guards", "farmers", "pilots"];
        string[] verbs = ["visited", "painted", "crossed"];
        string[] places = ["Norland", "Sudria", "Vestmark"];
        List<SourceSentence> sentences = [];
        foreach (string subject in subjects)
        {
            foreach (string verb in verbs)
            {
                foreach (string place in places)
                {
                    string text = string.Create(CultureInfo.InvariantCulture,
                        $"1\t{subject}\t{subject[..^1]}\tNOUN\tNNS\tNumber=Plur\t2\tnsubj\t_\t_\n2\t{verb}\t{verb[..^2]}\tVERB\tVBD\tTense=Past\t0\troot\t_\t_\n3\t{place}\t{place}\tPROPN\tNNP\tNumber=Sing\t2\tobj\t_\t_\n4\t.\t.\tPUNCT\t.\t_\t2\tpunct\t_\t_\n\n");
                    ConlluSentence tree = ConlluReader.Read(new StringReader(text), "toy", new Problems())[0];
                    AnnotatedName name = new(2, 3, AnnotatedName.Bit(NameType.Place));
                    sentences.Add(new([.. tree.Words.Select(word => word.Form)], tree, NameMasks.Of(4, [name], 0, _ => false)));
                }
            }
        }

        return [.. sentences];
    }
}
