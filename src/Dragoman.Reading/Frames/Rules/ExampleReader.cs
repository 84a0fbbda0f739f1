using System.Collections.Immutable;
using System.Text;
using Dragoman.Language.Packs;
using Dragoman.Record;

namespace Dragoman.Reading.Frames.Rules;

/// <summary>Reads the sentences that a rule carries: <c>examples</c>, <c>not</c> and <c>todo</c>.</summary>
internal static class ExampleReader
{
    public static ImmutableArray<RuleExample> Read(YamlData rule, FindingKind kind) =>
    [
        .. Read(rule.Get("examples"), kind, ExampleKind.Shows),
        .. Read(rule.Get("not"), kind, ExampleKind.Not),
        .. Read(rule.Get("todo"), kind, ExampleKind.Todo),
    ];

    private static IEnumerable<RuleExample> Read(YamlData? list, FindingKind kind, ExampleKind example) =>
        list?.Items.Select(item => Parse(item, kind, example)) ?? [];

    /// <summary>Takes the brackets out of <c>[Norland]{by} declared a truce</c> and keeps where they stood.</summary>
    private static RuleExample Parse(YamlData item, FindingKind kind, ExampleKind example)
    {
        StringBuilder text = new();
        ImmutableArray<ExampleSlot>.Builder slots = ImmutableArray.CreateBuilder<ExampleSlot>();
        Stack<int> open = [];
        string source = item.Text;
        for (int i = 0; i < source.Length; i++)
        {
            if (source[i] == '[') open.Push(text.Length);
            else if (source[i] == ']' && open.Count > 0) i = ReadLabel(item, source, i, new(open.Pop(), text.Length), kind, slots);
            else text.Append(source[i]);
        }

        if (open.Count > 0) item.Report("DG1049", "a '[' has no ']{slot}'");
        return new(example, item.File, item.Line, item.Column, text.ToString(), slots.ToImmutable());
    }

    private static int ReadLabel(YamlData item, string source, int bracket, Language.TextSpan span, FindingKind kind, ImmutableArray<ExampleSlot>.Builder slots)
    {
        int end = bracket + 1 < source.Length && source[bracket + 1] == '{' ? source.IndexOf('}', bracket) : -1;
        if (end < 0)
        {
            item.Report("DG1049", "after ']' the slot is named in braces: [Norland]{by}");
            return bracket;
        }

        string slot = source[(bracket + 2)..end];
        if (FindingSchema.Find(kind, slot) is null) item.Report("DG1048", $"a {kind.Word()} has no slot '{slot}'");
        else slots.Add(new(span, slot));
        return end;
    }
}
