namespace Dragoman.Language.Training;

/// <summary>Passes over the training data in a new order each time, given by a seed.</summary>
internal static class Shuffled
{
    public static IEnumerable<T> Epochs<T>(IReadOnlyList<T> items, int epochs, int seed)
    {
        Random random = new(seed);
        T[] order = [.. items];
        for (int epoch = 0; epoch < epochs; epoch++)
        {
            random.Shuffle(order);
            foreach (T item in order) yield return item;
        }
    }
}
