using System.Collections.Immutable;
using Dragoman.Boards;
using Dragoman.Language.Packs;
using Dragoman.Record.Views.Boards;
using Dragoman.Tests.Repository;
using Xunit;

namespace Dragoman.Tests;

public sealed class BoardDataTests
{
    private static readonly DataFolder Data = new(RepositoryRoot.Path);

    [Fact]
    public void The_data_of_the_boards_have_no_fault()
    {
        BoardWorld world = BoardData.Load(Data);
        Assert.Equal("icd203", world.Scale(null)!.Id);
        Assert.Equal("Kent 1964", world.Scale("kent")!.Name);
        Assert.NotEmpty(world.Issues.All);
    }

    [Fact]
    public void Every_issue_is_named_by_its_examples_and_not_by_its_counter_examples()
    {
        Problems problems = new();
        ImmutableArray<IssueEntry> entries = IssueFile.Read(Data, problems);
        Assert.Empty(problems.Items);
        IssueList issues = new([.. entries.Select(e => e.Issue)]);
        Assert.All(entries, entry =>
        {
            Assert.NotEmpty(entry.Examples);
            Assert.All(entry.Examples, example => Assert.Contains(entry.Issue, issues.In(example, "en")));
            Assert.All(entry.Not, example => Assert.DoesNotContain(entry.Issue, issues.In(example, "en")));
        });
    }

    [Fact]
    public void Every_issue_has_a_name_and_words_in_each_language_of_the_desk() =>
        Assert.All(BoardData.Load(Data).Issues.All, issue => Assert.All(["en", "ru", "tr", "uk"], language =>
        {
            Assert.True(issue.Names.ContainsKey(language), issue.Id + " " + language);
            Assert.True(issue.Words.ContainsKey(language), issue.Id + " " + language);
        }));

    [Fact]
    public void Faults_of_the_issues_are_named_with_their_place()
    {
        string folder = Directory.CreateTempSubdirectory().FullName;
        Directory.CreateDirectory(Path.Combine(folder, "world"));
        File.WriteAllText(Path.Combine(folder, "world", "issues.yml"), "- id: water\n  names: { en: Water }\n  kinds: [flood]\n  words: { en: [\"~\"] }\n- id: water\n  names: { en: Water }\n  words: { en: [river~] }\n");
        Problems problems = new();
        IssueFile.Read(new(folder), problems);
        Assert.Equal(["DG1110", "DG1111", "DG1112"], problems.Items.Select(p => p.Code).Order());
        Assert.All(problems.Items, p => Assert.True(p.Line > 0));
        Directory.Delete(folder, recursive: true);
    }
}
