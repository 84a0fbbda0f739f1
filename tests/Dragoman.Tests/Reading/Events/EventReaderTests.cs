using Dragoman.Language;
using Dragoman.Language.Packs;
using Dragoman.Reading;
using Dragoman.Reading.Drafting;
using Dragoman.Reading.Events;
using Dragoman.Reading.Intake;
using Dragoman.Record;
using Dragoman.Tests.Repository;
using Xunit;

namespace Dragoman.Tests;

public sealed class EventReaderTests
{
    private static readonly Lazy<Annotator> Annotator = new(() => Language.Annotator.Load(Data, "en", new Problems())!);

    private static readonly Lazy<EventReader> Events = new(() => Loaded(problems => EventReader.Load(Data, "en", problems)));

    private static readonly Lazy<Reader> English = new(() => Reader.Load(Data, "en"));

    private static DataFolder Data => new(RepositoryRoot.Path);

    [Theory]
    [InlineData("Norland agreed to send observers to Sudria.", "AGREE", "Norland")]
    [InlineData("Norland will meet the Sudrian envoys in Port Amity.", "AGREE", "Norland")]
    [InlineData("Norland's president met the Sudrian chancellor in Port Amity.", "CONSULT", "president")]
    [InlineData("Norland praised the rulers of Vestmark.", "SUPPORT", "Norland")]
    [InlineData("Norland has shared intelligence with Vestmark.", "COOPERATE", "Norland")]
    [InlineData("Norland has sent humanitarian aid to Sudria.", "AID", "Norland")]
    [InlineData("Norland conceded to the demands of the strikers.", "CONCEDE", "Norland")]
    [InlineData("Norland has lifted its embargo on Sudria.", "RETREAT", "Norland")]
    [InlineData("A truce was declared by Norland.", "RETREAT", "Norland")]
    [InlineData("Norland urged Sudria to leave the valley.", "REQUEST", "Norland")]
    [InlineData("Norland accused Sudria of shelling the port.", "ACCUSE", "Norland")]
    [InlineData("Norland refused to meet the Sudrian envoys.", "REJECT", "Norland")]
    [InlineData("Norland will not release the prisoners.", "REJECT", "Norland")]
    [InlineData("Norland threatened to attack Sudria.", "THREATEN", "Norland")]
    [InlineData("Norland will impose sanctions on Sudria.", "THREATEN", "Norland")]
    [InlineData("Dockworkers protested against the government of Norland.", "PROTEST", "Dockworkers")]
    [InlineData("On Monday the government of Norland expelled two Sudrian diplomats.", "SANCTION", "government")]
    [InlineData("Norland deployed troops along the border with Sudria.", "MOBILIZE", "Norland")]
    [InlineData("Norland has arrested a Sudrian journalist.", "COERCE", "Norland")]
    [InlineData("Norland launched an attack on Sudria.", "ASSAULT", "Norland")]
    public void A_clause_is_coded_by_what_it_says_was_done_intended_or_refused(string sentence, string root, string source)
    {
        AnnotatedDocument text = Annotate(sentence);
        EventCode code = Events.Value.Read(text).First();
        Assert.Equal(root, code.Root.Name);
        Assert.Contains(code.Sources, token => text.Tokens[token].Form == source);
    }

    [Theory]
    [InlineData("The valley lies between two rivers.")]
    [InlineData("Norland did not attack Sudria.")]
    public void What_is_no_event_is_not_coded(string sentence) => Assert.Empty(Events.Value.Read(Annotate(sentence)));

    [Fact]
    public void The_content_of_an_event_is_no_event_beside_it()
    {
        EventCode code = Assert.Single(Events.Value.Read(Annotate("Norland condemned the attack on the port.")));
        Assert.Equal("ACCUSE", code.Root.Name);
    }

    [Fact]
    public void Who_undergoes_a_noun_is_its_target()
    {
        AnnotatedDocument text = Annotate("Norland faces criticism from Sudria.");
        EventCode code = Assert.Single(Events.Value.Read(text));
        Assert.Equal("Sudria", text.Tokens[Assert.Single(code.Sources)].Form);
        Assert.Equal("Norland", text.Tokens[Assert.Single(code.Targets)].Form);
    }

    [Fact]
    public void Coding_twice_gives_the_same_events()
    {
        AnnotatedDocument text = Annotate("Norland and Sudria held talks, and Vestmark threatened to close its border.");
        Assert.Equal(Events.Value.Read(text).Select(e => (e.Rule, e.Anchor)), Events.Value.Read(text).Select(e => (e.Rule, e.Anchor)));
        Assert.Equal(2, Events.Value.Read(text).Length);
    }

