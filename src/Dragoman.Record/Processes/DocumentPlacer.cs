using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Dragoman.Record.Entries;
using Dragoman.Record.Linking;
using Dragoman.Record.Views;
using Dragoman.Record.Views.Boards;
using NodaTime;

namespace Dragoman.Record.Processes;

/// <summary>
/// Tells which processes a document belongs to, and where each of its records is filed. A pure function of the document as it stands, the
/// processes, and what people decided; the answer for a document is kept for as long as the document stays as it is.
/// </summary>
public sealed class DocumentPlacer(ImmutableArray<PeaceProcess> processes)
{
    private readonly TermTable _terms = new(processes);
    private readonly ConditionalWeakTable<DocumentState, DocumentPlaces> _known = [];

    public ImmutableArray<PeaceProcess> Processes { get; } = processes;

    /// <summary>Where a document and its records are filed.</summary>
    public DocumentPlaces Place(DocumentState document, LinkDecisions decisions)
    {
        DocumentPlaces proposed = _known.GetValue(document, Propose);
        return decisions.Count == 0 ? proposed : Overruled(document, proposed, decisions);
    }

    private DocumentPlaces Propose(DocumentState document)
    {
        LocalDate? day = CitedRecord.DayOf(document.Reading?.Published);
        ILookup<int, Term> terms = TermsIn(TextOf(document));
        ILookup<int, Term> titled = TermsIn(document.Reading?.Title ?? "");
        ImmutableArray<Membership> memberships = [.. Enumerable.Range(0, Processes.Length)
            .Where(i => Processes[i].Covers(day))
            .Select(i => new DocumentSigns(Processes[i], document, terms[i], titled[i]).Membership).OfType<Membership>()
            .OrderByDescending(m => m.Weight).ThenBy(m => m.Process, StringComparer.Ordinal)];
        RecordPlacer placer = new(Processes, _terms, memberships);
        return new(memberships, document.All.Values.ToImmutableDictionary(r => r.Id, r => placer.Place(new CitedRecord(document, r)), StringComparer.Ordinal));
    }

    private ILookup<int, Term> TermsIn(string text) => _terms.In(WordPattern.Fold(text)).ToLookup(term => term.Process);

    /// <summary>The document's own words: menus and other furniture of the page speak of other things.</summary>
    private static string TextOf(DocumentState document) => document.Reading is { Regions: { IsEmpty: false } regions }
        ? string.Join('\n', regions.Where(r => r.Kind is not (RegionKind.Chrome or RegionKind.Credit or RegionKind.Byline)).Select(r => r.Place.Words))
        : document.Text;

    private DocumentPlaces Overruled(DocumentState document, DocumentPlaces proposed, LinkDecisions decisions)
    {
        DocumentPlaces places = proposed;
        foreach (PeaceProcess process in Processes)
        {
            if (Decided(document.Id, null, process.Key) is not { } line) continue;
            places = ((PlacementDecided)line.Entry).Placement switch
            {
                Placement.Inside => places.BelongsTo(process.Key) ? places : Joined(places, process.Key, line.Run.Name),
                Placement.Outside => Left(places, process.Key, line.Run.Name),
                _ => places,
            };
        }

        foreach (string record in document.All.Keys)
        {
            foreach (PeaceProcess process in Processes)
            {
                if (Decided(document.Id, record, process.Key) is not { Entry: PlacementDecided { Placement: not Placement.Open } placed } line) continue;
                PlacingSign sign = new(PlacingReason.Person, line.Run.Name, 1);
                bool here = places.Records[record].Process == process.Key;
                if (placed.Placement == Placement.Inside) places = places with { Records = places.Records.SetItem(record, new(process.Key, !First(places, process.Key), [sign])) };
                else if (here) places = places with { Records = places.Records.SetItem(record, new(null, true, [sign])) };
            }
        }

        return places;

        LedgerLine? Decided(string id, string? record, string process) => decisions.Of(LinkId.Of(id, record, process)) is { IsEmpty: false } all ? all.Peek() : null;
    }

    private static bool First(DocumentPlaces places, string process) => !places.Memberships.IsEmpty && places.Memberships[0].Process == process;

    private static DocumentPlaces Joined(DocumentPlaces places, string process, string person)
    {
        PlacingSign sign = new(PlacingReason.Person, person, 1);
        return new(
            places.Memberships.Add(new(process, int.MaxValue, [sign])),
            places.Records.SetItems(places.Records.Where(r => r.Value.Process is null).Select(r => KeyValuePair.Create(r.Key, new RecordPlace(process, false, [sign])))));
    }

    private static DocumentPlaces Left(DocumentPlaces places, string process, string person)
    {
        PlacingSign sign = new(PlacingReason.Person, person, 1);
        ImmutableArray<Membership> others = [.. places.Memberships.Where(m => m.Process != process)];
        string? next = others.IsEmpty ? null : others[0].Process;
        return new(others, places.Records.SetItems(places.Records.Where(r => r.Value.Process == process).Select(r => KeyValuePair.Create(r.Key, new RecordPlace(next, false, [sign])))));
    }
}
