using System.Collections.Immutable;
using Dragoman.Language;
using Dragoman.Language.Packs;
using Dragoman.Reading.Frames;
using Dragoman.Reading.Intake;
using Dragoman.Record;
using Dragoman.Tests.Repository;
using Xunit;
using Reader = Dragoman.Reading.Reader;

namespace Dragoman.Tests;

public sealed class TopicTests
{
    private static readonly Lazy<Reader> English = new(() => Reader.Load(new DataFolder(RepositoryRoot.Path), "en"));

    [Fact]
    public void A_truce_between_grocers_between_clubs_or_in_a_street_s_name_gives_no_record()
    {
        Assert.Empty(Read("The grocers' truce ended on Monday. Karlsen cut the price of herring, and Havn called for talks on an end to the price war. Shareholders of both retailers urged them to merge."));
        Assert.Empty(Read("The clubs agreed to a truce before the derby. The striker called for an end to the fighting. The coach accepted. The truce collapsed in the second half of the match."));
        Assert.Empty(Read("Truce Street will be closed on Truce Day. The mayor called for talks. The council agreed."));
    }

    [Fact]
    public void The_same_words_in_a_report_on_a_war_give_records() =>
        Assert.Contains(Read("The truce ended on Monday. Norland's army shelled the port. The rebels called for talks on an end to the war."), f => f.Kind == FindingKind.Ceasefire);

    [Fact]
    public void A_truce_in_passing_that_names_no_party_is_left_out_of_a_report_on_other_violence()
    {
        const string Report = "A bomb killed four people in the market of Brede. The blast broke windows. The attack wounded ten. Police closed the road. Doctors asked for blood. "
            + "The attackers fled. The bombing was the third this year. Buses were stopped. Schools will open on Friday. Shells fell there in the war. Families left the town. ";
        Assert.DoesNotContain(Read(Report + "A ceasefire there collapsed last July."), f => f.Kind == FindingKind.Ceasefire);
        Assert.Contains(Read(Report + "Norland ended its ceasefire last July."), f => f.Kind == FindingKind.Ceasefire);
        Assert.Contains(Read(Report + "Mediators hope for peace. A ceasefire there collapsed last July."), f => f.Kind == FindingKind.Ceasefire);
    }

    [Fact]
    public void A_language_may_have_more_than_64_word_classes()
    {
        string classes = string.Concat(Enumerable.Range(0, 200).Select(i => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"filler-{i:000}\tfiller{i}\n")));
        using RuleFolder folder = new("""
            rules:
              - id: declare
                trigger: declare
                where: { truce: "patient[@zone]" }
                slots: { act: announced }
                examples: ["Norland declared a zone."]
            """, classes + "zone\tzone\n");
        Problems problems = new();
        FrameReader reader = FrameReader.Load(folder.Data, "en", problems);
        Assert.Empty(problems.Items);
        AnnotatedDocument text = Tree.Of("""
            Norland Norland PROPN 2 nsubj
            declared declare VERB 0 root VerbForm=Fin
            a a DET 4 det
            zone zone NOUN 2 obj
            """);
        Assert.Single(reader.Read(new() { Page = new() { Regions = [] }, Text = text, Times = [], Cast = new([], []), Attributions = [] }));
    }

    private static ImmutableArray<Finding> Read(string text) =>
        English.Value.Read(new Article { Id = "case", Source = "case", Document = new(text), Published = "2026-09-15", Language = "en" }).Findings;
}
