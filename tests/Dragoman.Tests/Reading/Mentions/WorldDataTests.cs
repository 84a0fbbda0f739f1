using System.Globalization;
using Dragoman.Language.Packs;
using Dragoman.Reading.Mentions;
using Dragoman.Reading.Mentions.World;
using Dragoman.Tests.Repository;
using NodaTime;
using Xunit;

namespace Dragoman.Tests;

public sealed class WorldDataTests
{
    private static readonly DataFolder Data = new(RepositoryRoot.Path);

    [Fact]
    public void The_world_and_the_english_lists_load_without_a_problem()
    {
        Problems problems = new();
        MentionFinder.Load(Data, "en", problems);
        Assert.Empty(problems.Items);
    }

    [Fact]
    public void Every_office_in_the_world_has_a_word_and_belongs_to_a_state_or_to_a_listed_body()
    {
        ActorCatalogue actors = ActorCatalogue.Load(Data, "en", new());
        Gazetteer gazetteer = Gazetteer.Load(Data, "en", new());
        HashSet<string> offices = [.. Tsv.Read(Data, "lang/en/offices.tsv", ["phrase", "office", "speaks-for", "covers"], new()).Select(row => row[1])];
        HashSet<string> bodies = [.. actors.Actors.Select(actor => actor.Id)];
        string[] unknown = [.. actors.Actors.SelectMany(actor => actor.Offices)
            .Where(tenure => !offices.Contains(tenure.Office) || gazetteer.StateName(tenure.Of) is null && !bodies.Contains(tenure.Of)).Select(tenure => tenure.ToString())];
        Assert.Empty(unknown);
        Assert.Empty(actors.Actors.Where(actor => actor.Country is { } country && gazetteer.StateName(country) is null).Select(actor => actor.Id));
        Assert.Equal(actors.Actors.Length, bodies.Count);
    }

    [Theory]
    [InlineData("world/states.tsv")]
    [InlineData("world/places.tsv")]
    [InlineData("lang/en/offices.tsv")]
    [InlineData("lang/en/nominals.tsv")]
    [InlineData("lang/en/pronouns.tsv")]
    public void A_list_is_sorted_and_holds_no_line_twice(string file)
    {
        string[] rows = [.. File.ReadLines(Data.Path(file)).Where(line => line.Length > 0 && line[0] != '#').Skip(1)];
        Assert.Equal(rows.Order(StringComparer.Ordinal).Distinct(), rows);
    }

    [Fact]
    public void An_actor_file_names_every_fault_with_its_place()
    {
        using DirectoryHandle folder = new();
        Directory.CreateDirectory(Path.Combine(folder.Path, "world", "actors"));
        File.WriteAllText(
            Path.Combine(folder.Path, "world", "actors", "faulty.yml"),
            """
            - id: vren
              kind: persn
              names: { en: Aldo Vren }
              ofices: []
            - id: vren
              kind: person
              gender: x
              names: { en: Aldo Vren }
              offices:
                - { office: president, of: NL, from: 2020-13 }
            """);
        Problems problems = new();
        ActorCatalogue.Load(new DataFolder(folder.Path), "en", problems);
        Assert.Equal(
            ["2:9 DG1102", "4:3 DG1007", "5:3 DG1101", "5:3 DG1102", "10:7 DG1103"],
            problems.Items.OrderBy(p => p.Line).ThenBy(p => p.Code, StringComparer.Ordinal).Select(p => string.Create(CultureInfo.InvariantCulture, $"{p.Line}:{p.Column} {p.Code}")));
    }

    [Theory]
    [InlineData("2020", false, 2020, 1, 1)]
    [InlineData("2020", true, 2020, 12, 31)]
    [InlineData("2024-02", true, 2024, 2, 29)]
    [InlineData("2019-05-20", true, 2019, 5, 20)]
    public void A_tenure_of_a_month_or_year_reaches_to_its_ends(string text, bool last, int year, int month, int day) =>
        Assert.Equal(new LocalDate(year, month, day), Tenure.Day(text, last));

    [Theory]
    [InlineData("2019-5-x")]
    [InlineData("2019-02-30")]
    [InlineData("")]
    [InlineData("2019-01-01-01")]
    public void What_is_no_date_is_no_tenure(string text) => Assert.Null(Tenure.Day(text, last: false));

    [Theory]
    [InlineData("Sana’a", "SANA'A")]
    [InlineData("İkbal", "ikbal")]
    [InlineData("Zelenský", "zelensky")]
    [InlineData("Abdel-Fattah", "Abdel Fattah")]
    public void Spellings_of_one_name_fold_alike(string left, string right) => Assert.Equal(NameFold.Key(left), NameFold.Key(right));

    private sealed class DirectoryHandle : IDisposable
    {
        public string Path { get; } = Directory.CreateTempSubdirectory("dragoman").FullName;

        public void Dispose() => Directory.Delete(Path, recursive: true);
    }
}
