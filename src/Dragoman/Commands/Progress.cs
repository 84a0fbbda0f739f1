using System.Globalization;

namespace Dragoman.Commands;

/// <summary>Counts the documents on standard error while they are read, where that is a screen and results do not go there as well.</summary>
internal sealed class Progress : IDisposable
{
    private const string Erase = "\r\u001b[K";

    private readonly Terminal _terminal;
    private readonly bool _shows;
    private int _count;

    public Progress(Terminal terminal)
    {
        _terminal = terminal;
        _shows = terminal is { IsErrorScreen: true, IsScreen: false };
    }

    public void Advance()
    {
        _count++;
        if (_shows && _count > 1) _terminal.Error.Write(string.Create(CultureInfo.InvariantCulture, $"{Erase}dragoman: reading document {_count} …"));
    }

    /// <summary>Makes room for another line.</summary>
    public void Clear()
    {
        if (_shows && _count > 1) _terminal.Error.Write(Erase);
    }

    public void Dispose() => Clear();
}
