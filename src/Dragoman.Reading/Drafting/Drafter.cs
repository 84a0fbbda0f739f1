using System.Collections.Immutable;
using Dragoman.Language;
using Dragoman.Reading.Attributions;
using Dragoman.Reading.Events;
using Dragoman.Reading.Frames;
using Dragoman.Reading.Intake;
using Dragoman.Reading.Times;
using Dragoman.Record;
using NodaTime.Text;

namespace Dragoman.Reading.Drafting;

/// <summary>Turns what the steps found into the reading that leaves the program: ids given, words cited, only the actors that something refers to.</summary>
public sealed class Drafter
{
    private readonly EventDrafter _events;

    public Drafter(RecordCoder coder) => _events = new(coder);

    public DocumentReading Draft(Article article, string language, Annotations annotations, ImmutableArray<Frame> frames, ImmutableArray<EventAct> acts)
    {
        Casting casting = Casting.Of(annotations, frames, acts);
        ImmutableArray<Finding> findings = [.. frames.Select((frame, i) => Finding(article, frame, i, casting))];
        return new DocumentReading
        {
            Document = Describe(article, language, annotations),
            Regions = [.. annotations.Page.Regions.Select(r => new TextRegion(r.Kind, Cite(article, r.Span)))],
            Actors = casting.Actors(span => Cite(article, span)),
            Times = [.. annotations.Times.Select((timex, i) => Time(article, timex, i))],
            Statements = [.. annotations.Attributions.Select((attribution, i) => Statement(article, attribution, i, casting, annotations))],
            Findings = findings,
            Events = _events.Draft(findings, acts, casting, span => Cite(article, span)),
        };
    }

    private static ReadDocument Describe(Article article, string language, Annotations annotations) => new()
    {
        Id = article.Id,
        Source = article.Source,
        Language = language,
        Title = annotations.Page.Title,
        Outlet = annotations.Page.Outlet,
        Byline = annotations.Page.Byline,
        Published = annotations.Page.Published,
        Dated = Cite(article, annotations.Page.Dated),
        Translation = annotations.Page.Translation,
        Url = article.Url,
        Text = article.Document.Text,
    };

    private static CitedTime Time(Article article, Timex timex, int index) => new()
    {
        Id = Ids.Time(index),
        Place = Cite(article, timex.Span),
        Type = timex.Type,
        Value = timex.Value,
        From = timex.Days is { } days ? LocalDatePattern.Iso.Format(days.Start) : null,
        Until = timex.Days is { } span ? LocalDatePattern.Iso.Format(span.End) : null,
        Basis = timex.Basis switch { TimexBasis.Explicit => "explicit", TimexBasis.DocumentDate => "document-date", _ => "other-time" },
        Unresolved = timex.Unresolved,
    };

    private static Statement Statement(Article article, Attribution attribution, int index, Casting casting, Annotations annotations) => new()
    {
        Id = Ids.Statement(index),
        Speaker = casting.IdOf(attribution.Speaker),
        Source = Cite(article, attribution.Source),
        Cue = Cite(article, attribution.Cue),
        Content = [.. attribution.Content.Select(span => Cite(article, span))],
        Mode = attribution.Mode,
        Addressee = casting.IdsOf(attribution.Addressees),
        Venue = Cite(article, attribution.Venue),
        InOtherWords = annotations.Restatements.Where(r => r.Attribution == index).Select(r => Cite(article, r.Place)).FirstOrDefault(),
        Time = attribution.Time is { } time ? Ids.Time(time) : null,
        Within = attribution.Within is { } outer ? Ids.Statement(outer) : null,
        Rule = attribution.Rule,
        Why = attribution.Why,
    };

    private static Finding Finding(Article article, Frame frame, int index, Casting casting) => new()
    {
        Id = Ids.Finding(index),
        Kind = frame.Kind,
        Anchor = Cite(article, frame.Anchor),
        Evidence = Cite(article, frame.Evidence),
        Statement = frame.Attribution is { } attribution ? Ids.Statement(attribution) : null,
        Factuality = FindingSchema.CarriesFactuality(frame.Kind) ? frame.Factuality : null,
        Slots = Slots(article, frame, casting),
        Rule = frame.Rule,
    };

    private static ImmutableArray<Slot> Slots(Article article, Frame frame, Casting casting)
    {
        ImmutableArray<Slot>.Builder slots = ImmutableArray.CreateBuilder<Slot>();
        foreach (SlotSchema schema in FindingSchema.Of(frame.Kind))
        {
            Role? role = frame.Roles.FirstOrDefault(r => r.Slot == schema.Name);
            if (role is not null && Value(article, role, schema.Type, casting) is { } value) slots.Add(new(schema.Name, value));
        }

        return slots.ToImmutable();
    }

    private static SlotValue? Value(Article article, Role role, SlotType type, Casting casting) => type switch
    {
        SlotType.Actors => casting.IdsOf(role.Actors) is { IsEmpty: false } ids ? new SlotValue.Actors(ids) : null,
        SlotType.Time => role.Time is { } time ? new SlotValue.Time(Ids.Time(time)) : null,
        SlotType.Text => role.Text is { } text ? new SlotValue.Text(Cite(article, text)) : null,
        SlotType.Number => role.Number is { } number ? new SlotValue.Number(number) : null,
        _ => role.Word is { } word ? new SlotValue.Word(word) : null,
    };

    private static Passage Cite(Article article, TextSpan span) => new(span.Start, span.End, article.Document[span]);

    private static Passage? Cite(Article article, TextSpan? span) => span is { } place ? Cite(article, place) : null;
}
