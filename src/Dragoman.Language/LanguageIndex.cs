using System.Collections.Frozen;
using System.Collections.Immutable;

namespace Dragoman.Language;

/// <summary>Which languages have a word or letter, by their place in the list of languages.</summary>
internal sealed class LanguageIndex<T>
    where T : notnull
{
    private readonly Dictionary<T, List<int>> _languages = [];

    public void Add(T key, int language)
    {
        if (!_languages.TryGetValue(key, out List<int>? languages)) _languages[key] = languages = [];
        if (!languages.Contains(language)) languages.Add(language);
    }

    public FrozenDictionary<T, ImmutableArray<int>> Freeze() => _languages.ToFrozenDictionary(pair => pair.Key, pair => pair.Value.ToImmutableArray());
}
