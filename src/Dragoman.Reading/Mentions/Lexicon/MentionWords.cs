using Dragoman.Language.Packs;

namespace Dragoman.Reading.Mentions.Lexicon;

/// <summary>The word lists of <c>lang/&lt;language&gt;/mentions.yml</c>; each is explained there.</summary>
public sealed class MentionWords
{
    private MentionWords(YamlData? file)
    {
        Honorifics = Set(file, "honorifics");
        Particles = Set(file, "particles");
        Connectors = Set(file, "connectors");
        Quantities = Set(file, "quantities");
        Others = Set(file, "others");
        Definite = Set(file, "definite");
        EmptyModifiers = Set(file, "empty-modifiers");
        NotInOffice = Set(file, "not-in-office");
        PlacePrepositions = Set(file, "place-prepositions");
        DirectionPrepositions = Set(file, "direction-prepositions");
        GoalPrepositions = Set(file, "goal-prepositions");
        Belonging = Set(file, "belonging-prepositions");
        Motions = Set(file, "motions");
        PossessedByStates = Set(file, "possessed-by-states");
        NotActors = Set(file, "not-actors");
        file?.Close();
    }

    public IReadOnlySet<string> Honorifics { get; }

    public IReadOnlySet<string> Particles { get; }

    public IReadOnlySet<string> Connectors { get; }

    public IReadOnlySet<string> Quantities { get; }

    public IReadOnlySet<string> Others { get; }

    public IReadOnlySet<string> Definite { get; }

    public IReadOnlySet<string> EmptyModifiers { get; }

    public IReadOnlySet<string> NotInOffice { get; }

    public IReadOnlySet<string> PlacePrepositions { get; }

    public IReadOnlySet<string> DirectionPrepositions { get; }

    public IReadOnlySet<string> GoalPrepositions { get; }

    public IReadOnlySet<string> Belonging { get; }

    public IReadOnlySet<string> Motions { get; }

    public IReadOnlySet<string> PossessedByStates { get; }

    public IReadOnlySet<string> NotActors { get; }

    public static MentionWords Load(DataFolder data, string language, Problems problems) =>
        new(YamlFile.Read(data, $"lang/{language}/mentions.yml", problems));

    private static HashSet<string> Set(YamlData? file, string key) =>
        new((file?.Need(key)?.Items ?? []).Select(item => NameFold.Key(item.Text)), StringComparer.Ordinal);
}
