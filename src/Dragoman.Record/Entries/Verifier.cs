using System.Collections.Immutable;
using System.Globalization;
using Dragoman.Record.Linking;

namespace Dragoman.Record.Entries;

/// <summary>Something in a ledger that does not hold.</summary>
/// <param name="Sequence">The line where it shows.</param>
public sealed record Fault(long Sequence, string Message)
{
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"line {Sequence}: {Message}");
}

/// <summary>What a check of a whole ledger found.</summary>
public sealed record Verification(long Lines, int Documents, int Records, int Passages, ImmutableArray<Fault> Faults);

/// <summary>
/// Checks a ledger from its first line to its last: that each line's id is that of its JSON, that each entry refers only to what came
/// before it, that record ids follow from their content, and that every cited passage stands in its document's text.
/// </summary>
public sealed class Verifier
{
    private readonly List<Fault> _faults = [];
    private readonly Dictionary<string, string> _texts = new(StringComparer.Ordinal);
    private readonly Dictionary<string, ReadingFiled> _readings = new(StringComparer.Ordinal);
    private readonly Dictionary<string, HashSet<string>> _drafted = new(StringComparer.Ordinal); // record ids by reading
    private readonly Dictionary<string, string> _latest = new(StringComparer.Ordinal); // entry id by record
    private readonly Dictionary<string, string> _resolved = new(StringComparer.Ordinal); // entry id of the last resolution by record
    private readonly Dictionary<string, string> _decided = new(StringComparer.Ordinal); // entry id by link or placement
    private readonly Dictionary<string, string> _records = new(StringComparer.Ordinal); // record id by entry; "" where the entry is about the whole document
    private readonly Dictionary<string, EntriesRetracted> _retractions = new(StringComparer.Ordinal);
    private int _passages;

    private Verifier()
    {
    }

    public static Verification Verify(IEnumerable<StoredLine> lines)
    {
        Verifier verifier = new();
        long count = 0;
        foreach (StoredLine line in lines) verifier.Check(line, ++count);
        foreach ((string id, ReadingFiled reading) in verifier._readings) verifier.CheckComplete(id, reading, count);
        return new(count, verifier._texts.Count, verifier._latest.Count, verifier._passages, [.. verifier._faults]);
    }

    private void Check(StoredLine line, long expected)
    {
        if (line.Sequence != expected) Report(line, string.Create(CultureInfo.InvariantCulture, $"line {expected} was expected here; lines are missing or out of order"));
        if (line.Id != EntryJson.Id(line.Json)) Report(line, $"its id {Short(line.Id)} is not that of its content, {Short(EntryJson.Id(line.Json))}: the line was changed after it was written");
        try
        {
            LedgerLine parsed = line.Parse();
            if (EntryJson.Write(parsed.Entry) != line.Json) Report(line, "its JSON is not spelt as this program spells it");
            Check(line, parsed.Entry);
        }
        catch (FormatException e)
        {
            Report(line, "cannot be read: " + e.Message);
        }
    }

    private void Check(StoredLine line, Entry entry)
    {
        switch (entry)
        {
            case DocumentFiled filed:
                CheckFiled(line, filed);
                break;
            case ReadingFailed:
                break;
            case ReadingFiled reading:
                CheckReading(line, reading);
                break;
            case RecordDrafted drafted:
                CheckDraft(line, drafted);
                break;
            case DocumentCorrected or WorkMarked:
                if (!_texts.ContainsKey(entry.Document)) Report(line, $"its document {entry.Document} is not before it");
                break;
            case Decision decision:
                CheckDecision(line, decision);
                break;
            case EntriesRetracted retraction:
                CheckRetraction(line, retraction);
                break;
            case Resolution resolution:
                CheckResolution(line, resolution);
                break;
            case LinkDecided or PlacementDecided:
                CheckLink(line, entry);
                break;
            default:
                Report(line, $"entries of kind {entry.GetType().Name} are not checked");
                break;
        }
    }

    private void CheckFiled(StoredLine line, DocumentFiled filed)
    {
        _records[line.Id] = "";
        if (filed.After is { } after && !_retractions.ContainsKey(after)) Report(line, $"it comes in anew after the retraction {Short(after)}, which is not before it");
        if (!_texts.TryAdd(filed.Document, filed.Text) && (filed.After is null || _texts[filed.Document] != filed.Text)) Report(line, $"document {filed.Document} was filed before");
    }

    /// <summary>What it takes back must be before it and about the same document; the records it touches have it as their last entry.</summary>
    private void CheckRetraction(StoredLine line, EntriesRetracted retraction)
    {
        foreach (string id in retraction.Retracts.Where(id => !_records.ContainsKey(id) && !_retractions.ContainsKey(id)))
            Report(line, $"it takes back {Short(id)}, which is not before it");
        if (retraction.After is { } after && !_retractions.ContainsKey(after)) Report(line, $"it comes after the retraction {Short(after)}, which is not before it");
        Touch(line, retraction);
        _retractions[line.Id] = retraction;
    }

