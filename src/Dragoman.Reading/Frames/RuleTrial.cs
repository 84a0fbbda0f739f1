using Dragoman.Language;
using Dragoman.Reading.Frames.Matching;
using Dragoman.Reading.Frames.Rules;
using Dragoman.Reading.Intake;
using Dragoman.Reading.Mentions;
using Dragoman.Record;

namespace Dragoman.Reading.Frames;

/// <summary>How an example of a rule turned out.</summary>
/// <param name="Place">File, line and column of the example.</param>
/// <param name="Fault">What is wrong; null if the example holds.</param>
/// <param name="IsTodo">Whether it stands under <c>todo</c>: a known miss, which fails nothing.</param>
public sealed record TrialResult(string Rule, string Place, string Sentence, string? Fault, bool IsTodo);

/// <summary>
/// Runs the examples that the rules carry, with the language's real annotator. The actors that an example labels are given, so that it tests the
/// rule alone and not whether somebody knows the invented names in it.
/// </summary>
public sealed class RuleTrial
{
    private readonly Reader _reader;

    public RuleTrial(Reader reader) => _reader = reader;

    /// <summary>All examples of all rules, in the order of the files.</summary>
    public IEnumerable<TrialResult> Run() => _reader.Frames.Rules.SelectMany(rule => rule.Examples.Select(example => Run(rule, example)));

    private TrialResult Run(FrameRule rule, RuleExample example)
    {
        Annotations annotations = _reader.Annotate(ArticleOf(example.Text));
        annotations = annotations with { Cast = WithLabelled(annotations, rule.Kind, example) };
        Match? match = _reader.Frames.Match(annotations).FirstOrDefault(m => m.Rule == rule);
        string? fault = example.Kind == ExampleKind.Not
            ? (match is null ? null : $"fired on '{annotations.Text.Document[match.Frame.Anchor]}'")
            : FaultOf(rule, example, match, annotations);
        string place = string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{example.File}:{example.Line}:{example.Column}");
        return new(rule.ShortId, place, example.Text, fault, example.Kind == ExampleKind.Todo);
    }

    internal static Article ArticleOf(string text) => new() { Id = "example", Source = "example", Document = new(text), Published = "2025-05-15" };

    private static string? FaultOf(FrameRule rule, RuleExample example, Match? match, Annotations annotations)
    {
        if (match is null) return "did not fire";
        foreach (ExampleSlot label in example.Slots)
        {
            Role? role = match.Frame.Roles.FirstOrDefault(r => r.Slot == label.Slot);
            if (role is null) return $"left '{label.Slot}' empty";
            SlotSchema schema = FindingSchema.Find(rule.Kind, label.Slot)!;
            if (!Fills(role, schema, label.Span, annotations)) return $"filled '{label.Slot}' with {Describe(role, annotations)}";
        }

        return null;
    }

    private static bool Fills(Role role, SlotSchema schema, TextSpan span, Annotations annotations) => schema.Type switch
    {
        SlotType.Actors => role.Actors.Any(a => a.Span.Overlaps(span)),
        SlotType.Time => role.Time is { } time && annotations.Times[time].Span.Overlaps(span),
        SlotType.Duration => annotations.Times.Any(t => t.Span.Overlaps(span) && t.Value == role.Word),
        SlotType.Text => role.Text is { } text && 2 * text.Overlap(span) > Math.Max(text.Length, span.Length),
        SlotType.Word => role.Word is not null,
        _ => role.Number is not null,
    };

    private static string Describe(Role role, Annotations annotations) =>
        role.Word ?? (role.Text is { } text ? $"'{annotations.Text.Document[text]}'"
            : role.Time is { } time ? $"'{annotations.Text.Document[annotations.Times[time].Span]}'"
            : string.Join(", ", role.Actors.Select(a => $"'{annotations.Text.Document[a.Span]}'")));

    /// <summary>The cast, with a mention for each labelled actor that it lacks.</summary>
    private static Cast WithLabelled(Annotations annotations, FindingKind kind, RuleExample example)
    {
        AnnotatedDocument text = annotations.Text;
        List<Mention> mentions = [.. annotations.Cast.Mentions];
        List<Chain> chains = [.. annotations.Cast.Chains];
        foreach (ExampleSlot label in example.Slots.Where(l => FindingSchema.Find(kind, l.Slot)!.Type == SlotType.Actors))
        {
            int first = text.TokenAt(label.Span.Start);
            int end = text.TokenAt(label.Span.End - 1) + 1;
            if (first >= text.Tokens.Length || mentions.Any(m => m.IsResolved && m.Span.Overlaps(label.Span))) continue;
            mentions.RemoveAll(m => m.Span.Overlaps(label.Span));
            int head = Enumerable.Range(first, end - first).First(t => text.Tokens[t].Head < first || text.Tokens[t].Head >= end);
            mentions.Add(new() { Span = label.Span, First = first, End = end, Head = head, Form = MentionForm.Name, Chain = chains.Count });
            chains.Add(new() { Kind = ActorKind.State, Name = text.Document[label.Span] });
        }

        return new([.. mentions.OrderBy(m => m.Span)], [.. chains]);
    }
}
