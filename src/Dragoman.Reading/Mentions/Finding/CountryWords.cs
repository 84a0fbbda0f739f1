using Dragoman.Reading.Mentions.World;

namespace Dragoman.Reading.Mentions.Finding;

/// <summary>
/// The country that each token of a document names or belongs to: by a state's name, adjective, people, capital or seat. A word of
/// several countries counts for the one that the document names outright, else for the first listed.
/// </summary>
internal sealed class CountryWords
{
    private readonly string?[] _countries;
    private readonly bool[] _adjectives;

    public CountryWords(FoldedTokens tokens, Gazetteer gazetteer)
    {
        _countries = new string?[tokens.Count];
        _adjectives = new bool[tokens.Count];
        List<PhraseMatch<PlaceName>> matches = [];
        for (int t = 0; t < tokens.Count; t++)
        {
            if (gazetteer.At(tokens, t, tokens.Count) is not { } match) continue;
            matches.Add(match);
            t = match.End - 1;
        }

        HashSet<string> named = [.. matches.SelectMany(match => match.Values).Where(place => place.Kind == PlaceKind.State).Select(place => place.Country!)];
        foreach (PhraseMatch<PlaceName> match in matches)
        {
            string[] countries = [.. match.Values.Where(place => place.Kind is not (PlaceKind.City or PlaceKind.Region or PlaceKind.Water)).Select(place => place.Country!)];
            string? country = countries.FirstOrDefault(named.Contains) ?? countries.FirstOrDefault();
            for (int t = match.First; t < match.End; t++) _countries[t] = country;
            _adjectives[match.End - 1] = country is not null && match.Values.Any(place => place.Kind == PlaceKind.Adjective);
        }
    }

    public string? this[int token] => _countries[token];

    /// <summary>Whether a state's adjective ends with this token.</summary>
    public bool IsAdjective(int token) => _adjectives[token];

    /// <summary>The first country that a token of <c>[first, end)</c> names.</summary>
    public string? Within(int first, int end)
    {
        for (int t = first; t < end; t++)
            if (_countries[t] is { } country) return country;
        return null;
    }
}
