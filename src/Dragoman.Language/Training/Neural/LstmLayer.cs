using System.Globalization;
using Dragoman.Language.Neural;

namespace Dragoman.Language.Training.Neural;

/// <summary>The weights of one bidirectional layer: columns of the first direction, then of the second; gates in the order of <see cref="NetworkShape.Gates"/>.</summary>
internal sealed class LstmLayer
{
    public LstmLayer(NetworkShape shape, int layer, int shards, ref Noise noise)
    {
        string name = string.Create(CultureInfo.InvariantCulture, $"layer{layer}");
        int input = shape.EncoderInput(layer);
        int width = shape.GateWidth * NetworkShape.Directions;
        Input = new(name + ".input", input, width, shards);
        Input.Fill(ref noise, input, shape.State, width);
        Bias = new(name + ".bias", 1, width, shards);
        Recurrent =
        [
            new(name + ".forward", shape.State, shape.GateWidth, shards),
            new(name + ".backward", shape.State, shape.GateWidth, shards),
        ];
        for (int direction = 0; direction < NetworkShape.Directions; direction++)
        {
            Recurrent[direction].Fill(ref noise, shape.State, shape.State, shape.GateWidth);

            // Remember first, learn to forget later (Jozefowicz, Zaremba and Sutskever 2015).
            Bias.Value.Span.Slice((direction * shape.GateWidth) + shape.State, shape.State).Fill(1);
        }
    }

    public Parameter Input { get; }

    public Parameter Bias { get; }

    public IReadOnlyList<Parameter> Recurrent { get; }

    public IEnumerable<Parameter> Parameters => [Input, Bias, .. Recurrent];
}
