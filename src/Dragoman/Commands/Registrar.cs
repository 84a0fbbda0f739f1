using Dragoman.Language.Packs;
using Dragoman.Reading;
using Dragoman.Reading.Intake;
using Dragoman.Record;
using Dragoman.Record.Entries;

namespace Dragoman.Commands;

/// <summary>What became of one arriving document. On failure there is a <see cref="Failure"/> and no <see cref="Outcome"/>.</summary>
public sealed record Registration(string Source, Outcome? Outcome, int Records, ReadingFailed? Failure);

/// <summary>Reads arriving documents and files them, each in its own transaction; one that fails is recorded as failed, and the rest go on.</summary>
public sealed class Registrar(IReader reader, Ledger ledger)
{
    private readonly Run _run = ledger.Begin(reader.Writer);

    /// <param name="arrivals">Taken one after the other.</param>
    /// <param name="again">Read documents again that the ledger holds already.</param>
    /// <exception cref="LedgerException">The ledger cannot be written: nothing more can be filed.</exception>
    public IEnumerable<Registration> File(IEnumerable<Arrival> arrivals, bool again = false) => arrivals.Select(arrival => File(arrival, again));

    private Registration File(Arrival arrival, bool again)
    {
        if (arrival.Article is not { } article) return Fail("source:" + arrival.Refusal!.Origin, arrival.Refusal);
        try
        {
            if (!again && ledger.Holds(article.Id, article.Document.Text)) return new(article.Source, Outcome.Known, 0, null);
            DocumentReading reading = Read(Corrected(article));
            return new(article.Source, ledger.File(reading, _run, again), reading.Statements.Length + reading.Findings.Length, null);
        }
        catch (UnreadableException refusal)
        {
            return Fail(article.Id, refusal);
        }
        catch (LedgerException refusal) when (refusal.Code == "DG3006")
        {
            return Fail(article.Id, new UnreadableException(refusal.Code, article.Source, refusal.Message));
        }
    }

    /// <summary>Reads a document again from the ledger's own text, with what people corrected about it. What they decided stands.</summary>
    /// <returns>Why it cannot be read so; null if it was. Such a failure is not filed: the earlier reading holds.</returns>
    public UnreadableException? Reread(string document)
    {
        if (ledger.State.Documents.GetValueOrDefault(document) is not { } known) return null;
        try
        {
            DocumentReading reading = Read(Corrected(new()
            {
                Id = known.Id,
                Source = known.Filed.Source,
                Url = known.Filed.Url,
                Document = new(known.Text),
                Language = known.Reading?.Language,
                Title = known.Reading?.Title,
                Outlet = known.Reading?.Outlet,
                Published = known.Reading?.Published,
                Byline = known.Reading?.Byline ?? [],
            }));
            ledger.File(reading, _run, again: true);
            return null;
        }
        catch (UnreadableException refusal)
        {
            return refusal;
        }
    }

    /// <summary>What people corrected goes before everything.</summary>
    private Article Corrected(Article article) => ledger.State.Care.CorrectionOf(article.Id) is not { } correction ? article : article with
    {
        Published = correction.Published ?? article.Published,
        Language = correction.Language ?? article.Language,
        Title = correction.Title ?? article.Title,
        Outlet = correction.Outlet ?? article.Outlet,
    };

    private DocumentReading Read(Article article)
    {
        try
        {
            return reader.Read(article);
        }
#pragma warning disable CA1031 // The border: a fault of the reader costs one document, not the run.
        catch (Exception fault) when (fault is not (UnreadableException or DataException or OutOfMemoryException))
#pragma warning restore CA1031
        {
            throw new UnreadableException("DG2090", article.Source, $"reading failed ({fault.GetType().Name}: {fault.Message}); this is a fault of dragoman: please report it with the document");
        }
    }

    private Registration Fail(string document, UnreadableException refusal)
    {
        ReadingFailed failure = new() { Document = document, Source = refusal.Origin, Code = refusal.Code, Message = refusal.Message };
        ledger.Fail(failure, _run);
        return new(refusal.Origin, null, 0, failure);
    }
}
