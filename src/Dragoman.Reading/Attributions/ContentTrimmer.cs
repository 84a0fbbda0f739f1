using System.Collections.Immutable;
using Dragoman.Language;
using Dragoman.Record;

namespace Dragoman.Reading.Attributions;

/// <summary>Turns token ranges into spans of content: punctuation and unpaired marks at the edges fall away, and a quotation that is the whole loses its marks.</summary>
internal sealed class ContentTrimmer(Discourse discourse)
{
    private readonly AnnotatedDocument _text = discourse.Text;

    /// <summary>The spans of the ranges, trimmed, in text order; none if nothing but punctuation is left.</summary>
    public ImmutableArray<TextSpan> Spans(ImmutableArray<TokenRange> ranges)
    {
        ImmutableArray<TextSpan>.Builder spans = ImmutableArray.CreateBuilder<TextSpan>();
        foreach (TokenRange range in ranges.OrderBy(r => r.First))
            if (Span(range) is { IsEmpty: false } span) spans.Add(span);
        return spans.ToImmutable();
    }

    /// <summary>Direct if all words stand within quotations below the level of the cue, mixed if some do, else indirect.</summary>
    public QuotationMode ModeOf(ImmutableArray<TextSpan> content, int level)
    {
        int inside = 0;
        int outside = 0;
        foreach (TextSpan span in content)
        {
            for (int t = _text.TokenAt(span.Start); t < _text.Tokens.Length && _text.Tokens[t].Span.Start < span.End; t++)
            {
                if (discourse.IsPunctuation(t)) continue;
                if (discourse.LevelOf(t) != level && discourse.IsInside(t, level)) inside++;
                else outside++;
            }
        }

        return inside == 0 ? QuotationMode.Indirect : outside == 0 ? QuotationMode.Direct : QuotationMode.Mixed;
    }

    private TextSpan Span(TokenRange range)
    {
        int first = range.First;
        int end = range.End;
        while (first < end && IsDroppedAtStart(first, end)) first++;
        while (end > first && IsDroppedAtEnd(first, end - 1)) end--;
        if (end <= first) return default;
        TextSpan span = _text.SpanOf(first, end);
        foreach (Quotation quotation in discourse.Quotations.All)
            if (quotation.Outer == span && quotation.Inner.Length == 1) return quotation.Inner[0];
        return span;
    }

    private bool IsDroppedAtStart(int token, int end) =>
        discourse.IsPunctuation(token) && !(token + 1 < end && discourse.Quotations.OpensAt(_text.Tokens[token].Span.Start))
        && _text.Tokens[token].Form is not ("(" or "[" or "$" or "#");

    private bool IsDroppedAtEnd(int first, int token)
    {
        if (!discourse.IsPunctuation(token) || _text.Tokens[token].Form is ")" or "]" or "%" or "?" or "!") return false;
        return !discourse.Quotations.All.Any(q => q.Outer.End == _text.Tokens[token].Span.End && q.Outer.End > q.Inner[^1].End && q.Outer.Start >= _text.Tokens[first].Span.Start);
    }
}
