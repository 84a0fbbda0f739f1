using System.Collections.Immutable;
using System.Globalization;
using Dragoman.Record;

namespace Dragoman.Briefs;

/// <summary>Turns a reading into a brief.</summary>
internal sealed class BriefMaker
{
    private static readonly (string Heading, FindingKind[] Kinds)[] Groups =
    [
        ("Ceasefires", [FindingKind.Ceasefire]),
        ("Violations, as claimed", [FindingKind.Violation]),
        ("Proposals and responses", [FindingKind.Proposal, FindingKind.Response]),
        ("Conditions", [FindingKind.Condition]),
        ("Meetings and deadlines", [FindingKind.Meeting, FindingKind.Ultimatum]),
        ("Agreements", [FindingKind.Agreement]),
        ("Forecasts", [FindingKind.Forecast]),
        ("Said to be new", [FindingKind.Novelty]),
    ];

    public Brief Make(DocumentReading reading)
    {
        Paragraphs paragraphs = new(reading);
        FindingWording wording = new(reading);
        ImmutableArray<BriefGroup>.Builder groups = ImmutableArray.CreateBuilder<BriefGroup>();
        foreach ((string heading, FindingKind[] kinds) in Groups)
        {
            BriefLine[] lines = [.. reading.Findings.Where(finding => kinds.Contains(finding.Kind))
                .Select(finding => new BriefLine(wording.Lead(finding), wording.Facts(finding), finding.Evidence.Words, paragraphs.Of(finding.Anchor)))];
            if (lines.Length > 0) groups.Add(new(heading, [.. lines]));
        }

        if (!reading.Statements.IsEmpty) groups.Add(new("Statements", [.. reading.Statements.Select(statement => Line(statement, wording, paragraphs))]));
        return new(reading.Document.Title ?? reading.Document.Source, [.. About(reading)], groups.ToImmutable());
    }

    private static BriefLine Line(Statement statement, FindingWording wording, Paragraphs paragraphs)
    {
        string speaker = wording.NameOf(statement.Speaker) ?? statement.Source?.Words ?? "speaker unknown";
        string[] facts =
        [
            statement.Mode.Word(),
            statement.Addressee.IsEmpty ? "" : "to " + wording.NamesOf(statement.Addressee),
            statement.Venue is { } venue ? "in " + venue.Words : "",
            wording.TimeOf(statement.Time),
            statement.InOtherWords is { } otherwise ? $"not verbatim here: elsewhere “{otherwise.Words}”" : "",
        ];
        return new(speaker, string.Join(" · ", facts.Where(fact => fact.Length > 0)), string.Join(" … ", statement.Content.Select(part => part.Words)), paragraphs.Of(statement.Content[0]));
    }

    private static IEnumerable<string> About(DocumentReading reading)
    {
        ReadDocument document = reading.Document;
        yield return string.Join(" · ", new[] { document.Outlet ?? "outlet unknown", Date(document), document.Byline.IsEmpty ? "" : "by " + string.Join(", ", document.Byline) }.Where(part => part.Length > 0));
        if (document.Translation is { } original)
            yield return "translated from " + string.Join(", ", new[] { original.Language ?? "an unnamed language", original.Title is { } title ? $"“{title}”" : null, original.Outlet, original.Published }.Where(part => part is not null));
        yield return string.Join(" · ", new[] { document.Source, document.Language ?? "", SetApart(reading) }.Where(part => part.Length > 0));
    }

    /// <summary>The date and where it comes from; a reader must know what "Monday" hangs on.</summary>
    private static string Date(ReadDocument document)
    {
        if (document.Published is not { } published) return "date unknown, so that relative dates stay open";
        return document.Dated is { } words ? $"{published} (dated by the text: “{words.Words}”)" : $"{published} (given with the document)";
    }

    private static string SetApart(DocumentReading reading)
    {
        string[] kinds = [.. reading.Regions.Where(region => region.Kind is not RegionKind.Body).GroupBy(region => region.Kind).OrderBy(group => group.Key)
            .Select(group => string.Create(CultureInfo.InvariantCulture, $"{group.Count()} {group.Key.Word()}"))];
        int body = reading.Regions.Count(region => region.Kind == RegionKind.Body);
        return string.Create(CultureInfo.InvariantCulture, $"{body} {(body == 1 ? "paragraph" : "paragraphs")}") + (kinds.Length == 0 ? "" : ", set apart: " + string.Join(", ", kinds));
    }
}

/// <summary>Numbers the paragraphs of a text as they are printed in it: every region but chrome, from 1.</summary>
internal sealed class Paragraphs
{
    private readonly TextRegion[] _regions;

    public Paragraphs(DocumentReading reading) => _regions = [.. reading.Regions.Where(region => region.Kind is not RegionKind.Chrome)];

    /// <summary>"¶ 7", or the offset if the passage stands in no paragraph.</summary>
    public string Of(Passage passage)
    {
        int index = Array.FindIndex(_regions, region => region.Place.Start <= passage.Start && passage.Start < region.Place.End);
        return index >= 0 ? string.Create(CultureInfo.InvariantCulture, $"¶ {index + 1}") : string.Create(CultureInfo.InvariantCulture, $"at {passage.Start}");
    }
}
