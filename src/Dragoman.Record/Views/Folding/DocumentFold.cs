using System.Collections.Immutable;
using Dragoman.Record.Entries;

namespace Dragoman.Record.Views.Folding;

/// <summary>Folds lines of one document into its state. Lines are folded in as they come; a retraction folds the document's whole history anew without what it takes back.</summary>
internal sealed class DocumentFold
{
    private readonly int _number;
    private readonly ImmutableArray<LedgerLine>.Builder _history = ImmutableArray.CreateBuilder<LedgerLine>();
    private ImmutableDictionary<string, RecordState>.Builder _records = DocumentState.NoRecords.ToBuilder();
    private ImmutableDictionary<string, LedgerLine> _tombstones = DocumentState.NoTombstones;
    private ImmutableList<Dismissal> _dismissals = [];
    private LedgerLine? _filed;
    private LedgerLine? _reading;
    private string? _readingAfter;

    /// <summary>A document that is about to be filed.</summary>
    /// <param name="number">Its place in the order of filing, from 0.</param>
    public DocumentFold(int number) => _number = number;

    /// <summary>A document that is on record.</summary>
    public DocumentFold(DocumentState document)
    {
        _number = document.Number;
        _history.AddRange(document.History);
        _records = document.All.ToBuilder();
        _tombstones = document.Tombstones;
        _dismissals = document.Dismissals;
        _filed = document.FiledBy;
        _reading = document.ReadBy;
        _readingAfter = document.ReadingAfter;
        IsStanding = !document.IsWithdrawn;
    }

    /// <summary>Whether the document is filed and its filing has not been retracted.</summary>
    public bool IsStanding { get; private set; }

    public void Add(LedgerLine line)
    {
        _history.Add(line);
        if (line.Entry is EntriesRetracted) Refold();
        else Apply(line);
    }

    public DocumentState ToState() => new()
    {
        FiledBy = _filed ?? throw new InvalidOperationException("A document has entries before it is filed."),
        Number = _number,
        IsWithdrawn = !IsStanding,
        ReadBy = _reading,
        ReadingAfter = _readingAfter,
        All = _records.ToImmutable(),
        Tombstones = _tombstones,
        Dismissals = _dismissals,
        History = _history.ToImmutable(),
    };

    private void Refold()
    {
        Retractions retractions = new(_history);
        _records = DocumentState.NoRecords.ToBuilder();
        _dismissals = [];
        _reading = null;
        _readingAfter = null;
        IsStanding = false;
        foreach (LedgerLine line in _history)
        {
            if (line.Entry is EntriesRetracted retraction) Touch(line, retractions.Touched(retraction));
            else if (!retractions.Skipped.Contains(line.Id)) Apply(line);
        }

        _tombstones = DocumentState.NoTombstones.SetItems(_history
            .Where(line => line.Entry is RecordDrafted drafted && !_records.ContainsKey(drafted.Record) && retractions.Of(line.Id) is not null)
            .Select(line => KeyValuePair.Create(((RecordDrafted)line.Entry).Record, retractions.Of(line.Id)!)));
    }

    /// <summary>Who saw the document or a record before the retraction must look again.</summary>
    private void Touch(LedgerLine retraction, IEnumerable<LedgerLine> touched)
    {
        foreach (LedgerLine line in touched)
        {
            string? id = (line.Entry as RecordDrafted)?.Record ?? (line.Entry as Decision)?.Record;
            if (id is null) _readingAfter = retraction.Id;
            else if (_records.TryGetValue(id, out RecordState? record)) _records[id] = record with { Latest = retraction.Id };
        }
    }

    private void Apply(LedgerLine line)
    {
        switch (line.Entry)
        {
            case DocumentFiled:
                _filed = line;
                IsStanding = true;
                break;
            case ReadingFiled:
                _reading = line;
                _readingAfter = line.Id;
                break;
            case RecordDrafted drafted:
                Apply(drafted, line);
                break;
            case Decision decision:
                Apply(decision, line);
                break;
        }
    }

    private void Apply(RecordDrafted drafted, LedgerLine line)
    {
        ReadingFiled reading = ReadingOf(drafted);
        _records[drafted.Record] = _records.TryGetValue(drafted.Record, out RecordState? earlier)
            ? earlier with { Draft = drafted.Content, Reading = reading, Latest = line.Id }
            : new() { Id = drafted.Record, Draft = drafted.Content, Reading = reading, Latest = line.Id };
    }

    private ReadingFiled ReadingOf(RecordDrafted drafted)
    {
        LedgerLine? line = _reading?.Id == drafted.Reading ? _reading : _history.LastOrDefault(l => l.Id == drafted.Reading);
        return line?.Entry as ReadingFiled ?? throw new ArgumentException("A draft came before its reading.", nameof(drafted));
    }

    private void Apply(Decision decision, LedgerLine line)
    {
        if (!_records.TryGetValue(decision.Record, out RecordState? before)) return; // its drafts were retracted
        _records[decision.Record] = before.With(line);
        if (decision is RecordRejected { Scope: not RejectionScope.Record } rejected) _dismissals = _dismissals.Add(new(line, rejected.Scope, before));
        else if (decision is DecisionWithdrawn && !_dismissals.IsEmpty) _dismissals = _dismissals.RemoveAll(d => d.Line == before.Decided);
    }
}
