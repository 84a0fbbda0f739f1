using Dragoman.Language;
using Dragoman.Record;

namespace Dragoman.Reading.Attributions;

/// <summary>Finds paragraphs that are set off as somebody's words without marks: the one after a sentence of saying that ends its paragraph with a colon.</summary>
internal sealed class BlockQuotation(Discourse discourse, AttributionScan scan)
{
    private readonly AnnotatedDocument _text = discourse.Text;

    public void Into(List<AttributionDraft> drafts)
    {
        for (int s = 0; s + 1 < _text.Sentences.Length; s++)
        {
            Sentence sentence = _text.Sentences[s];
            Sentence next = _text.Sentences[s + 1];
            if (next.Block == sentence.Block || !EndsWithColon(sentence) || !discourse.IsProse(sentence.First) || !IsBlockProse(next)) continue;
            int root = Root(sentence);
            if (root < 0 || discourse.CueAt(root) is not { Pattern.IsSpeech: true } || drafts.Any(draft => draft.Cue?.Head == root && draft.Shape is not "object")) continue;
            drafts.RemoveAll(draft => draft.Cue?.Head == root);
            TextSpan block = _text.Document.Trim(_text.Blocks[next.Block]);
            if (scan.Announced(root, [block], "block-quotation", QuotationMode.Direct) is { } draft) drafts.Add(draft);
        }
    }

    private bool EndsWithColon(Sentence sentence) => sentence.Length > 1 && _text.Tokens[sentence.End - 1].Form is ":";

    /// <summary>Whether the block is running prose: not a quotation, which is linked by its marks, nor an item of a list.</summary>
    private bool IsBlockProse(Sentence sentence) =>
        discourse.IsProse(sentence.First) && _text.Tokens[sentence.First].Upos is not (Upos.NUM or Upos.PUNCT or Upos.SYM or Upos.X) && sentence.Length > 5
        && discourse.LevelOf(sentence.First) < 0;

    private int Root(Sentence sentence)
    {
        for (int t = sentence.First; t < sentence.End; t++)
            if (_text.Tokens[t].Head < 0) return t;
        return -1;
    }
}
