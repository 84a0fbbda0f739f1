using System.Text;
using Dragoman.Language.Models;
using Dragoman.Language.Packs;

namespace Dragoman.Language.Tokenizing;

/// <summary>The words of <c>lang/&lt;code&gt;/abbreviations.txt</c> that keep their full stop: <c>Gen.</c>, <c>U.S.</c>; one a line, <c>#</c> comments.</summary>
internal sealed class Abbreviations
{
    private readonly HashSet<uint> _hashes;
    private readonly Casing _casing;

    public Abbreviations(IEnumerable<string> words, Casing casing)
    {
        _casing = casing;
        _hashes = [.. words.Select(word => StableHash.OfFolded(word, casing))];
    }

    public static Abbreviations Read(DataFolder data, string language, Casing casing, Problems problems)
    {
        string file = $"lang/{language}/abbreviations.txt";
        if (!data.Has(file))
        {
            problems.Add(file, 0, 0, "DG1001", "file is missing; restore it, or copy it from lang/en");
            return new([], casing);
        }

        return new(File.ReadLines(data.Path(file), Encoding.UTF8).Select(line => line.Trim()).Where(line => line.Length > 0 && line[0] != '#'), casing);
    }

    /// <summary>Whether the word, with its full stop, is one; capitals do not matter.</summary>
    public bool Contains(ReadOnlySpan<char> word) => _hashes.Contains(StableHash.OfFolded(word, _casing));
}
