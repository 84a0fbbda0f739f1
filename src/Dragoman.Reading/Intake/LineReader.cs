namespace Dragoman.Reading.Intake;

/// <summary>Splits a stream of bytes into lines; a line over the limit is passed over without being held.</summary>
internal sealed class LineReader
{
    private readonly Stream _input;
    private readonly int _limit;
    private readonly byte[] _part = new byte[65536];
    private int _next;
    private int _end;
    private bool _first = true;

    public LineReader(Stream input, int limit)
    {
        _input = input;
        _limit = limit;
    }

    /// <summary>Reads a line, without white space at its ends and without a byte order mark; null stands for one over the limit.</summary>
    /// <returns>False at the end of the stream.</returns>
    public bool Next(out ReadOnlyMemory<byte>? line)
    {
        using MemoryStream held = new();
        long length = 0;
        line = null;
        while (_next < _end || Fill())
        {
            int feed = Array.IndexOf(_part, (byte)'\n', _next, _end - _next);
            int stop = feed < 0 ? _end : feed;
            length += stop - _next;
            if (length <= _limit) held.Write(_part, _next, stop - _next);
            _next = feed < 0 ? _end : feed + 1;
            if (feed >= 0) return Found(held, length, out line);
        }

        return length > 0 && Found(held, length, out line);
    }

    private bool Found(MemoryStream held, long length, out ReadOnlyMemory<byte>? line)
    {
        byte[] bytes = held.ToArray();
        int mark = _first && bytes is [0xEF, 0xBB, 0xBF, ..] ? 3 : 0;
        _first = false;
        line = null;
        if (length <= _limit) line = bytes.AsMemory(mark).Trim(" \t\r"u8);
        return true;
    }

    private bool Fill()
    {
        _next = 0;
        _end = _input.Read(_part);
        return _end > 0;
    }
}
