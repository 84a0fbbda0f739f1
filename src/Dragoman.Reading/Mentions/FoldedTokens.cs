using System.Globalization;
using Dragoman.Language;

namespace Dragoman.Reading.Mentions;

/// <summary>A document's tokens as folded pieces (<see cref="NameFold"/>), for looking up phrases.</summary>
public sealed class FoldedTokens
{
    private readonly List<string> _pieces = [];
    private readonly int[] _first; // pieces of token t: [_first[t], _first[t + 1])

    public FoldedTokens(AnnotatedDocument text)
    {
        Text = text;
        _first = new int[text.Tokens.Length + 1];
        for (int t = 0; t < text.Tokens.Length; t++)
        {
            string form = text.Tokens[t].Form;
            IReadOnlyList<string> pieces = NameFold.Pieces(form);
            if (pieces.Count > 0) _pieces.AddRange(pieces);
            else if (!form.All(IsJoint)) _pieces.Add(form); // a mark that no name holds: ends every match
            _first[t + 1] = _pieces.Count;
        }
    }

    public AnnotatedDocument Text { get; }

    public int Count => _first.Length - 1;

    /// <summary>The pieces of the tokens <c>[first, end)</c>.</summary>
    public IReadOnlyList<string> Pieces(int first, int end) => _pieces.GetRange(_first[first], _first[end] - _first[first]);

    public string Key(int first, int end) => string.Join(' ', Pieces(first, end));

    /// <summary>The folded form of one token.</summary>
    public string Key(int token) => Key(token, token + 1);

    /// <summary>Whether marks of this kind may stand between the words of one name: hyphens, apostrophes, full stops, slashes.</summary>
    private static bool IsJoint(char c) => c is '.' or '/' or '\'' or '’'
        || CharUnicodeInfo.GetUnicodeCategory(c) is UnicodeCategory.DashPunctuation && c is not ('—' or '–');
}
