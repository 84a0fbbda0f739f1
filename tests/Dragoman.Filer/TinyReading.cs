using System.Globalization;
using Dragoman.Record;

namespace Dragoman.Filer;

/// <summary>A reading of a document of one line, made without a reader.</summary>
internal static class TinyReading
{
    public static DocumentReading Of(int session, int number)
    {
        string id = string.Create(CultureInfo.InvariantCulture, $"{session}-{number}");
        string text = $"Norland declared truce {id}.";
        Passage anchor = new(8, 16, "declared");
        return new()
        {
            Document = new() { Id = id, Source = id + ".txt", Language = "en", Text = text },
            Regions = [new(RegionKind.Body, new(0, text.Length, text))],
            Actors = [new() { Id = "A1", Kind = ActorKind.State, Name = "Norland", Mentions = [new(new(0, 7, "Norland"), MentionForm.Name)] }],
            Times = [],
            Statements = [],
            Findings =
            [
                new()
                {
                    Id = "R1",
                    Kind = FindingKind.Ceasefire,
                    Anchor = anchor,
                    Evidence = new(0, text.Length, text),
                    Factuality = Factuality.Actual,
                    Slots = [new("act", new SlotValue.Word("announced")), new("by", new SlotValue.Actors(["A1"]))],
                },
            ],
        };
    }
}
