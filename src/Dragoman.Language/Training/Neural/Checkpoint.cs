using System.Runtime.InteropServices;

namespace Dragoman.Language.Training.Neural;

/// <summary>Keeps a training on disk: the step and the whole state of all weights, so that a later run goes on to the same result.</summary>
internal static class Checkpoint
{
    /// <summary>Writes beside the file and moves it into place: a run killed while it writes leaves the old one whole.</summary>
    public static void Write(string path, Network network, int step)
    {
        string beside = path + ".new";
        using (FileStream file = File.Create(beside))
        {
            file.Write(BitConverter.GetBytes(step));
            foreach (Matrix matrix in network.All.SelectMany(parameter => parameter.State)) file.Write(MemoryMarshal.AsBytes(matrix.Span));
        }

        File.Move(beside, path, overwrite: true);
    }

    /// <summary>Restores what <see cref="Write"/> kept, into a network of the same shape; returns the step.</summary>
    /// <exception cref="EndOfStreamException">The file belongs to a smaller network.</exception>
    public static int Read(string path, Network network)
    {
        using FileStream file = File.OpenRead(path);
        Span<byte> step = stackalloc byte[sizeof(int)];
        file.ReadExactly(step);
        foreach (Matrix matrix in network.All.SelectMany(parameter => parameter.State)) file.ReadExactly(MemoryMarshal.AsBytes(matrix.Span));
        foreach (Parameter parameter in network.Dense) parameter.Pack();
        return BitConverter.ToInt32(step);
    }
}
