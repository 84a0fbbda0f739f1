using Dragoman.Language.Packs;
using Dragoman.Reading.Events;
using Dragoman.Record;
using Dragoman.Storage.Export.Tables;
using Dragoman.Tests.Repository;
using NodaTime;
using Xunit;

namespace Dragoman.Tests;

public sealed class FieldCodesTests
{
    [Theory]
    [InlineData("US", "USA", 840, 2, 2)] // trade statistics number it 842
    [InlineData("FR", "FRA", 250, 220, 220)] // … and 251
    [InlineData("GB", "GBR", 826, 200, 200)]
    [InlineData("DE", "DEU", 276, 255, 260)]
    [InlineData("YE", "YEM", 887, 679, 678)]
    [InlineData("RS", "SRB", 688, 345, 340)]
    [InlineData("RU", "RUS", 643, 365, 365)]
    [InlineData("UA", "UKR", 804, 369, 369)]
    [InlineData("TR", "TUR", 792, 640, 640)]
    [InlineData("SY", "SYR", 760, 652, 652)]
    public void A_state_has_the_number_of_each_list(string alpha2, string alpha3, long iso, long cow, long gw)
    {
        CountryCode code = Exports.Countries.Find(alpha2)!;
        Assert.Equal((alpha3, iso, cow, gw), (code.Alpha3, code.Numeric, code.CowNumber, code.Gw));
    }

    [Fact]
    public void Every_state_of_the_world_data_has_codes_and_no_two_share_one()
    {
        string[] states = [.. File.ReadLines(RepositoryRoot.At("world", "states.tsv")).Where(l => l[0] != '#').Skip(1).Select(l => l.Split('\t')[0]).Distinct()];
        Assert.Empty(states.Except(Exports.Countries.All.Select(c => c.Alpha2)));
        string[] former = ["SU", "YU", "DD", "CS"];
        CountryCode[] today = [.. Exports.Countries.All.Where(c => !former.Contains(c.Alpha2))];
        Assert.Distinct(today.Select(c => c.Alpha3));
        Assert.Distinct(today.Where(c => c.Numeric is not null).Select(c => c.Numeric));
        Assert.Distinct(today.Where(c => c.CowNumber is not null).Select(c => c.CowNumber));
        Assert.Distinct(today.Where(c => c.Gw is not null).Select(c => c.Gw));
        Assert.Equal("KOS", Exports.Countries.Find("XK")!.Plover);
    }

    [Theory]
    [InlineData("2031-09-08", "2031-09-08", "2031-09-08", "2031-09-08", 1, 1)]
    [InlineData("2031-09", "2031-09-01", "2031-09-30", "2031-09", 4, 3)]
    [InlineData("2031", "2031-01-01", "2031-12-31", "2031", 5, null)]
    [InlineData("2031-W37", "2031-09-08", "2031-09-14", "2031-09-08/2031-09-14", 3, 2)]
    [InlineData("2031-09-08TEV", "2031-09-08", "2031-09-08", "2031-09-08", 1, 1)]
    [InlineData("XXXX-WXX-7", null, null, null, null, null)]
    [InlineData(null, null, null, null, null, null)]
    public void A_time_is_told_in_the_terms_of_the_field(string? value, string? from, string? until, string? edtf, int? ucdp, int? acled)
    {
        CitedTime time = new() { Id = "T1", Place = new(0, 1, "x"), Type = TimexType.Date, Value = value, From = from, Until = until };
        DateInterval? days = DateCodes.DaysOf(time);
        Assert.Equal(edtf, DateCodes.Edtf(time));
        Assert.Equal((ucdp, acled), ((int?)DateCodes.Ucdp(days), (int?)DateCodes.Acled(days)));
    }

    [Fact]
    public void The_CAMEO_code_of_a_record_has_the_PLOVER_root_of_the_record()
    {
        DataFolder data = new(RepositoryRoot.Path);
        Problems problems = new();
        PloverVocabulary vocabulary = PloverVocabulary.Load(data, problems);
        RecordCoder plover = RecordCoder.Load(data, vocabulary, problems);
        CameoCoder cameo = CameoCoder.Load(data, problems);
        CameoCrosswalk crosswalk = CameoCrosswalk.Load(data, vocabulary, problems);
        Assert.Empty(problems.Items);
        foreach (Finding finding in FindingSchema.Kinds.SelectMany(Findings))
        {
            if (cameo.Code(finding) is not { } code) continue;
            Assert.Equal((finding.Kind, plover.Code(finding)?.Root.Name), (finding.Kind, crosswalk.Find(code)?.Root));
        }
    }

    /// <summary>A finding for each word of each enumerated slot of a kind, and one without slots.</summary>
    private static IEnumerable<Finding> Findings(FindingKind kind)
    {
        Passage words = new(0, 1, "x");
        Finding bare = new() { Id = "R1", Kind = kind, Anchor = words, Evidence = words, Factuality = Factuality.Actual, Slots = [] };
        return FindingSchema.Of(kind).SelectMany(slot => slot.Words.Select(word => bare with { Slots = [new(slot.Name, new SlotValue.Word(word))] })).Append(bare);
    }
}
