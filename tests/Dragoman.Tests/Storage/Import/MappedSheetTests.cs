using System.Collections.Immutable;
using Dragoman.Language.Packs;
using Dragoman.Record;
using Dragoman.Record.Views;
using Dragoman.Storage.Import;
using Xunit;

namespace Dragoman.Tests;

public sealed class MappedSheetTests : IDisposable
{
    private const string Mapping = """
        kind: ceasefire
        title: Truces by hand
        coder: Ada Brenn
        anchor: Event
        skip: [Notes]
        slots:
          act: { column: Type, words: { Declaration: announced, End: ended } }
          by: { column: Actor, split: "/" }
          start: { column: Date, format: d.M.uuuu }
          duration: { value: P3D }
          scope: { column: Where }
        actors:
          Norland: { kind: state, country: NO }
        """;

    private const string Sheet = """"
        Event;Type;Actor;Date;Where;Notes
        Harvest truce;Declaration;Norland/Sudria;8.9.2031;"both banks; ""the river""";x
        Market truce;End;Sudria;;;
        """";

    private readonly string _folder = Directory.CreateTempSubdirectory("dragoman-sheet-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Rows_become_records_that_cite_their_cells()
    {
        (DocumentReading? reading, ImmutableArray<SheetProblem> problems) = Read(Sheet, Mapping);
        Assert.Empty(problems);
        Ledger ledger = new(new MemoryLedgerStore(), new TickingClock(Exports.Morning));
        ledger.File(reading!, MappedSheetReader.Reader);
        DocumentState document = ledger.State.InOrder.Single();
        CitedRecord[] records = [.. document.Records.Select(r => new CitedRecord(document, r))];
        Assert.Equal(["Harvest truce", "Market truce"], records.Select(r => r.Finding!.Anchor.Words));
        Assert.Equal(("announced", "2031-09-08", "P3D"), (records[0].Word("act"), records[0].Time("start")!.Value, records[0].Word("duration")));
        Assert.Equal([("Norland", ActorKind.State, "NO"), ("Sudria", ActorKind.Unnamed, null)], records[0].Actors("by").Select(a => (a.Name, a.Kind, a.Country)));
        Assert.Equal("both banks; \"\"the river\"\"", records[0].Text("scope")!.Words); // as it stands in the file
        Assert.All(records.SelectMany(r => r.Record.Content.Passages), p => Assert.True(p.StandsIn(document.Text)));
        Assert.Equal("map.yml#row-3", records[1].Finding!.Rule);
        Assert.Equal("Market truce;End;Sudria;;;", records[1].Evidence.Words);
    }

    [Fact]
    public void A_sheet_is_not_imported_by_halves()
    {
        (DocumentReading? reading, ImmutableArray<SheetProblem> problems) = Read(Sheet.Replace("End", "Pause", StringComparison.Ordinal).Replace("8.9.2031", "9/8/2031", StringComparison.Ordinal), Mapping);
        Assert.Null(reading);
        Assert.Equal(["row 2, Date: '9/8/2031' is no date of the form d.M.uuuu", "row 3, Type: 'Pause' is none of: announced, agreed, in-effect, extended, suspended, ended, rejected; add it under words in map.yml"], problems.Select(p => p.ToString()));
    }

    [Fact]
    public void A_column_that_nobody_speaks_of_is_a_problem()
    {
        (DocumentReading? reading, ImmutableArray<SheetProblem> problems) = Read(Sheet, Mapping.Replace("skip: [Notes]", "skip: [Remarks]", StringComparison.Ordinal));
        Assert.Null(reading);
        Assert.Equal(["Remarks", "Notes"], problems.Select(p => p.Column));
    }

    [Theory]
    [InlineData("kind: ceasefire", "kind: armistice", "DG1047")]
    [InlineData("  scope:", "  skope:", "DG1048")]
    [InlineData("coder:", "codder:", "DG1007")]
    [InlineData("End: ended", "End: over", "DG1047")]
    [InlineData("{ value: P3D }", "{ value: P3D, column: Where }", "DG1005")]
    public void A_mapping_is_read_strictly(string right, string wrong, string code)
    {
        Problems problems = new();
        Assert.Null(Load(Mapping.Replace(right, wrong, StringComparison.Ordinal), problems));
        Assert.Contains(problems.Items, p => p.Code == code && p.Line > 0);
    }

    private SheetMapping? Load(string mapping, Problems problems)
    {
        File.WriteAllText(Path.Combine(_folder, "map.yml"), mapping);
        return SheetMapping.Load(new DataFolder(_folder), "map.yml", problems);
    }

    private (DocumentReading? Reading, ImmutableArray<SheetProblem> Problems) Read(string sheet, string mapping)
    {
        string path = Path.Combine(_folder, "sheet.csv");
        File.WriteAllText(path, sheet);
        Problems problems = new();
        SheetMapping? read = Load(mapping, problems);
        Assert.Empty(problems.Items);
        return MappedSheetReader.Read(SheetFile.Read(path), read!);
    }
}
