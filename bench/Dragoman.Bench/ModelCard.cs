using System.Globalization;
using System.Security.Cryptography;
using Dragoman.Language.Evaluation;
using Dragoman.Language.Training;

namespace Dragoman.Bench;

/// <summary>Writes <c>models/&lt;language&gt;/card.yml</c>: what a model was made from, how, and how well it does.</summary>
internal static class ModelCard
{
    /// <param name="history">How the network was trained, a line a training.</param>
    /// <param name="treebanks">Name, licence and number of sentences of each.</param>
    /// <param name="scores">On the treebanks' own words.</param>
    public static string Write(
        string language, byte[] model, int seed, IReadOnlyList<string> history, IEnumerable<(string Name, string Licence, string Sha256, int Sentences)> treebanks, IEnumerable<(string Name, UdScores Gold, UdScores Raw)> scores)
    {
        StringWriter card = new(CultureInfo.InvariantCulture) { NewLine = "\n" };
        card.WriteLine($"# Written by `./dev train {language}`; do not edit.");
        card.WriteLine($"language: {language}");
        card.WriteLine("kind: tokeniser and splitter of averaged perceptrons; BiLSTM of two layers with biaffine arcs and heads for tags, lemmas, labels and names, 8-bit weights");
        card.WriteLine($"trainer: {LanguagePackTrainer.Version}");
        card.WriteLine(string.Create(CultureInfo.InvariantCulture, $"seed: {seed}"));
        card.WriteLine($"bytes: {model.Length}");
        card.WriteLine($"sha256: {Convert.ToHexStringLower(SHA256.HashData(model))}");
        card.WriteLine("network: # one training after the other");
        foreach (string plan in history) card.WriteLine($"  - {{ {plan} }}");
        card.WriteLine("treebanks:");
        foreach ((string name, string licence, string sha256, int sentences) in treebanks)
            card.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  - {{ name: {name}, licence: {licence}, file-sha256: {sha256}, sentences: {sentences} }}"));
        card.WriteLine("scores: # F1 in percent, CoNLL 2018");
        foreach ((string name, UdScores gold, UdScores raw) in scores)
        {
            card.WriteLine($"  - {{ data: {name}, upos: {Percent(gold.Upos)}, xpos: {Percent(gold.Xpos)}, feats: {Percent(gold.Feats)}, lemmas: {Percent(gold.Lemmas)}, "
                + $"uas: {Percent(gold.Uas)}, las: {Percent(gold.Las)}, raw-tokens: {Percent(raw.Tokens)}, raw-sentences: {Percent(raw.Sentences)}, raw-las: {Percent(raw.Las)} }}");
        }

        return card.ToString();
    }

    private static string Percent(Tally tally) => (100 * tally.F1).ToString("0.00", CultureInfo.InvariantCulture);
}
