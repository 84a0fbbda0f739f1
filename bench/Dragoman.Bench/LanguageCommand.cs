using System.Collections.Immutable;
using Dragoman.Language.Models;
using Dragoman.Language.Packs;
using Dragoman.Language.Parsing;
using Dragoman.Language.Training;

namespace Dragoman.Bench;

/// <summary><c>eval en [--ud FOLDER]</c>: the language engine on the test data of Universal Dependencies.</summary>
internal static class LanguageCommand
{
    public static Task<int> RunAsync(string language, string[] args) => Task.FromResult(Run(language, Options.Take(args, "--ud")));

    private static int Run(string language, string? ud)
    {
        if (Treebanks.Find(ud) is not { } treebanks) return 2;
        Problems problems = new();
        LinearPack? pack = LinearPack.Load(Options.Data, language, problems);
        problems.ThrowIfAny();
        ISentenceParser parser = pack!.ToSentenceParser();
        foreach ((string bank, string part) in new[] { ("UD_English-EWT", "dev"), ("UD_English-EWT", "test"), ("UD_English-GUM", "dev") })
        {
            Gold(bank + " " + part, treebanks.Read(bank, part), parser);
        }
        Gold("GUM news", [.. treebanks.Read("UD_English-GUM", "dev").Where(s => Treebanks.GenreOf(s) == "news")], parser);
        return 0;
    }

    private static void Gold(string name, ImmutableArray<ConlluSentence> sentences, ISentenceParser parser)
    {
        SentenceDraft draft = new();
        int words = 0, upos = 0, xpos = 0, feats = 0, lemma = 0, uas = 0, las = 0;
        TimeSpan start = System.Diagnostics.Process.GetCurrentProcess().TotalProcessorTime;
        for (int round = 0; round < 1; round++)
        foreach (ConlluSentence sentence in sentences)
        {
            draft.Start(sentence.Words.Length);
            for (int i = 0; i < draft.Count; i++) draft.Forms[i] = sentence.Words[i].Form;
            parser.Parse(draft);
            for (int i = 0; i < draft.Count; i++)
            {
                ConlluRow gold = sentence.Words[i];
                words++;
                if (gold.Upos == draft.Upos[i].ToString()) upos++;
                if (gold.Xpos == draft.Xpos[i]) xpos++;
                if (gold.Feats == (draft.Feats[i] == "" ? "_" : draft.Feats[i])) feats++;
                if (gold.Lemma == draft.Lemmas[i]) lemma++;
                bool head = gold.Head - 1 == draft.Heads[i];
                if (head) uas++;
                if (head && gold.Deprel.Split(':')[0] == draft.Deprels[i].Split(':')[0]) las++;
            }
        }
        double cpu = (System.Diagnostics.Process.GetCurrentProcess().TotalProcessorTime - start).TotalSeconds;
        string P(int n) => (100.0 * n / words).ToString("0.00");
        Console.WriteLine($"{name}: UPOS {P(upos)} XPOS {P(xpos)} FEATS {P(feats)} LEMMA {P(lemma)} UAS {P(uas)} LAS {P(las)} {words / cpu:0} words/cpu-s");
    }
}
