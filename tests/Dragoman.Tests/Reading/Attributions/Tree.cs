using Dragoman.Language;

namespace Dragoman.Tests;

/// <summary>
/// A document annotated by hand: one word a line, <c>form lemma UPOS head deprel [feats]</c>, heads from 1 within the sentence; an empty line ends a
/// sentence, <c>¶</c> a paragraph. A form that starts with <c>_</c> is written without a space before it.
/// </summary>
internal static class Tree
{
    public static AnnotatedDocument Of(string lines)
    {
        List<TextSpan> blocks = [];
        List<Sentence> sentences = [];
        List<Token> tokens = [];
        System.Text.StringBuilder text = new();
        int sentenceStart = 0;
        int blockStart = 0;
        foreach (string line in lines.Split('\n').Select(l => l.Trim()).Append("¶"))
        {
            if (line.Length == 0 || line == "¶")
            {
                if (tokens.Count > sentenceStart) sentences.Add(new(sentenceStart, tokens.Count, blocks.Count));
                sentenceStart = tokens.Count;
                if (line == "¶" && text.Length > blockStart)
                {
                    blocks.Add(new(blockStart, text.Length));
                    text.Append("\n\n");
                    blockStart = text.Length;
                }

                continue;
            }

            string[] cells = line.Split(' ', StringSplitOptions.RemoveEmptyEntries);
            bool isJoined = cells[0].StartsWith('_') || text.Length == blockStart || "“(".Contains(text[^1], StringComparison.Ordinal);
            string form = cells[0].TrimStart('_');
            if (!isJoined) text.Append(' ');
            int head = int.Parse(cells[3], System.Globalization.CultureInfo.InvariantCulture);
            tokens.Add(new Token
            {
                Span = new(text.Length, text.Length + form.Length),
                Form = form,
                Lemma = cells[1],
                Upos = Enum.Parse<Upos>(cells[2]),
                Xpos = "",
                Feats = cells.Length > 5 ? cells[5] : "",
                Head = head == 0 ? -1 : sentenceStart + head - 1,
                Deprel = cells[4],
            });
            text.Append(form);
        }

        return new(new Document(text.ToString()), [.. blocks], [.. tokens], [.. sentences], []);
    }
}
