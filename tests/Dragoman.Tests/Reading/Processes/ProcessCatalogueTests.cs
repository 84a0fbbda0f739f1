using Dragoman.Language.Packs;
using Dragoman.Reading.Processes;
using Dragoman.Record.Processes;
using Dragoman.Tests.Repository;
using Xunit;

namespace Dragoman.Tests;

public sealed class ProcessCatalogueTests : IDisposable
{
    private const string Sound = """
        names: { en: [North valley] }
        since: 2031-01
        parties:
          - { id: norland, role: party, names: { en: [Norland, Halvard] } }
          - { id: sudria, role: party, country: SX, names: { en: [Sudria] }, actors: [oren-calda] }
          - { id: aldoria, role: mediator, names: { en: [Aldoria] } }
        issues: [ceasefire]
        """;

    private readonly string _folder = Directory.CreateTempSubdirectory().FullName;

    public ProcessCatalogueTests()
    {
        Directory.CreateDirectory(Path.Combine(_folder, "world", "processes"));
        Directory.CreateDirectory(Path.Combine(_folder, "world", "actors"));
        File.WriteAllText(Path.Combine(_folder, "world", "issues.yml"), "- { id: ceasefire, names: { en: Ceasefire }, words: { en: [truce~] } }\n");
        File.WriteAllText(Path.Combine(_folder, "world", "actors", "people.yml"), "- { id: oren-calda, kind: person, names: { en: [Oren Calda] } }\n");
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void The_processes_that_come_with_the_program_have_no_fault()
    {
        DataFolder data = new(RepositoryRoot.Path);
        Problems problems = new();
        ProcessCatalogue catalogue = ProcessCatalogue.Load(data, problems, isThorough: true);
        Assert.Empty(problems.Items);
        Assert.Equal(["drc", "gaza", "karsk", "orrin-banks", "syria", "ukraine-russia", "yemen"], catalogue.Processes.Select(p => p.Key));
        Assert.All(catalogue.Processes, process => Assert.NotEmpty(process.Issues));
    }

    [Fact]
    public void A_sound_file_is_read_whole()
    {
        PeaceProcess process = Assert.Single(Load(Sound, out Problems problems));
        Assert.Empty(problems.Items);
        Assert.Equal("north-valley", process.Key);
        Assert.Equal(["norland", "sudria", "aldoria"], process.Parties.Select(p => p.Id));
        Assert.Equal("ceasefire", Assert.Single(process.Issues));
        Assert.False(process.Covers(new(2030, 12, 31)));
        Assert.True(process.Covers(new(2031, 1, 1)));
    }

    [Theory]
    [InlineData("issues: [ceasefire]", "issues: [ceasefires]", "north-valley.yml:7:10 DG1125", "did you mean 'ceasefire'?")]
    [InlineData("role: mediator", "role: mediater", "north-valley.yml:6:26 DG1121", "guarantor")]
    [InlineData("since: 2031-01", "since: 2031-13", "north-valley.yml:2:8 DG1123", "2022-04")]
    [InlineData("since: 2031-01", "sinse: 2031-01", "north-valley.yml:2:1 DG1007", "did you mean 'since'?")]
    [InlineData("id: sudria", "id: norland", "north-valley.yml:5:5 DG1120", "twice")]
    [InlineData("country: SX", "country: Sudria", "north-valley.yml:5:5 DG1121", "alpha-2")]
    [InlineData("oren-calda", "oren-caldo", "north-valley.yml:5:79 DG1125", "did you mean 'oren-calda'?")]
    [InlineData("{ id: norland, role: party", "{ id: norland, role: mediator", "DG1124", "at least two")]
    public void A_fault_is_named_with_its_place(string right, string wrong, string place, string advice)
    {
        Load(Sound.Replace(right, wrong, StringComparison.Ordinal), out Problems problems);
        string problem = Assert.Single(problems.Items).ToString();
        Assert.Contains(place, problem, StringComparison.Ordinal);
        Assert.Contains(advice, problem, StringComparison.Ordinal);
    }

    [Fact]
    public void Outlets_of_one_owner_share_a_key_and_a_site_is_found_without_www()
    {
        File.WriteAllText(Path.Combine(_folder, "world", "outlets.yml"), "- { names: [The Courier, courier.example], owner: Courier House }\n- { names: [The Evening], owner: Courier House }\n");
        ProcessCatalogue catalogue = ProcessCatalogue.Load(new(_folder), new Problems());
        Assert.Equal(catalogue.Outlets.OwnerKey("The Evening"), catalogue.Outlets.OwnerKey("www.courier.example"));
        Assert.NotEqual(catalogue.Outlets.OwnerKey("The Evening"), catalogue.Outlets.OwnerKey("The Morning"));
    }

    private IEnumerable<PeaceProcess> Load(string file, out Problems problems)
    {
        File.WriteAllText(Path.Combine(_folder, "world", "processes", "north-valley.yml"), file);
        problems = new();
        return ProcessCatalogue.Load(new(_folder), problems, isThorough: true).Processes;
    }
}
