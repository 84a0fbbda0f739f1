using Dragoman.Record;
using Dragoman.Record.Entries;
using Dragoman.Record.Linking;
using Dragoman.Record.Processes;
using Dragoman.Record.Views;
using NodaTime;
using Xunit;

namespace Dragoman.Tests;

public sealed class DocumentPlacerTests
{
    private static readonly PeaceProcess Valley = Process("valley", ["Norland", "Sudria"], ["Karsk"], "Aldoria");
    private static readonly PeaceProcess Coast = Process("coast", ["Vestmark", "Ostria"], ["Port Alder"], "Aldoria");
    private static readonly DocumentPlacer Placer = new([Coast, Valley]);

    private const string Lead = "Norland and Sudria agreed to a truce on the Karsk.";
    private const string Third = "Aldoria demands that Vestmark open Port Alder.";
    private const string Own = "Norland will let observers in.";

    [Fact]
    public void A_document_in_which_both_sides_act_belongs_and_says_why()
    {
        DocumentPlaces places = Placer.Place(File(Mixed()), LinkDecisions.Empty);
        Membership membership = Assert.Single(places.Memberships);
        Assert.Equal("valley", membership.Process);
        Assert.Contains(membership.Signs, sign => sign is { Reason: PlacingReason.Actor, What: "Norland" });
        Assert.Contains(membership.Signs, sign => sign is { Reason: PlacingReason.Place, What: "Karsk" });
    }

    [Fact]
    public void What_a_mediator_demands_of_a_third_state_is_filed_under_that_states_process()
    {
        DocumentState document = File(Mixed());
        RecordPlace place = Placer.Place(document, LinkDecisions.Empty).Records[Condition(document)];
        Assert.Equal("coast", place.Process);
        Assert.True(place.IsElsewhere);
        Assert.Contains(place.Signs, sign => sign.Reason == PlacingReason.Place);
    }

    [Fact]
    public void A_record_without_a_sign_of_its_own_goes_where_its_document_does()
    {
        DocumentState document = File(new HandMade("plain", Lead + " They will meet soon.").Actor("A1", ActorKind.State, "Norland", "Norland").Actor("A2", ActorKind.State, "Sudria", "Sudria")
            .Found("R1", FindingKind.Meeting, "meet", "They will meet soon.", null).Build());
        RecordPlace place = Placer.Place(document, LinkDecisions.Empty).Records[document.Records[0].Id];
        Assert.Equal(("valley", PlacingReason.Document), (place.Process, Assert.Single(place.Signs).Reason));
    }

    [Fact]
    public void What_is_about_no_known_process_is_left_aside()
    {
        DocumentState document = File(new HandMade("grocers", "Norland's grocers ended their price truce.").Actor("A1", ActorKind.State, "Norland", "Norland")
            .Found("R1", FindingKind.Ceasefire, "truce", "Norland's grocers ended their price truce.", null).Build());
        DocumentPlaces places = Placer.Place(document, LinkDecisions.Empty);
        Assert.Empty(places.Memberships);
        Assert.Null(places.Records[document.Records[0].Id].Process);
    }

    [Fact]
    public void A_document_from_before_a_process_does_not_belong() =>
        Assert.Empty(Placer.Place(File(Mixed("2019-01-01")), LinkDecisions.Empty).Memberships);

    [Fact]
    public void A_person_can_place_a_document_and_a_record_otherwise()
    {
        DocumentState document = File(Mixed());
        PlacementDecided left = new() { Document = document.Id, Process = "valley", Placement = Placement.Outside };
        PlacementDecided kept = new() { Document = document.Id, Record = Condition(document), Process = "valley", Placement = Placement.Inside };
        DocumentPlaces outside = Placer.Place(document, Decided(left));
        Assert.Empty(outside.Memberships);
        Assert.Equal("Ada", Assert.Single(outside.Records[document.Records.First(r => r.Kind == "agreement").Id].Signs).What);
        Assert.Equal("valley", Placer.Place(document, Decided(kept)).Records[Condition(document)].Process);
        Assert.Equal("coast", Placer.Place(document, Decided(kept with { Placement = Placement.Open })).Records[Condition(document)].Process);
    }

    private static string Condition(DocumentState document) => document.Records.First(r => r.Kind == "condition").Id;

    private static LinkDecisions Decided(Entry entry) =>
        LedgerState.Of([new LedgerLine(1, EntryJson.Id(entry), Instant.FromUtc(2031, 9, 10, 12, 0), Run.Person("Ada"), entry)]).LinkDecisions;

    private static DocumentReading Mixed(string published = "2031-09-09") => new HandMade("mixed", string.Join("\n\n", Lead, Own, Third))
        .Actor("A1", ActorKind.State, "Norland", "Norland", Own[..7]).Actor("A2", ActorKind.State, "Sudria", "Sudria").Actor("A3", ActorKind.State, "Aldoria", "Aldoria").Actor("A4", ActorKind.State, "Vestmark", "Vestmark")
        .Found("R1", FindingKind.Agreement, "agreed", Lead, null, HandMade.Who("parties", "A1", "A2"))
        .Found("R2", FindingKind.Condition, "demands", Third, null, HandMade.Who("by", "A3"), HandMade.Who("on", "A4"))
        .Build(published: published);

    private static DocumentState File(DocumentReading reading)
    {
        long sequence = 0;
        return LedgerState.Of(Filing.Of(reading, "rules/1").Entries.Select(entry =>
            new LedgerLine(++sequence, EntryJson.Id(entry), Instant.FromUtc(2031, 9, 10, 12, 0), Run.Reader("rules/1"), entry))).InOrder.Single();
    }

    private static PeaceProcess Process(string key, string[] sides, string[] places, string mediator) => new()
    {
        Key = key,
        Names = In(key),
        Since = new(2030, 1, 1),
        Parties = [.. sides.Select(side => new Party { Id = side, Role = PartyRole.Party, Names = In(side) }), new Party { Id = mediator, Role = PartyRole.Mediator, Names = In(mediator) }],
        Issues = [],
        Places = In(places),
    };

    private static Wording In(params string[] words) => new([new("en", [.. words])]);
}
