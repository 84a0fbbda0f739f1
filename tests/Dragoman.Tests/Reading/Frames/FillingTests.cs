using System.Collections.Immutable;
using Dragoman.Language.Packs;
using Dragoman.Reading.Intake;
using Dragoman.Record;
using Dragoman.Tests.Repository;
using Xunit;
using Reader = Dragoman.Reading.Reader;

namespace Dragoman.Tests;

/// <summary>Whom and what the slots of a record are filled with, on sentences of invented states.</summary>
public sealed class FillingTests
{
    private static readonly Lazy<Reader> English = new(() => Reader.Load(new DataFolder(RepositoryRoot.Path), "en"));

    [Fact]
    public void Both_sides_are_the_two_that_the_text_has_just_named()
    {
        DocumentReading reading = Read("France and Germany were at war for six years. Both sides agreed to a ceasefire on May 10.");
        Assert.Equal(["France", "Germany"], Actors(reading, FindingKind.Ceasefire, "by"));
    }

    [Fact]
    public void Both_sides_stay_what_they_are_where_the_text_has_named_three()
    {
        DocumentReading reading = Read("France, Spain and Germany were at war for six years. Both sides agreed to a ceasefire on May 10.");
        Assert.DoesNotContain("France", Actors(reading, FindingKind.Ceasefire, "by"));
    }

    [Fact]
    public void Envoys_called_by_the_adjectives_of_their_states_take_part_for_them()
    {
        DocumentReading reading = Read("The war goes on. French and German envoys met in Oslo on Monday.");
        Assert.Equal(["France", "Germany"], Actors(reading, FindingKind.Meeting, "participants"));
    }

    [Fact]
    public void The_author_of_a_statement_in_the_first_person_is_who_welcomes()
    {
        DocumentReading reading = Read("Statement by President Emmanuel Macron on the truce\n\nI welcome the truce between the army and the rebels. The war has lasted six years. I call on all sides to keep it.\n");
        Assert.Equal(["Emmanuel Macron"], Actors(reading, FindingKind.Response, "by"));
    }

    [Fact]
    public void What_one_does_not_think_will_happen_is_unlikely_to() =>
        Assert.Equal("impossible", Word(Read("\"I do not think that the war will end soon,\" the general said."), FindingKind.Forecast, "likelihood"));

    [Fact]
    public void Talks_that_go_on_are_under_way() =>
        Assert.Equal("under-way", Word(Read("The war goes on. Ongoing talks between France and Germany in Oslo brought no truce."), FindingKind.Meeting, "status"));

    [Fact]
    public void A_truce_in_a_condition_on_what_there_is_has_not_been_agreed() =>
        Assert.All(Read("The army will go on shelling the rebels even if there is agreement on a truce.").Findings.Where(f => f.Kind == FindingKind.Ceasefire), f => Assert.Equal(Factuality.Conditional, f.Factuality));

    private static ImmutableArray<string> Actors(DocumentReading reading, FindingKind kind, string slot) =>
        [.. ((SlotValue.Actors)Value(reading, kind, slot)).Ids.Select(id => reading.Actors.Single(a => a.Id == id).Name)];

    private static string Word(DocumentReading reading, FindingKind kind, string slot) => ((SlotValue.Word)Value(reading, kind, slot)).Value;

    private static SlotValue Value(DocumentReading reading, FindingKind kind, string slot) =>
        Assert.Single(Assert.Single(reading.Findings, f => f.Kind == kind).Slots, s => s.Name == slot).Value;

    private static DocumentReading Read(string text) =>
        English.Value.Read(new Article { Id = "case", Source = "case", Document = new(text), Published = "2026-09-15", Language = "en" });
}
