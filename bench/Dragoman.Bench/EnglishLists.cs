using System.Collections.Immutable;
using Dragoman.Language;
using Dragoman.Language.Neural;
using Dragoman.Language.Packs;

namespace Dragoman.Bench;

/// <summary>
/// The lists of words that the network is told of beside its sentences: given names, surnames and towns of <c>models/en/lists</c>, states, peoples, titles
/// and nouns of the language pack.
/// </summary>
internal sealed class EnglishLists
{
    private const string Language = "en";
    private const int ShortestPart = 4; // letters; shorter words of organisations' names tell nothing
    private const int LongestOffice = 2; // words; "ambassador to the …" does not stand before a name

    private readonly DataFolder _data;
    private readonly List<(string Word, WordListKind Kind)> _entries = [];
    private readonly HashSet<string> _titles = new(StringComparer.Ordinal);

    private EnglishLists(DataFolder data) => _data = data;

    public WordLists Words => WordLists.From(_entries, Casing.Plain);

    /// <summary>Words that stand before a name and are no part of it, in lower case, without a full stop.</summary>
    public IReadOnlySet<string> Titles => _titles;

    /// <summary>Files with what their licence lines say.</summary>
    public static ImmutableArray<(string Name, string Licence, string File)> Sources { get; } =
    [
        ("given names", "MIT (faker-js)", "models/en/lists/given-names.txt"),
        ("surnames", "MIT (faker-js)", "models/en/lists/surnames.txt"),
        ("towns", "CC BY 4.0 (GeoNames)", "models/en/lists/places.txt"),
        ("regions", "MIT (iso-3166)", "models/en/lists/regions.txt"),
        ("organisations", "MIT (Phoenix)", "models/en/lists/organisations.txt"),
        ("actors", "of this project", "world/actors"),
        ("states", "of this project", "world/states.tsv"),
        ("places", "of this project", "world/places.tsv"),
        ("offices", "of this project", "lang/en/offices.tsv"),
        ("nominals", "of this project", "lang/en/nominals.tsv"),
    ];

    public static EnglishLists Load(DataFolder data)
    {
        EnglishLists lists = new(data);
        lists.AddLines("given-names", WordListKind.Given);
        lists.AddLines("surnames", WordListKind.Surname);
        lists.AddLines("places", WordListKind.Town);
        lists.AddLines("regions", WordListKind.Town);
        lists.AddLines("organisations", WordListKind.Organisation);
        lists.AddActors();
        lists.AddStates();
        foreach (string[] cells in lists.Rows("world/places.tsv").Where(cells => cells[1] == Language))
            foreach (string name in cells[0].Split('|')) lists.Add(name, WordListKind.Town);
        foreach (string[] cells in lists.Rows("lang/en/offices.tsv").Where(cells => cells[0].Count(c => c == ' ') < LongestOffice)) lists.AddTitle(cells[0]);
        Problems problems = new();
        foreach (string honorific in YamlFile.Read(data, "lang/en/mentions.yml", problems)?.Texts("honorifics") ?? []) lists.AddTitle(honorific);
        problems.ThrowIfAny();
        lists.AddNominals();
        return lists;
    }

    private void AddLines(string list, WordListKind kind)
    {
        foreach (string line in File.ReadLines(_data.Path($"models/{Language}/lists/{list}.txt")).Where(line => line.Length > 0 && line[0] != '#')) Add(line, kind);
    }

    private void AddStates()
    {
        foreach (string[] cells in Rows("world/states.tsv").Where(cells => cells[1] == Language))
        {
            foreach (string name in Alternatives(cells, 2)) Add(name, WordListKind.State);
            foreach (string adjective in Alternatives(cells, 3)) Add(adjective, WordListKind.OfState);
            foreach (string people in Alternatives(cells, 4)) Add(people, WordListKind.People);
            foreach (string capital in Alternatives(cells, 5).Concat(Alternatives(cells, 6))) Add(capital, WordListKind.Town);
        }
    }

    /// <summary>People of the catalogue give their surnames, other actors their names.</summary>
    private void AddActors()
    {
        Problems problems = new();
        foreach (string file in _data.Files("world/actors", ".yml"))
        {
            foreach (YamlData actor in YamlFile.Read(_data, file, problems)?.Items ?? [])
            {
                string kind = actor.Need("kind")!.Text;
                foreach (string name in actor.Get("names")?.Texts(Language) ?? [])
                {
                    if (kind == "person") Add(name.Split(' ')[^1], WordListKind.Surname);
                    else if (kind is "organisation" or "group") Add(name, WordListKind.Organisation);
                }
            }
        }

        problems.ThrowIfAny();
    }

    private void AddNominals()
    {
        foreach (string[] cells in Rows("lang/en/nominals.tsv"))
        {
            if (cells[1] is "body" or "outlet" or "government" or "ending") Add(cells[0], WordListKind.Body);
            else if (cells[1] == "person") Add(cells[0], WordListKind.Person);
        }
    }

    private void AddTitle(string phrase)
    {
        foreach (string word in phrase.Split(' '))
            if (_titles.Add(word)) _entries.Add((word, WordListKind.Title));
    }

    /// <summary>Of a name of several words the capitalised ones are its parts.</summary>
    private void Add(string name, WordListKind kind)
    {
        string[] words = name.Split(' ');
        WordListKind part = kind switch { WordListKind.Town => WordListKind.PartOfTown, WordListKind.State => WordListKind.PartOfState, WordListKind.Organisation => WordListKind.PartOfOrganisation, _ => kind };
        foreach (string word in words)
            if (words.Length == 1 || (word.Length > 0 && char.IsUpper(word, 0) && (kind != WordListKind.Organisation || word.Length >= ShortestPart))) _entries.Add((word, words.Length == 1 ? kind : part));
    }

    private static IEnumerable<string> Alternatives(string[] cells, int column) => cells.Length > column ? cells[column].Split('|', StringSplitOptions.RemoveEmptyEntries) : [];

    private IEnumerable<string[]> Rows(string file) => File.ReadLines(_data.Path(file)).Where(line => line.Length > 0 && line[0] != '#').Skip(1).Select(line => line.Split('\t'));
}
