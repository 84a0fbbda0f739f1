using System.Collections.Immutable;
using System.Globalization;
using Dragoman.Record;

namespace Dragoman.Briefs;

/// <summary>Words a finding for a brief: its lead and its facts, with actors by name and times by the words of the text.</summary>
internal sealed class FindingWording
{
    /// <summary>How slots are introduced; those not listed are introduced by their own name.</summary>
    private static readonly Dictionary<string, string> Introductions = new(StringComparer.Ordinal)
    {
        ["claimant"] = "claimed by",
        ["accused"] = "against",
        ["participants"] = "",
        ["parties"] = "",
        ["start"] = "from",
        ["end"] = "until",
        ["place"] = "in",
        ["period"] = "over",
        ["time"] = "",
        ["topic"] = "on",
        ["due"] = "due",
        ["target"] = "to",
        ["content"] = "",
        ["proposition"] = "",
        ["about"] = "",
        ["scope"] = "covering",
        ["occasion"] = "for",
        ["horizon"] = "horizon",
        ["condition"] = "if",
        ["phrase"] = "in the words",
        ["consequence"] = "threatens",
    };

    private readonly ImmutableDictionary<string, string> _actors;
    private readonly ImmutableDictionary<string, CitedTime> _times;
    private readonly ImmutableDictionary<string, Statement> _statements;

    public FindingWording(DocumentReading reading)
    {
        _actors = reading.Actors.ToImmutableDictionary(actor => actor.Id, actor => actor.Name);
        _times = reading.Times.ToImmutableDictionary(time => time.Id);
        _statements = reading.Statements.ToImmutableDictionary(statement => statement.Id);
    }

    public string? NameOf(string? actor) => actor is null ? null : _actors.GetValueOrDefault(actor, actor);

    public string NamesOf(ImmutableArray<string> actors) => string.Join(", ", actors.Select(NameOf));

    /// <summary>A time's own words, with its value; "" for none.</summary>
    public string TimeOf(string? id)
    {
        if (id is null || !_times.TryGetValue(id, out CitedTime? time)) return "";
        return time.Place.Words == time.Value ? time.Value : $"{time.Place.Words} ({time.Value ?? "date open"})";
    }

    /// <summary>What it is in a word or two: the slot that holds a word, or the number of violations, or the kind.</summary>
    public string Lead(Finding finding)
    {
        string kind = finding.Kind.Word();
        if (finding["count"] is SlotValue.Number number) return number.Value.ToString("N0", CultureInfo.InvariantCulture) + " violations";
        string? word = finding.Slots.Select(slot => LeadSlots.Contains(slot.Name) ? (slot.Value as SlotValue.Word)?.Value : null).FirstOrDefault(value => value is not null);
        return finding.Kind switch
        {
            _ when word is null => kind,
            FindingKind.Forecast => word,
            FindingKind.Meeting or FindingKind.Response => $"{kind}: {word}",
            FindingKind.Proposal => $"{kind}: {(finding["subject"] as SlotValue.Word)?.Value ?? word}",
            _ => word,
        };
    }

    private static readonly string[] LeadSlots = ["act", "stance", "status", "likelihood", "subject"];

    public string Facts(Finding finding)
    {
        List<string> facts = [.. finding.Slots.Where(slot => !IsInLead(finding, slot)).Select(Fact).Where(fact => fact.Length > 0)];
        if (finding.Factuality is { } factuality and not Factuality.Actual) facts.Add(factuality.Word());
        if (ClaimedBy(finding) is { } speaker) facts.Add("according to " + speaker);
        return string.Join(" · ", facts);
    }

    /// <summary>The speaker of the statement that says so, unless the record is an act of the speaker's own.</summary>
    private string? ClaimedBy(Finding finding)
    {
        if (finding.Statement is not { } id || !_statements.TryGetValue(id, out Statement? statement) || statement.Speaker is not { } speaker) return null;
        bool isOwn = new[] { finding["by"], finding["claimant"] }.Any(value => value is SlotValue.Actors actors && actors.Ids.Contains(speaker));
        return isOwn ? null : NameOf(speaker);
    }

    private static bool IsInLead(Finding finding, Slot slot) =>
        slot.Name is "count" or "act" or "stance" or "likelihood" or "subject"
        || (slot.Name == "status" && (finding.Kind is FindingKind.Meeting || slot.Value is SlotValue.Word { Value: "made" }));

    private string Fact(Slot slot)
    {
        string value = slot.Value switch
        {
            SlotValue.Actors actors => NamesOf(actors.Ids),
            SlotValue.Time time => TimeOf(time.Id),
            SlotValue.Text text => $"“{text.Passage.Words}”",
            SlotValue.Number number => number.Value.ToString("N0", CultureInfo.InvariantCulture),
            SlotValue.Word word => slot.Name == "duration" ? DurationWording.Of(word.Value) : word.Value,
            _ => "",
        };
        string introduction = Introductions.GetValueOrDefault(slot.Name, slot.Name);
        return value.Length == 0 || introduction.Length == 0 ? value : introduction + " " + value;
    }
}

/// <summary>An ISO 8601 duration for people: "PT30H" is "30 hours".</summary>
internal static class DurationWording
{
    private static readonly Dictionary<string, string> Units = new(StringComparer.Ordinal)
    {
        ["Y"] = "year",
        ["M"] = "month",
        ["W"] = "week",
        ["D"] = "day",
        ["TH"] = "hour",
        ["TM"] = "minute",
        ["TS"] = "second",
    };

    /// <summary>The duration with one unit in words; any other as it stands.</summary>
    public static string Of(string iso)
    {
        if (iso.Length < 3 || iso[0] != 'P') return iso;
        bool isTime = iso[1] == 'T';
        string number = iso[(isTime ? 2 : 1)..^1];
        string unit = (isTime ? "T" : "") + iso[^1];
        return Units.TryGetValue(unit, out string? name) && number.Length > 0 && number.All(char.IsAsciiDigit) ? $"{number} {name}{(number == "1" ? "" : "s")}" : iso;
    }
}
