using System.Collections.Immutable;
using System.Globalization;
using Dragoman.Language.Neural;

namespace Dragoman.Language.Training;

/// <summary>
/// Turns an annotated document into CoNLL-U: <c># text</c>, paragraphs, ranges for contractions, and in MISC <c>start_char</c> and
/// <c>end_char</c> (Unicode code points of the document), <c>SpaceAfter</c> and the names as <c>Entity</c> in the manner of CorefUD:
/// <c>(e1-person</c> opens the first name of the document, <c>e1)</c> closes it, <c>(e2-place)</c> does both.
/// </summary>
public sealed class ConlluExporter
{
    private static readonly ImmutableArray<string> UposNames = [.. Enum.GetNames<Upos>()];
    private static readonly ImmutableArray<string> NameTypes = [.. Enum.GetNames<NameType>().Select(name => string.Concat(name.Select(Casing.Plain.Fold)))];

    private readonly AnnotatedDocument _text;
    private readonly string _id;
    private readonly CodePoints _codePoints;
    private readonly ILookup<int, int> _opening; // numbers of the names by their first token
    private readonly ILookup<int, int> _closing; // by their last

    private ConlluExporter(AnnotatedDocument text, string id)
    {
        _text = text;
        _id = string.Concat(id.Select(c => char.IsWhiteSpace(c) || char.IsControl(c) || c == '/' ? '-' : c));
        _codePoints = new(text.Document.Text);
        _opening = Enumerable.Range(0, text.Names.Length).ToLookup(name => text.Names[name].First);
        _closing = Enumerable.Range(0, text.Names.Length).ToLookup(name => text.Names[name].End - 1);
    }

    /// <param name="id">The document's name: sentence n gets the id <c>name-n</c>. White space and slashes, which ids cannot hold, become hyphens.</param>
    public static ImmutableArray<ConlluSentence> Export(AnnotatedDocument text, string id)
    {
        ArgumentNullException.ThrowIfNull(text);
        ConlluExporter exporter = new(text, id);
        return [.. Enumerable.Range(0, text.Sentences.Length).Select(exporter.Export)];
    }

    private ConlluSentence Export(int number)
    {
        Sentence sentence = _text.Sentences[number];
        List<string> comments = [];
        if (number == 0)
        {
            comments.Add("# global.Entity = eid-etype");
            comments.Add($"# newdoc id = {_id}");
        }

        if (number == 0 || _text.Sentences[number - 1].Block != sentence.Block) comments.Add("# newpar");
        comments.Add(string.Create(CultureInfo.InvariantCulture, $"# sent_id = {_id}-{number + 1}"));
        comments.Add("# text = " + OnOneLine(_text.Document[_text.SpanOf(sentence)]));
        List<ConlluRow> rows = [];
        for (int t = sentence.First; t < sentence.End; t++)
        {
            int end = t + 1;
            while (end < sentence.End && _text.Tokens[end].JoinedToPrevious) end++;
            bool starts = !_text.Tokens[t].JoinedToPrevious || t == sentence.First;
            if (starts && end > t + 1) rows.Add(Range(sentence, t, end));
            rows.Add(Word(sentence, t, inRange: !starts || end > t + 1));
        }

        return new([.. comments], [.. rows]);
    }

    private ConlluRow Range(Sentence sentence, int first, int end)
    {
        TextSpan span = _text.SpanOf(first, end);
        int from = first - sentence.First + 1;
        int to = end - sentence.First;
        return new()
        {
            Kind = ConlluRowKind.Range,
            Id = string.Create(CultureInfo.InvariantCulture, $"{from}-{to}"),
            First = from,
            Last = to,
            Head = -1,
            Form = _text.Document[span],
            Misc = Misc(span, end - 1, inRange: false, entities: []),
        };
    }

    private ConlluRow Word(Sentence sentence, int t, bool inRange)
    {
        Token token = _text.Tokens[t];
        int number = t - sentence.First + 1;
        int head = token.Head < 0 ? 0 : token.Head - sentence.First + 1;
        return new()
        {
            Kind = ConlluRowKind.Word,
            Id = number.ToString(CultureInfo.InvariantCulture),
            First = number,
            Last = number,
            Form = token.Form,
            Lemma = OrNone(token.Lemma),
            Upos = UposNames[(int)token.Upos],
            Xpos = OrNone(token.Xpos),
            Feats = OrNone(token.Feats),
            Head = head,
            HeadColumn = head.ToString(CultureInfo.InvariantCulture),
            Deprel = token.Deprel,
            Misc = Misc(token.Span, t, inRange, Entities(t)),
        };
    }

    private string Misc(TextSpan span, int last, bool inRange, IEnumerable<string> entities)
    {
        TextSpan points = _codePoints.FromUtf16(span);
        string entity = string.Concat(entities);
        List<string> parts = [];
        if (entity.Length > 0) parts.Add("Entity=" + entity);
        if (!inRange && last + 1 < _text.Tokens.Length && _text.Tokens[last + 1].Span.Start == _text.Tokens[last].Span.End) parts.Add("SpaceAfter=No");
        parts.Add(string.Create(CultureInfo.InvariantCulture, $"start_char={points.Start}|end_char={points.End}"));
        return string.Join('|', parts);
    }

    private IEnumerable<string> Entities(int t)
    {
        foreach (int name in _closing[t])
            if (_text.Names[name].First != t) yield return string.Create(CultureInfo.InvariantCulture, $"e{name + 1})");
        foreach (int name in _opening[t])
            yield return string.Create(CultureInfo.InvariantCulture, $"(e{name + 1}-{NameTypes[(int)_text.Names[name].Type]}{(_text.Names[name].End == t + 1 ? ")" : "")}");
    }

    /// <summary>A treebank sentence with other analyses of its words in place of its own.</summary>
    internal static ConlluSentence WithAnalyses(ConlluSentence sentence, ReadOnlySpan<WordAnalysis> analyses)
    {
        List<ConlluRow> rows = [];
        foreach (ConlluRow row in sentence.Rows)
        {
            if (row.Kind == ConlluRowKind.Range) rows.Add(row);
            else if (row.Kind == ConlluRowKind.Word) rows.Add(WithAnalysis(row, analyses[row.First - 1]));
        }

        return new(sentence.Comments, [.. rows]);
    }

    private static ConlluRow WithAnalysis(ConlluRow row, WordAnalysis analysis) => row with
    {
        Upos = UposNames[(int)analysis.Upos],
        Xpos = OrNone(analysis.Xpos),
        Feats = OrNone(analysis.Feats),
        Lemma = OrNone(analysis.Lemma),
        Head = analysis.Head + 1,
        HeadColumn = (analysis.Head + 1).ToString(CultureInfo.InvariantCulture),
        Deprel = analysis.Deprel,
        Deps = "_",
    };

    private static string OrNone(string text) => string.IsNullOrEmpty(text) ? "_" : text;

    private static string OnOneLine(string text) => text.ReplaceLineEndings(" ").Replace('\t', ' ');
}
