using Dragoman.Language.Models;

namespace Dragoman.Language.Tokenizing;

/// <summary>What stands at a place between two characters without white space between them.</summary>
internal enum Boundary
{
    /// <summary>The word goes on.</summary>
    None,

    /// <summary>A new orthographic token begins.</summary>
    Token,

    /// <summary>A new word of the same orthographic token begins: <c>do|n't</c>.</summary>
    Word,
}

/// <summary>
/// Cuts text into the words of Universal Dependencies: at white space always, elsewhere where an averaged perceptron over
/// characters says so. Inside a run of letters it looks only where the training data or an apostrophe give reason to.
/// </summary>
internal sealed class Tokenizer
{
    private const int LongestWord = 256; // a longer one is cut, so that absurd input stays cheap

    private const int ShortestPlainWord = 4; // letters; shorter ones before a full stop are left to the model

    private readonly LinearModel _model;
    private readonly HashSet<uint> _divided;
    private readonly Casing _casing;
    private readonly Abbreviations _abbreviations;
    private readonly Marks _marks;

    /// <param name="divided">Hashes of the folded runs of letters that the training data cut.</param>
    public Tokenizer(LinearModel model, HashSet<uint> divided, Casing casing, Abbreviations abbreviations, Marks marks)
    {
        _model = model;
        _divided = divided;
        _casing = casing;
        _abbreviations = abbreviations;
        _marks = marks;
    }

    /// <summary>Adds the words of a block to a list.</summary>
    public void Tokenize(Document document, TextSpan block, List<RawToken> tokens)
    {
        ReadOnlySpan<char> text = document.Text;
        for (int i = block.Start; i < block.End;)
        {
            if (char.IsWhiteSpace(text[i]))
            {
                i++;
                continue;
            }

            int end = i;
            while (end < block.End && !char.IsWhiteSpace(text[end]) && end - i < LongestWord) end++;
            if (end < block.End && end - i == LongestWord && char.IsLowSurrogate(text[end])) end--;
            CutChunk(text[i..end], i, tokens);
            i = end;
        }
    }

    private void CutChunk(ReadOnlySpan<char> chunk, int offset, List<RawToken> tokens)
    {
        Span<uint> keys = stackalloc uint[BoundaryFeatures.Maximum];
        Span<int> scores = stackalloc int[3];
        int last = 0;
        bool joined = false;
        int runEnd = 0;
        bool looks = false;
        for (int at = 1; at < chunk.Length; at++)
        {
            if (at >= runEnd) (runEnd, looks) = RunAt(chunk, at - 1);
            if (at < runEnd && !looks) continue;
            if (CharacterKind.IsInside(chunk, at)) continue;
            int best = IsFullStop(chunk, last, at) || IsBesideQuote(chunk, at) ? (int)Boundary.Token : Judge(chunk, last, at, keys, scores);
            if (best == (int)Boundary.None) continue;
            tokens.Add(new(offset + last, offset + at, joined));
            last = at;
            joined = best == (int)Boundary.Word;
        }

        tokens.Add(new(offset + last, offset + chunk.Length, joined));
    }

    private int Judge(ReadOnlySpan<char> chunk, int last, int at, Span<uint> keys, Span<int> scores)
    {
        int count = BoundaryFeatures.Of(chunk, last, at, _abbreviations, _casing, keys);
        _model.Score(keys[..count], scores);
        return LinearModel.Best(scores);
    }

    /// <summary>
    /// Whether the mark at a place is the full stop after a word of letters that is too long to be taken for an abbreviation and is
    /// listed as none. The training data have too few rare names at the ends of sentences to tell <c>Kyiv.</c> from <c>Sept.</c>
    /// </summary>
    private bool IsFullStop(ReadOnlySpan<char> chunk, int last, int at)
    {
        if (chunk[at] != '.' || at - last < ShortestPlainWord || (at + 1 < chunk.Length && CharacterKind.IsLetter(chunk[at + 1]))) return false;
        return RunEnd(chunk, last) == (at, true) && !_abbreviations.Contains(chunk[last..(at + 1)]);
    }

    /// <summary>Whether a quotation mark and another mark meet at a place: they are words apart, which the training data show too seldom.</summary>
    private bool IsBesideQuote(ReadOnlySpan<char> chunk, int at)
    {
        (char before, char after) = (chunk[at - 1], chunk[at]);
        return before != after && !char.IsLetterOrDigit(before) && !char.IsLetterOrDigit(after)
            && (_marks.CurvedQuotes.Contains(before) || _marks.CurvedQuotes.Contains(after));
    }

    /// <summary>Where the run of letters or digits that starts at or before <paramref name="at"/> ends, and whether to look for boundaries in it.</summary>
    private (int End, bool Looks) RunAt(ReadOnlySpan<char> chunk, int at)
    {
        (int end, bool letters) = RunEnd(chunk, at);
        if (!letters) return (end, false);
        bool looks = (end < chunk.Length && _marks.Apostrophes.Contains(chunk[end])) || _divided.Contains(StableHash.OfFolded(chunk[at..end], _casing));
        return (end, looks);
    }

    /// <summary>The end of the run of letters, or of digits, at a place; the place itself where there is none.</summary>
    internal static (int End, bool Letters) RunEnd(ReadOnlySpan<char> chunk, int at)
    {
        int end = at;
        bool letters = CharacterKind.IsLetter(chunk[at]);
        if (letters) while (end < chunk.Length && CharacterKind.IsLetter(chunk[end])) end++;
        else while (end < chunk.Length && CharacterKind.Of(chunk[end]) == 'd') end++;
        return (end, letters);
    }

    public void Write(BinaryWriter output)
    {
        output.Write(_casing.Name);
        _model.Write(output);
        output.Write(_divided.Count);
        foreach (uint run in _divided.Order()) output.Write(run);
    }

    public static Tokenizer Read(BinaryReader input, Abbreviations abbreviations, Marks marks)
    {
        string casing = input.ReadString();
        LinearModel model = LinearModel.Read(input);
        int count = input.ReadInt32();
        HashSet<uint> divided = new(count);
        for (int i = 0; i < count; i++) divided.Add(input.ReadUInt32());
        return new(model, divided, Casing.All.First(known => known.Name == casing), abbreviations, marks);
    }
}
