using System.Collections.Immutable;
using Dragoman.Language;
using Dragoman.Record;

namespace Dragoman.Reading.Attributions;

/// <summary>
/// Finds the turns of a transcript or interview: paragraphs that open with the speaker's name and a colon. A text counts as one only if at
/// least three paragraphs do and one label comes back: "Note:" and "Photo:" stand alone.
/// </summary>
internal sealed class TurnFinder(Discourse discourse, SpeakerFinder speakers)
{
    private const int FewestLabels = 3;

    private const int LongestLabel = 6; // words

    private readonly AnnotatedDocument _text = discourse.Text;

    /// <summary>In text order; a turn goes on over unlabelled paragraphs up to the next label.</summary>
    public List<AttributionDraft> Find()
    {
        List<Block> blocks = Blocks();
        List<Block> labelled = [.. blocks.Where(block => block.Colon >= 0)];
        List<AttributionDraft> turns = [];
        if (labelled.Count < FewestLabels || labelled.GroupBy(LabelOf, StringComparer.OrdinalIgnoreCase).All(group => group.Count() == 1)) return turns;
        int last = blocks.IndexOf(labelled[^1]);
        for (int b = 0; b <= last; b++)
        {
            if (blocks[b].Colon < 0) continue;
            List<TextSpan> content = [SpanOf(blocks[b].Colon + 1, blocks[b].End)];
            for (int next = b + 1; next < last && blocks[next].Colon < 0; next++) content.Add(SpanOf(blocks[next].First, blocks[next].End));
            content.RemoveAll(span => span.IsEmpty);
            if (content.Count > 0) turns.Add(Turn(blocks[b], [.. content]));
        }

        return turns;
    }

    private AttributionDraft Turn(Block block, ImmutableArray<TextSpan> content)
    {
        int label = block.Colon - 1;
        var mention = speakers.MentionOf(label);
        return new()
        {
            Cue = null,
            CueSpan = _text.SpanOf(block.LabelStart, block.Colon),
            Level = discourse.LevelOf(label),
            Speaker = new(mention, _text.SpanOf(block.LabelStart, block.Colon), mention is null ? "no actor is known by this label" : "the label of the turn"),
            Rule = "transcript-turn",
            Content = content,
            Shape = "a turn of a transcript",
            Mode = QuotationMode.Direct,
        };
    }

    private List<Block> Blocks()
    {
        List<Block> blocks = [];
        for (int s = 0; s < _text.Sentences.Length; s++)
        {
            int first = _text.Sentences[s].First;
            int block = _text.Sentences[s].Block;
            while (s + 1 < _text.Sentences.Length && _text.Sentences[s + 1].Block == block) s++;
            if (discourse.IsProse(first)) blocks.Add(Describe(first, _text.Sentences[s].End));
        }

        return blocks;
    }

    private Block Describe(int first, int end)
    {
        int start = first;
        while (start < end && discourse.IsPunctuation(start)) start++;
        int colon = start;
        while (colon < end && colon - start <= LongestLabel && IsLabelWord(colon)) colon++;
        bool isLabel = colon > start && colon + 1 < end && _text.Tokens[colon].Form is ":" && char.IsWhiteSpace(_text.Document.Text[_text.Tokens[colon].Span.End]);
        return new(first, end, start, isLabel ? colon : -1);
    }

    private bool IsLabelWord(int token) => _text.Tokens[token].Form is "." or "," or "-" or "’" or "'" || char.IsUpper(_text.Tokens[token].Form[0]);

    private string LabelOf(Block block) => _text.Document[_text.SpanOf(block.LabelStart, block.Colon)];

    private TextSpan SpanOf(int first, int end)
    {
        while (end > first && discourse.Quotations.All.Any(q => !q.IsClosed) && discourse.IsPunctuation(first)) first++;
        if (first >= end || (_text.Tokens[first].Form is "(" or "[" && _text.Tokens[end - 1].Form is ")" or "]")) return default;
        return _text.Document.Trim(_text.SpanOf(first, end));
    }

    /// <summary>The tokens of a paragraph, where its label starts and the colon after it (−1 without a label).</summary>
    private sealed record Block(int First, int End, int LabelStart, int Colon);
}
