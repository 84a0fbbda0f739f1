using System.Text.Json.Nodes;
using Dragoman.Language;
using Dragoman.Reading.Attributions;
using Dragoman.Record;

namespace Dragoman.Bench;

/// <summary>Brings attributions of a reading and of an annotated corpus into the form in which they are compared.</summary>
internal sealed class AttributionCompare(IAnnotator annotator, CueLexicon lexicon, AttributionWords words)
{
    public ComparedAttribution Of(Document document, Statement statement)
    {
        TextSpan[] content = [.. statement.Content.Select(passage => new TextSpan(passage.Start, passage.End))];
        string note = $"[{statement.Rule}; {statement.Why}] <{statement.Source?.Words}> {{{statement.Cue?.Words}}} {Words(document, content)}";
        return new(Letters(document, content), statement.Source is { } source ? (source.Start, source.End) : null, false, note);
    }

    /// <summary>The attributions of an article of PolNeAR; its offsets count code points.</summary>
    public IReadOnlyList<ComparedAttribution> Annotated(Document document, JsonArray attributions)
    {
        CodePoints points = new(document.Text);
        AnnotatedDocument text = annotator.Annotate(document, [document.Trim(document.Whole)]);
        return [.. attributions.Select(attribution => Annotated(document, points, text, attribution!)).Where(attribution => attribution.Content.Length > 0)];
    }

    private ComparedAttribution Annotated(Document document, CodePoints points, AnnotatedDocument text, JsonNode attribution)
    {
        TextSpan[] source = Spans(attribution["source"], points);
        TextSpan[] cue = Spans(attribution["cue"], points);
        TextSpan[] content = Spans(attribution["content"], points);
        string note = $"<{Words(document, source)}> {{{Words(document, cue)}}} {Words(document, content)}";
        return new(Letters(document, content), source.Length == 0 ? null : (source[0].Start, source[^1].End), cue.Any(span => IsSpeech(text, span)), note);
    }

    private bool IsSpeech(AnnotatedDocument text, TextSpan cue)
    {
        for (int t = text.TokenAt(cue.Start); t < text.Tokens.Length && text.Tokens[t].Span.Start < cue.End; t++)
            if (text.Tokens[t].Upos is Upos.VERB && lexicon.StartingWith(text.Tokens[t].Lemma).Any(IsReporting)) return true;
        return false;
    }

    private static bool IsReporting(CuePattern pattern) =>
        pattern.Words.Length == 1 && pattern.Class is CueClass.Verb && pattern.IsSpeech && pattern.Has(Takes.Aside) && pattern.Has(Takes.Clause);

    private int[] Letters(Document document, TextSpan[] content)
    {
        List<int> letters = [];
        foreach (TextSpan span in content)
        {
            int start = span.Start;
            while (start < span.End && !char.IsLetterOrDigit(document.Text[start])) start++;
            int end = start;
            while (end < span.End && char.IsLetterOrDigit(document.Text[end])) end++;
            if (words.Complementizers.Contains(document.Text[start..end])) start = end;
            for (int i = start; i < span.End; i++)
                if (char.IsLetterOrDigit(document.Text[i])) letters.Add(i);
        }

        return [.. letters.Distinct().Order()];
    }

    private static TextSpan[] Spans(JsonNode? spans, CodePoints points) =>
        [.. spans!.AsArray().Select(span => points.ToUtf16(new TextSpan(span![0]!.GetValue<int>(), span[1]!.GetValue<int>()))).Order()];

    private static string Words(Document document, TextSpan[] spans) => string.Join(" … ", spans.Select(span => document[span].Replace('\n', ' ')));
}
