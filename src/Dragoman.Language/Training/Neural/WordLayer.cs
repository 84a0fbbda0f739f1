using System.Collections.Immutable;
using Dragoman.Language.Neural;

namespace Dragoman.Language.Training.Neural;

/// <summary>A word type of the training data: the rows of its features, and how often it occurs.</summary>
internal sealed record WordType(int Form, int Outline, ImmutableArray<int> Affixes, ImmutableArray<int> Grams, ImmutableArray<int> Lists, int Count, bool IsCapitalised);

/// <summary>The embedding tables: form, outline, affixes, n-grams and lists. Of affixes, n-grams and lists a word has the sum of those known, over the root of their number.</summary>
internal sealed class WordLayer
{
    private const float Spread = 0.3f;

    public WordLayer(NetworkShape shape, IReadOnlyList<int> rows, ref Noise noise)
    {
        int[] widths = [shape.Form, shape.Affix, shape.Gram, shape.Outline, shape.Lists];
        string[] names = ["forms", "affixes", "grams", "outlines", "lists"];
        Tables = [.. widths.Select((width, i) => new Parameter(names[i], rows[i], width, 1))];
        foreach (Parameter table in Tables)
            foreach (ref float value in table.Value.Span) value = Spread * 1.7f * noise.NextSigned();
        Touched = [.. rows.Select(count => new bool[count])];
    }

    /// <summary>Forms, affixes, n-grams, outlines, lists: in the order in which they stand in a word's vector.</summary>
    public ImmutableArray<Parameter> Tables { get; }

    /// <summary>The rows that have a gradient since the last update.</summary>
    public ImmutableArray<bool[]> Touched { get; }
}

/// <summary>The vectors of the words of a minibatch.</summary>
internal sealed class WordPass
{
    private const float RareWeight = 0.25f; // a word seen n times is unknown with the chance 0.25 / (0.25 + n) (Kiperwasser and Goldberg 2016)
    private const float PlainDrop = 0.1f;
    private const float ElementDrop = 0.25f;
    private const float StrangeShare = 0.5f; // of the unknown capitalised words: nothing in them is known but their outline and lists, as in a foreign name

    private readonly WordLayer _layer;
    private readonly Matrix _mask = new(0, 0);
    private readonly List<WordType> _words = [];
    private readonly List<int> _forms = [];
    private bool _dropping;

    public WordPass(WordLayer layer) => _layer = layer;

    /// <summary>A row a word type of the minibatch; a multiple of eight rows, those beyond the types empty.</summary>
    public Matrix Vectors { get; } = new(0, 0);

    public void Forward(Minibatch batch, IReadOnlyList<WordType> types, int width, ref Noise noise, bool dropping)
    {
        _dropping = dropping;
        _words.Clear();
        _forms.Clear();
        Vectors.Reshape(Minibatch.Pad(batch.Words.Count), width);
        Vectors.Clear();
        for (int i = 0; i < batch.Words.Count; i++)
        {
            WordType word = types[batch.Words[i]];
            bool unknown = dropping && (noise.NextUnit() < PlainDrop || noise.NextUnit() < RareWeight / (RareWeight + word.Count));
            if (unknown && word.IsCapitalised && noise.NextUnit() < StrangeShare) word = word with { Affixes = [], Grams = [] };
            _words.Add(word);
            _forms.Add(unknown ? 0 : word.Form);
            Compose(word, _forms[i], Vectors[i]);
        }

        if (!dropping) return;
        _mask.Reshape(Vectors.Rows, Vectors.Columns);
        noise.FillMask(_mask.Span, ElementDrop);
        Rows.Scale(Vectors.Span, _mask.Span);
    }

    /// <summary>Adds the gradient of the vectors to that of the tables. Not to be called for two shards at once.</summary>
    public void Backward(Matrix gradient)
    {
        if (_dropping) Rows.Scale(gradient.Span, _mask.Span);
        for (int i = 0; i < _words.Count; i++)
        {
            Span<float> row = gradient[i];
            int at = Spread(0, [_forms[i]], row, 0, 1);
            at = Spread(1, _words[i].Affixes, row, at, Norm(_words[i].Affixes));
            at = Spread(2, _words[i].Grams, row, at, Norm(_words[i].Grams));
            at = Spread(3, [_words[i].Outline], row, at, 1);
            Spread(4, _words[i].Lists, row, at, Norm(_words[i].Lists));
        }
    }

    private void Compose(WordType word, int form, Span<float> vector)
    {
        int at = Gather(0, [form], vector, 0, 1);
        at = Gather(1, word.Affixes, vector, at, Norm(word.Affixes));
        at = Gather(2, word.Grams, vector, at, Norm(word.Grams));
        at = Gather(3, [word.Outline], vector, at, 1);
        Gather(4, word.Lists, vector, at, Norm(word.Lists));
    }

    private static float Norm(ImmutableArray<int> rows) => rows.Length == 0 ? 1 : 1 / MathF.Sqrt(rows.Length);

    private int Gather(int table, ImmutableArray<int> rows, Span<float> vector, int at, float factor)
    {
        Matrix values = _layer.Tables[table].Value;
        foreach (int row in rows) Rows.AddScaled(vector.Slice(at, values.Columns), values[row], factor);
        return at + values.Columns;
    }

    private int Spread(int table, ImmutableArray<int> rows, ReadOnlySpan<float> gradient, int at, float factor)
    {
        Matrix gradients = _layer.Tables[table].Gradients[0];
        foreach (int row in rows)
        {
            if (!_layer.Touched[table][row]) gradients[row].Clear();
            _layer.Touched[table][row] = true;
            Rows.AddScaled(gradients[row], gradient.Slice(at, gradients.Columns), factor);
        }

        return at + gradients.Columns;
    }
}
