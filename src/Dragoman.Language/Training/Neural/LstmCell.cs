using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using Dragoman.Language.Neural;

namespace Dragoman.Language.Training.Neural;

/// <summary>One word of one direction: gates to state, and the gradient back. Widths are multiples of sixteen.</summary>
internal static unsafe class LstmCell
{
    /// <param name="gates">In: the sums. Out: the squashed gates.</param>
    /// <param name="before">The cell before, or null at the start.</param>
    /// <param name="alive">1, or 0 where there is no word: then the state stays empty.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Forward(float* gates, float* before, float* cell, float* squashed, float* state, int width, float alive)
    {
        Vector512<float> lives = Vector512.Create(alive);
        for (int j = 0; j < width; j += Vector512<float>.Count)
        {
            Vector512<float> input = Squash.Sigmoid(Vector512.Load(gates + j));
            Vector512<float> forget = Squash.Sigmoid(Vector512.Load(gates + width + j));
            Vector512<float> candidate = Squash.Tanh(Vector512.Load(gates + (2 * width) + j));
            Vector512<float> output = Squash.Sigmoid(Vector512.Load(gates + (3 * width) + j));
            Vector512<float> old = before == null ? Vector512<float>.Zero : Vector512.Load(before + j);
            Vector512<float> c = ((forget * old) + (input * candidate)) * lives;
            Vector512<float> t = Squash.Tanh(c);
            input.Store(gates + j);
            forget.Store(gates + width + j);
            candidate.Store(gates + (2 * width) + j);
            output.Store(gates + (3 * width) + j);
            c.Store(cell + j);
            t.Store(squashed + j);
            (output * t * lives).Store(state + j);
        }
    }

    /// <param name="gates">In: the squashed gates. Out: the gradient of the sums.</param>
    /// <param name="stateGradient">The gradient of this word's state.</param>
    /// <param name="cellGradient">In: from the next word. Out: for the word before.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Backward(float* gates, float* before, float* squashed, float* stateGradient, float* cellGradient, int width, float alive)
    {
        Vector512<float> lives = Vector512.Create(alive);
        Vector512<float> one = Vector512<float>.One;
        for (int j = 0; j < width; j += Vector512<float>.Count)
        {
            Vector512<float> input = Vector512.Load(gates + j);
            Vector512<float> forget = Vector512.Load(gates + width + j);
            Vector512<float> candidate = Vector512.Load(gates + (2 * width) + j);
            Vector512<float> output = Vector512.Load(gates + (3 * width) + j);
            Vector512<float> old = before == null ? Vector512<float>.Zero : Vector512.Load(before + j);
            Vector512<float> t = Vector512.Load(squashed + j);
            Vector512<float> state = Vector512.Load(stateGradient + j) * lives;
            Vector512<float> cell = (Vector512.Load(cellGradient + j) * lives) + (state * output * (one - (t * t)));
            (cell * candidate * input * (one - input)).Store(gates + j);
            (cell * old * forget * (one - forget)).Store(gates + width + j);
            (cell * input * (one - (candidate * candidate))).Store(gates + (2 * width) + j);
            (state * t * output * (one - output)).Store(gates + (3 * width) + j);
            (cell * forget).Store(cellGradient + j);
        }
    }
}
