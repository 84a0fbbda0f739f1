using System.Text;
using Dragoman.Language;
using Dragoman.Reading.Frames.Matching;
using Dragoman.Reading.Frames.Rules;
using Dragoman.Reading.Intake;
using Dragoman.Record;

namespace Dragoman.Reading.Frames;

/// <summary>Tells why a record is there: the rule, the words that its conditions and slots found, the alternatives that lost, and the other rules at the same words.</summary>
public sealed class RuleExplanation
{
    private readonly Reader _reader;

    public RuleExplanation(Reader reader) => _reader = reader;

    /// <summary>The account of the record of this kind and anchor; null if today's rules find none there.</summary>
    /// <param name="article">The document, read anew.</param>
    /// <param name="kind">The record's kind.</param>
    /// <param name="anchor">The record's anchor.</param>
    public string? Write(Article article, FindingKind kind, TextSpan anchor)
    {
        Annotations annotations = _reader.Annotate(article);
        Judged[] here = [.. _reader.Frames.Judge(annotations).Where(j => j.Match.Frame.Anchor.Overlaps(anchor))];
        return here.FirstOrDefault(j => j.Loss == Loss.None && j.Match.Frame.Kind == kind && j.Match.Frame.Anchor == anchor) is { } told ? Write(annotations, told, here) : null;
    }

    private string Write(Annotations annotations, Judged told, Judged[] here)
    {
        Frame frame = told.Match.Frame;
        FrameRule rule = told.Match.Rule;
        Walker walker = _reader.Frames.WalkerAt(annotations, rule, frame.Trigger);
        StringBuilder text = new();
        text.Append(rule.Id).Append("  ").Append(rule.Place).Append('\n').Append('"').Append(annotations.Text.Document[frame.Evidence]).Append("\"\n\n");
        text.Append("trigger  \"").Append(annotations.Text.Document[frame.Anchor]).Append("\"  ").Append(frame.Factuality?.Word()).Append('\n');
        foreach (Condition condition in rule.Where)
        {
            text.Append("where    ").Append(condition.Name).Append('\n');
            WritePaths(annotations, walker, condition.Lookup, text);
        }

        if (!rule.Unless.IsEmpty) text.Append("unless   none is there of: ").AppendJoin(", ", rule.Unless.Select(lookup => lookup.ToString())).Append('\n');
        foreach (SlotRule slot in rule.Slots) WriteSlot(annotations, walker, slot, frame, text);
        WriteOthers(annotations, told, here, text);
        return text.ToString();
    }

    private static void WriteSlot(Annotations annotations, Walker walker, SlotRule slot, Frame frame, StringBuilder text)
    {
        Role? role = frame.Roles.FirstOrDefault(r => r.Slot == slot.Slot.Name);
        text.Append("slot     ").Append(slot.Slot.Name).Append(" = ").Append(role is null ? "nothing" : Wording.Of(annotations, role));
        if (slot is { Constant: not null, Choices.IsEmpty: true }) text.Append("  (the rule's own word)");
        if (!slot.Choices.IsEmpty) text.Append("  (chosen by ").AppendJoin(", else by ", slot.Choices.Select(choice => choice.Of)).Append(')');
        text.Append('\n');
        if (slot.Lookup is { } lookup) WritePaths(annotations, walker, lookup, text);
    }

    /// <summary>Each path with what it leads to: → taken, · there but behind the one taken, - leads nowhere.</summary>
    private static void WritePaths(Annotations annotations, Walker walker, Lookup lookup, StringBuilder text)
    {
        foreach (Alternatives part in lookup.Parts)
        {
            bool isTaken = false;
            foreach (RolePath path in part.Paths)
            {
                Filler filler = walker.Follow(path);
                text.Append("           ").Append(!filler.Found ? '-' : isTaken ? '·' : '→').Append(' ').Append(path.Text);
                text.Append(filler.Found ? "  " + Wording.Of(annotations, filler) : "").Append('\n');
                isTaken |= filler.Found;
            }
        }
    }

    private void WriteOthers(Annotations annotations, Judged told, Judged[] here, StringBuilder text)
    {
        text.Append("\nother rules at these words\n");
        int before = text.Length;
        foreach (Judged other in here.Where(j => j != told)) text.Append("  ").Append(other.Match.Rule.Id).Append("  ").Append(other.Loss == Loss.None ? "gives a record of its own" : Wording.Of(other)).Append('\n');
        foreach ((FrameRule rule, Hindrance hindrance) in _reader.Frames.FailuresAt(annotations, told.Match.Frame.Trigger))
        {
            text.Append("  ").Append(rule.Id).Append("  ").Append(hindrance.Missing is { } missing ? $"lacks {missing.Name}: {missing.Lookup}" : $"barred by {hindrance.Present}").Append('\n');
        }

        if (text.Length == before) text.Append("  none\n");
    }
}
