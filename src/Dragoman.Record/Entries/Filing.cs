using System.Collections.Immutable;

namespace Dragoman.Record.Entries;

/// <summary>The entries that file one reading: the document, the reading, and a draft for each statement and finding.</summary>
public sealed record Filing
{
    private Filing(DocumentFiled document, ReadingFiled reading, ImmutableArray<RecordDrafted> drafts)
    {
        Document = document;
        Reading = reading;
        Drafts = drafts;
    }

    public DocumentFiled Document { get; }

    public ReadingFiled Reading { get; }

    public ImmutableArray<RecordDrafted> Drafts { get; }

    public IEnumerable<Entry> Entries => [Document, Reading, .. Drafts];

    /// <param name="reading">What was found.</param>
    /// <param name="reader">Name and version of the reader.</param>
    /// <param name="after">Id of the reading that this one replaces.</param>
    public static Filing Of(DocumentReading reading, string reader, string? after = null)
    {
        ReadDocument document = reading.Document;
        ImmutableArray<(string Id, RecordContent Content)> records = Identify(document.Id, reading);
        ReadingFiled filed = Describe(reading, reader, after, [.. records.Select(r => r.Id)]);
        string readingId = EntryJson.Id(filed);
        return new(
            new() { Document = document.Id, Source = document.Source, Url = document.Url, Text = document.Text },
            filed,
            [.. records.Select(r => new RecordDrafted { Document = document.Id, Record = r.Id, Reading = readingId, Content = r.Content })]);
    }

    private static ReadingFiled Describe(DocumentReading reading, string reader, string? after, ImmutableArray<string> records) => new()
    {
        Document = reading.Document.Id,
        Reader = reader,
        After = after,
        Language = reading.Document.Language,
        Title = reading.Document.Title,
        Outlet = reading.Document.Outlet,
        Byline = reading.Document.Byline,
        Published = reading.Document.Published,
        Translation = reading.Document.Translation,
        Regions = reading.Regions,
        Actors = reading.Actors,
        Times = reading.Times,
        Records = records,
    };

    /// <summary>In text order; where two begin together, the longer first, and statements before findings.</summary>
    private static ImmutableArray<(string Id, RecordContent Content)> Identify(string documentId, DocumentReading reading)
    {
        IEnumerable<RecordContent> said = reading.Statements.Where(s => !s.Content.IsEmpty).Select(s => new Said(s));
        IEnumerable<RecordContent> found = reading.Findings.Select(f => new Found(f));
        HashSet<string> taken = [];
        return [.. said.Concat(found).OrderBy(c => c.Extent.Start).ThenByDescending(c => c.Extent.End).Select(c => (Next(c), c))];

        string Next(RecordContent content)
        {
            int occurrence = 0;
            string id = ContentId.Record(documentId, content, occurrence);
            while (!taken.Add(id)) id = ContentId.Record(documentId, content, ++occurrence);
            return id;
        }
    }
}