    private void Touch(StoredLine line, EntriesRetracted retraction)
    {
        foreach (string id in retraction.Retracts)
        {
            if (_retractions.TryGetValue(id, out EntriesRetracted? earlier)) Touch(line, earlier);
            else if (_records.GetValueOrDefault(id) is { Length: > 0 } record) _latest[record] = line.Id;
        }
    }

    private void CheckReading(StoredLine line, ReadingFiled reading)
    {
        _records[line.Id] = "";
        _readings[line.Id] = reading;
        _drafted[line.Id] = new(StringComparer.Ordinal);
        if (reading.After is { } after && !_readings.ContainsKey(after) && !_retractions.ContainsKey(after)) Report(line, $"it replaces the reading {Short(after)}, which is not before it");
        CheckPassages(line, reading.Document, reading.Regions.Select(r => r.Place)
            .Concat(reading.Actors.SelectMany(a => a.Mentions).Select(m => m.Place)).Concat(reading.Times.Select(t => t.Place)));
    }

    private void CheckDraft(StoredLine line, RecordDrafted drafted)
    {
        if (!_readings.TryGetValue(drafted.Reading, out ReadingFiled? reading) || reading.Document != drafted.Document)
        {
            Report(line, $"its reading {Short(drafted.Reading)} is not before it");
            return;
        }

        HashSet<string> before = _drafted[drafted.Reading];
        int occurrence = 0;
        while (before.Contains(ContentId.Record(drafted.Document, drafted.Content, occurrence))) occurrence++;
        string id = ContentId.Record(drafted.Document, drafted.Content, occurrence);
        if (id != drafted.Record) Report(line, $"record {drafted.Record} should be {id} by its content");
        before.Add(drafted.Record);
        _latest[drafted.Record] = line.Id;
        _records[line.Id] = drafted.Record;
        CheckPassages(line, drafted.Document, drafted.Content.Passages);
    }

    private void CheckDecision(StoredLine line, Decision decision)
    {
        if (!_latest.TryGetValue(decision.Record, out string? latest)) Report(line, $"it decides about record {decision.Record}, which is not before it");
        else if (latest != decision.After) Report(line, $"it was decided after {Short(decision.After)}, but the record's last entry is {Short(latest)}");
        _latest[decision.Record] = line.Id;
        _records[line.Id] = decision.Record;
        if (decision is RecordAmended amended) CheckPassages(line, decision.Document, amended.Content.Passages);
    }

    private void CheckResolution(StoredLine line, Resolution resolution)
    {
        foreach (string record in resolution.Cites.Prepend(resolution.Record).Where(r => !_latest.ContainsKey(r)))
            Report(line, $"it resolves or cites record {record}, which is not before it");
        string? last = _resolved.GetValueOrDefault(resolution.Record);
        if (last != resolution.After) Report(line, $"it was resolved after {Short(resolution.After ?? "none")}, but the record's last resolution is {Short(last ?? "none")}");
        _resolved[resolution.Record] = line.Id;
    }

    private void CheckLink(StoredLine line, Entry entry)
    {
        string id = LinkId.Of(entry);
        string? after = entry is LinkDecided link ? link.After : ((PlacementDecided)entry).After;
        if (_decided.GetValueOrDefault(id) != after) Report(line, $"it was decided after {Short(after ?? "nothing")}, but the last decision on it is {Short(_decided.GetValueOrDefault(id) ?? "none")}");
        _decided[id] = line.Id;
        if (entry is LinkDecided { From.Document: var from } && from != entry.Document) Report(line, $"its first end is in {from}, not in {entry.Document}");
        foreach (LinkEnd end in LinkId.EndsOf(entry))
        {
            if (!_texts.ContainsKey(end.Document)) Report(line, $"its document {end.Document} is not before it");
            if (end.Record is { } record && !_latest.ContainsKey(record)) Report(line, $"its record {record} is not before it");
        }
    }

    private void CheckPassages(StoredLine line, string document, IEnumerable<Passage> passages)
    {
        if (!_texts.TryGetValue(document, out string? text))
        {
            Report(line, $"its document {document} is not before it");
            return;
        }

        foreach (Passage passage in passages)
        {
            _passages++;
            if (!passage.StandsIn(text)) Report(line, string.Create(CultureInfo.InvariantCulture, $"the words \"{passage.Words}\" do not stand at {passage.Start}-{passage.End} of {document}"));
        }
    }

    private void CheckComplete(string id, ReadingFiled reading, long last)
    {
        int missing = reading.Records.Count(record => !_drafted[id].Contains(record));
        if (missing > 0) _faults.Add(new(last, string.Create(CultureInfo.InvariantCulture, $"reading {Short(id)} of {reading.Document} lacks {missing} of its {reading.Records.Length} drafts")));
    }

    private void Report(StoredLine line, string message) => _faults.Add(new(line.Sequence, message));

    private static string Short(string id) => id.Length > 12 ? id[..12] : id;
}
