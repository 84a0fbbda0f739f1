using System.Collections.Frozen;
using System.Collections.Immutable;
using Dragoman.Record.Views.Boards;

namespace Dragoman.Record.Processes;

/// <summary>Words or names by language (BCP 47).</summary>
public sealed class Wording
{
    private readonly FrozenSet<string> _folded;

    public Wording(IEnumerable<KeyValuePair<string, ImmutableArray<string>>> byLanguage)
    {
        ByLanguage = byLanguage.ToImmutableSortedDictionary(StringComparer.Ordinal);
        _folded = ByLanguage.Values.SelectMany(words => words).Select(WordPattern.FoldedName).ToFrozenSet(StringComparer.Ordinal);
    }

    public static Wording None { get; } = new([]);

    public ImmutableSortedDictionary<string, ImmutableArray<string>> ByLanguage { get; }

    /// <summary>The first word of the first language; null if there is none.</summary>
    public string? First => ByLanguage.Values.Where(words => !words.IsEmpty).Select(words => words[0]).FirstOrDefault();

    public ImmutableArray<string> In(string language) => ByLanguage.GetValueOrDefault(language, []);

    /// <summary>Whether a name is one of them, in any language, whatever its case and punctuation.</summary>
    public bool Holds(string name) => _folded.Contains(WordPattern.FoldedName(name));
}
