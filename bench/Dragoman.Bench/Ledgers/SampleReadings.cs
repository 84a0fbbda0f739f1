using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Dragoman.Reading;
using Dragoman.Reading.Intake;
using Dragoman.Record;
using NodaTime.Text;

namespace Dragoman.Bench.Ledgers;

/// <summary>
/// Makes any number of readings from those of the samples: each joins some of them to a document of about a hundred records, under an id of
/// its own and on a day of its own. The same number always gives the same reading.
/// </summary>
internal sealed class SampleReadings
{
    private const int Records = 98;
    private const int Days = 3650;

    private readonly ImmutableArray<DocumentReading> _samples;

    private SampleReadings(ImmutableArray<DocumentReading> samples) => _samples = samples;

    public static SampleReadings Load()
    {
        Reader reader = Reader.Load(Options.Data, "en");
        return new([.. new ArticleIntake().Take([Options.Data.Path("samples")]).Select(arrival => arrival.Article).OfType<Article>().Select(reader.Read)
            .Where(reading => reading.Statements.Length + reading.Findings.Length > 0)]);
    }

    public DocumentReading Make(int number)
    {
        StringBuilder text = new();
        List<DocumentReading> parts = [];
        int records = 0;
        for (int i = 0; records < Records; i++)
        {
            DocumentReading sample = _samples[(number * 7 + i * (1 + number % 3)) % _samples.Length];
            parts.Add(new Shift(text.Length, "_" + i.ToString(CultureInfo.InvariantCulture), number * 13 % Days).Of(sample));
            text.Append(sample.Document.Text).Append('\n');
            records += sample.Statements.Length + sample.Findings.Length;
        }

        ReadDocument document = parts[0].Document;
        return new()
        {
            Document = document with { Id = string.Create(CultureInfo.InvariantCulture, $"made:{number}"), Source = string.Create(CultureInfo.InvariantCulture, $"made-{number}.txt"), Text = text.ToString(), Outlet = string.Create(CultureInfo.InvariantCulture, $"Outlet {number % 40}") },
            Regions = [.. parts.SelectMany(p => p.Regions)],
            Actors = [.. parts.SelectMany(p => p.Actors)],
            Times = [.. parts.SelectMany(p => p.Times)],
            Statements = [.. parts.SelectMany(p => p.Statements)],
            Findings = [.. parts.SelectMany(p => p.Findings)],
        };
    }

    /// <summary>Moves a reading by characters and days, and marks its local ids.</summary>
    private sealed class Shift(int characters, string mark, int days)
    {
        public DocumentReading Of(DocumentReading reading) => reading with
        {
            Document = reading.Document with { Published = Day(reading.Document.Published), Dated = null },
            Regions = [.. reading.Regions.Select(r => r with { Place = Of(r.Place) })],
            Actors = [.. reading.Actors.Select(a => a with { Id = a.Id + mark, Mentions = [.. a.Mentions.Select(m => m with { Place = Of(m.Place) })] })],
            Times = [.. reading.Times.Select(t => t with { Id = t.Id + mark, Place = Of(t.Place), Value = Day(t.Value), From = Day(t.From), Until = Day(t.Until) })],
            Statements = [.. reading.Statements.Select(Of)],
            Findings = [.. reading.Findings.Select(Of)],
            Events = [],
        };

        private Statement Of(Statement s) => s with
        {
            Id = s.Id + mark,
            Speaker = Marked(s.Speaker),
            Source = Moved(s.Source),
            Cue = Moved(s.Cue),
            Content = [.. s.Content.Select(Of)],
            Addressee = [.. s.Addressee.Select(a => a + mark)],
            Venue = Moved(s.Venue),
            InOtherWords = Moved(s.InOtherWords),
            Time = Marked(s.Time),
            Within = Marked(s.Within),
        };

        private Finding Of(Finding f) => f with
        {
            Id = f.Id + mark,
            Anchor = Of(f.Anchor),
            Evidence = Of(f.Evidence),
            Statement = Marked(f.Statement),
            Slots = [.. f.Slots.Select(slot => slot with { Value = Of(slot.Value) })],
        };

        private SlotValue Of(SlotValue value) => value switch
        {
            SlotValue.Actors actors => new SlotValue.Actors([.. actors.Ids.Select(id => id + mark)]),
            SlotValue.Time time => new SlotValue.Time(time.Id + mark),
            SlotValue.Text words => new SlotValue.Text(Of(words.Passage)),
            SlotValue.Number figure => new SlotValue.Number(figure.Value + days % 50),
            _ => value,
        };

        private Passage Of(Passage passage) => new(passage.Start + characters, passage.End + characters, passage.Words);

        private Passage? Moved(Passage? passage) => passage is null ? null : Of(passage);

        private string? Marked(string? id) => id is null ? null : id + mark;

        private string? Day(string? value) =>
            value is { Length: 10 } && LocalDatePattern.Iso.Parse(value) is { Success: true } day ? LocalDatePattern.Iso.Format(day.Value.PlusDays(days)) : value;
    }
}