    [Fact]
    public void The_events_of_a_reading_name_actors_of_the_reading_and_cite_its_words()
    {
        string text = File.ReadAllText(RepositoryRoot.At("samples", "01-harvest-truce.txt"));
        DocumentReading reading = English.Value.Read(new Article { Id = "sha256:0", Source = "a.txt", Document = new(text) });
        HashSet<string> actors = [.. reading.Actors.Select(actor => actor.Id)];
        Assert.NotEmpty(reading.Events);
        Assert.Contains(reading.Events, e => e.Record is not null);
        Assert.Equal(reading.Events.Length, reading.Events.Select(e => e.Id).Distinct().Count());
        Assert.All(reading.Events, e =>
        {
            Assert.NotEmpty(e.Source.Concat(e.Target));
            Assert.All(e.Source.Concat(e.Target), id => Assert.Contains(id, actors));
            Assert.True(e.Anchor.StandsIn(text) && e.Evidence.StandsIn(text));
            if (e.Record is not null) Assert.Contains(reading.Findings, finding => finding.Id == e.Record);
        });
        Assert.Contains("\"events\":[{\"id\":\"E1\"", System.Text.Encoding.UTF8.GetString(ReadingJson.Write(reading)), StringComparison.Ordinal);
    }

    [Fact]
    public void A_record_has_the_event_that_its_kind_and_slots_say()
    {
        RecordCoder coder = Loaded(problems => RecordCoder.Load(Data, PloverVocabulary.Load(Data, problems), problems));
        Finding truce = HandMade.Truce().Findings[0];
        Finding With(FindingKind kind, Factuality? factuality, params Slot[] slots) => truce with { Kind = kind, Factuality = factuality, Slots = [.. slots] };
        SlotValue.Actors two = new(["A1", "A2"]);
        Slot held = new("status", new SlotValue.Word("held"));
        RecordCode meeting = coder.Code(With(FindingKind.Meeting, Factuality.Actual, new("participants", two), held))!;
        Assert.Equal(("CONSULT", "A1 A2", "A1 A2"), (meeting.Root.Name, string.Join(' ', meeting.Source), string.Join(' ', meeting.Target)));
        Assert.Equal("AGREE", coder.Code(With(FindingKind.Meeting, Factuality.Planned, held))!.Root.Name);
        Assert.Equal("REJECT", coder.Code(With(FindingKind.Meeting, Factuality.Denied, new Slot("status", new SlotValue.Word("refused"))))!.Root.Name);
        Assert.Equal("ACCUSE", coder.Code(With(FindingKind.Violation, Factuality.Actual))!.Root.Name);
        Assert.Null(coder.Code(With(FindingKind.Forecast, null)));
    }

    [Fact]
    public void Vocabulary_and_crosswalk_are_whole()
    {
        (PloverVocabulary vocabulary, CameoCrosswalk crosswalk) = Loaded(problems =>
        {
            PloverVocabulary loaded = PloverVocabulary.Load(Data, problems);
            return (loaded, CameoCrosswalk.Load(Data, loaded, problems));
        });
        Assert.Equal(16, vocabulary.Roots.Length);
        Assert.All(vocabulary.Roots, root => Assert.NotEmpty(root.Definition));
        Assert.Equal(("RETREAT", "ceasefire"), crosswalk.Find("0871"));
        Assert.Null(crosswalk.Find("010"));
    }

    [Fact]
    public void Every_fault_of_a_lexicon_is_reported_with_its_place()
    {
        using EventFolder folder = new("class\tword\nweapon\tmissile\n", "word\tpos\twith\troot\tmode\nfire\tverb\tobj=@weapons\tASSAULT\nfire\tverbs\t\tASSAULT\nfire\tverb\tobj=\tASSAULT\nfire\tverb\t\tASSAIL\nfire\tverb\t\tASSAULT\tloud\n");
        Problems problems = new();
        EventReader.Load(folder.Data, "en", problems);
        string all = string.Join('\n', problems.Items);
        Assert.Contains("lang/en/events/lexicon.tsv:2:11 DG1043 there is no word class 'weapons' in classes.tsv; did you mean 'weapon'?", all, StringComparison.Ordinal);
        Assert.Contains("lang/en/events/lexicon.tsv:3:6 DG1046", all, StringComparison.Ordinal);
        Assert.Contains("lang/en/events/lexicon.tsv:4:11 DG1042", all, StringComparison.Ordinal);
        Assert.Contains("lang/en/events/lexicon.tsv:5:12 DG1047 'ASSAIL' is no root", all, StringComparison.Ordinal);
        Assert.Contains("lang/en/events/lexicon.tsv:6:20 DG1047 'loud' is no mode of ASSAULT", all, StringComparison.Ordinal);
    }

    [Fact]
    public void A_language_without_an_event_lexicon_codes_nothing() =>
        Assert.Empty(Loaded(problems => EventReader.Load(Data, "xx", problems)).Read(Annotate("Norland attacked Sudria.")));

    private static AnnotatedDocument Annotate(string text) => Annotator.Value.Annotate(new(text), [new(0, text.Length)]);

    private static T Loaded<T>(Func<Problems, T> load)
    {
        Problems problems = new();
        T loaded = load(problems);
        Assert.Empty(problems.Items);
        return loaded;
    }
}
