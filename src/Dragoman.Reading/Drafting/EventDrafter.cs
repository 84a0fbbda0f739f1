using System.Collections.Immutable;
using Dragoman.Language;
using Dragoman.Reading.Events;
using Dragoman.Record;

namespace Dragoman.Reading.Drafting;

/// <summary>Makes the events of a reading: those of its records, then those that only a clause tells.</summary>
internal sealed class EventDrafter(RecordCoder coder)
{
    /// <param name="findings">The records of the reading.</param>
    /// <param name="acts">The events of the clauses.</param>
    /// <param name="casting">Who is cast in the reading.</param>
    /// <param name="cite">Makes a passage of a span.</param>
    public ImmutableArray<CodedEvent> Draft(ImmutableArray<Finding> findings, ImmutableArray<EventAct> acts, Casting casting, Func<TextSpan, Passage> cite)
    {
        List<CodedEvent> events = [];
        HashSet<EventAct> told = [];
        foreach (Finding finding in findings)
        {
            EventAct[] same = [.. acts.Where(act => Overlap(act.Code.Anchor, finding.Anchor))];
            told.UnionWith(same);
            if (coder.Code(finding) is { } code && Of(finding, code, same, casting) is { } coded) events.Add(coded);
        }

        events.AddRange(acts.Where(act => !told.Contains(act) && !events.Any(e => IsSame(e, act))).Select(act => Of(act, casting, cite)));
        return [.. events.OrderBy(e => e.Anchor.Start).ThenBy(e => e.Anchor.End).ThenBy(e => e.Record, StringComparer.Ordinal).Select((e, i) => e with { Id = Ids.Event(i) })];
    }

    /// <summary>The event of a record; a side that the record leaves open is taken from the clause that tells the same.</summary>
    private static CodedEvent? Of(Finding finding, RecordCode code, EventAct[] same, Casting casting)
    {
        ImmutableArray<string> source = code.Source.IsEmpty ? [.. same.SelectMany(act => casting.IdsOf(act.Source)).Distinct().Except(code.Target)] : code.Source;
        ImmutableArray<string> target = code.Target.IsEmpty ? [.. same.SelectMany(act => casting.IdsOf(act.Target)).Distinct().Except(source)] : code.Target;
        if (source.IsEmpty && target.IsEmpty) return null;
        return new()
        {
            Id = "",
            Type = code.Root.Name,
            Mode = code.Mode,
            Quad = code.Root.Quad,
            Source = source,
            Target = target,
            Anchor = finding.Anchor,
            Evidence = finding.Evidence,
            Record = finding.Id,
            Rule = code.Rule,
        };
    }

    private static CodedEvent Of(EventAct act, Casting casting, Func<TextSpan, Passage> cite) => new()
    {
        Id = "",
        Type = act.Code.Root.Name,
        Mode = act.Code.Mode,
        Quad = act.Code.Root.Quad,
        Source = casting.IdsOf(act.Source),
        Target = casting.IdsOf(act.Target),
        Anchor = cite(act.Code.Anchor),
        Evidence = cite(act.Code.Evidence),
        Rule = act.Code.Rule,
    };

    /// <summary>Whether a record's event already tells the same kind of act within the same clause.</summary>
    private static bool IsSame(CodedEvent coded, EventAct act) => coded.Type == act.Code.Root.Name && Overlap(act.Code.Anchor, coded.Evidence);

    private static bool Overlap(TextSpan span, Passage passage) => span.Overlaps(new(passage.Start, passage.End));
}
