using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Dragoman.Bench;

/// <summary>
/// The least that each score may be, with the hash of the corpus it was measured on (<c>cases/floors.json</c>).
/// A floor rises when the engine gets better and is never lowered in silence.
/// </summary>
internal sealed class Floors
{
    /// <summary>Scores are printed with three digits: a floor is kept at what was measured, less this.</summary>
    private const double Slack = 0.0005;

    private static readonly JsonSerializerOptions Layout = new() { WriteIndented = true };

    private readonly SortedDictionary<string, double> _least;

    private Floors(string corpus, SortedDictionary<string, double> least)
    {
        Corpus = corpus;
        _least = least;
    }

    /// <summary>Hash of the gold file that the floors were measured on.</summary>
    public string Corpus { get; private set; }

    public static Floors Load(string path)
    {
        SortedDictionary<string, double> least = new(StringComparer.Ordinal);
        if (!File.Exists(path)) return new("", least);
        JsonObject file = JsonNode.Parse(File.ReadAllText(path))!.AsObject();
        foreach ((string name, JsonNode? value) in file["floors"]!.AsObject()) least[name] = value!.GetValue<double>();
        return new(file["corpus"]!.GetValue<string>(), least);
    }

    /// <summary>A line for each score that is below its floor, or that is missing.</summary>
    public IReadOnlyList<string> Breaches(IReadOnlyDictionary<string, double> scores) =>
    [
        .. _least.Where(floor => !scores.TryGetValue(floor.Key, out double score) || score < floor.Value - Slack)
            .Select(floor => string.Create(CultureInfo.InvariantCulture, $"{floor.Key}: {scores.GetValueOrDefault(floor.Key):0.000} is below its floor {floor.Value:0.000}")),
    ];

    /// <summary>Raises each floor to the score, where that is higher, and takes in scores that had none.</summary>
    public void Raise(string corpus, IReadOnlyDictionary<string, double> scores)
    {
        if (corpus != Corpus) _least.Clear();
        Corpus = corpus;
        foreach ((string name, double score) in scores) _least[name] = Math.Max(score, _least.GetValueOrDefault(name));
    }

    public void Save(string path)
    {
        JsonObject least = [];
        foreach ((string name, double score) in _least) least[name] = score;
        JsonObject file = new() { ["corpus"] = Corpus, ["floors"] = least };
        File.WriteAllText(path, file.ToJsonString(Layout) + "\n", new UTF8Encoding(false));
    }
}
