using System.Globalization;
using System.Text;
using Dragoman.Record;

namespace Dragoman.Tests;

/// <summary>A reading as text for people who read diffs: one line a finding, with where its words stand (UTF-16) and the words.</summary>
internal static class ReadingDump
{
    public static string Of(DocumentReading reading)
    {
        StringBuilder text = new();
        ReadDocument document = reading.Document;
        text.Append(CultureInfo.InvariantCulture, $"# {document.Title ?? "-"} | {document.Outlet ?? "-"} | {document.Published ?? "-"} | {string.Join(", ", document.Byline)}\n");
        foreach (TextRegion region in reading.Regions) text.Append(CultureInfo.InvariantCulture, $"{region.Kind.Word(),-10} {Cite(region.Place)}\n");
        foreach (Actor actor in reading.Actors)
            text.Append(string.Create(CultureInfo.InvariantCulture, $"{actor.Id,-4} {actor.Kind.Word()} {actor.Name} {actor.Country} {string.Join("; ", actor.Roles)}").TrimEnd()).Append('\n');
        foreach (CitedTime time in reading.Times) text.Append(CultureInfo.InvariantCulture, $"{time.Id,-4} {time.Type.Word()} {time.Value ?? "? " + time.Unresolved} {Cite(time.Place)}\n");
        foreach (Statement statement in reading.Statements)
        {
            text.Append(CultureInfo.InvariantCulture, $"{statement.Id,-4} {statement.Speaker ?? "?"} {statement.Cue?.Words ?? "-"} {statement.Mode.Word()}");
            foreach (Passage passage in statement.Content) text.Append(' ').Append(Cite(passage));
            text.Append('\n');
        }

        foreach (Finding finding in reading.Findings)
        {
            text.Append(string.Create(CultureInfo.InvariantCulture, $"{finding.Id,-4} {finding.Kind.Word()} {finding.Factuality?.Word()} {Cite(finding.Anchor)} {finding.Statement}").TrimEnd());
            foreach (Slot slot in finding.Slots) text.Append(CultureInfo.InvariantCulture, $" | {slot.Name}: {Value(slot.Value)}");
            text.Append(CultureInfo.InvariantCulture, $" | {finding.Rule}\n");
        }

        return text.ToString();
    }

    private static string Value(SlotValue value) => value switch
    {
        SlotValue.Actors actors => string.Join(' ', actors.Ids),
        SlotValue.Time time => time.Id,
        SlotValue.Text words => Cite(words.Passage),
        SlotValue.Word word => word.Value,
        SlotValue.Number number => number.Value.ToString(CultureInfo.InvariantCulture),
        _ => "",
    };

    private static string Cite(Passage passage) => string.Create(
        CultureInfo.InvariantCulture, $"[{passage.Start},{passage.End}) {Shorten(passage.Words.Replace("\n", "⏎", StringComparison.Ordinal))}");

    private static string Shorten(string words) => words.Length <= 90 ? words : string.Concat(words.AsSpan(0, 60), "…", words.AsSpan(words.Length - 28));
}
