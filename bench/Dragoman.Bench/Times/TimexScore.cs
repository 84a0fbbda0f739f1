using System.Collections.Immutable;
using System.Globalization;
using Dragoman.Reading.Times;
using Dragoman.Record;

namespace Dragoman.Bench.Times;

/// <summary>
/// Counts as TempEval-3 does: a found expression matches a gold one if they overlap (relaxed) or are the same (strict); type and value count on relaxed matches.
/// </summary>
internal sealed class TimexScore
{
    private int _gold;
    private int _found;
    private int _relaxed;
    private int _strict;
    private int _types;
    private int _values;

    /// <summary>Adds a document and tells what was missed, spurious or wrong, a line each.</summary>
    public IEnumerable<string> Add(TimexDocument document, ImmutableArray<Timex> found)
    {
        List<string> errors = [];
        _gold += document.Times.Length;
        _found += found.Length;
        HashSet<int> taken = [];
        foreach (GoldTimex gold in document.Times)
        {
            int match = Enumerable.Range(0, found.Length).Where(i => !taken.Contains(i) && found[i].Span.Overlaps(gold.Span))
                .OrderByDescending(i => found[i].Span.Overlap(gold.Span)).DefaultIfEmpty(-1).First();
            if (match < 0)
            {
                errors.Add($"missed\t{document.Name}\t{Around(document, gold.Span)}\t{gold.Type} {gold.Value}");
                continue;
            }

            taken.Add(match);
            Timex timex = found[match];
            _relaxed++;
            if (timex.Span == gold.Span) _strict++;
            else errors.Add($"span\t{document.Name}\t{Around(document, gold.Span)}\t{Around(document, timex.Span)}\t{timex.Rule}");
            if (timex.Type.Word() == gold.Type) _types++;
            if (timex.Value == gold.Value) _values++;
            else errors.Add($"value\t{document.Name}\t{Around(document, gold.Span)}\t{gold.Value}\t{timex.Value}\t{timex.Rule}\t{document.Created}");
        }

        errors.AddRange(Enumerable.Range(0, found.Length).Where(i => !taken.Contains(i))
            .Select(i => $"spurious\t{document.Name}\t{Around(document, found[i].Span)}\t{found[i].Value}\t{found[i].Rule}"));
        return errors;
    }

    /// <summary>The rows of a table: measure, precision, recall, F1.</summary>
    public IEnumerable<string> Rows(string corpus) =>
        [Row(corpus, "relaxed", _relaxed), Row(corpus, "strict", _strict), Row(corpus, "type", _types), Row(corpus, "value", _values)];

    private string Row(string corpus, string measure, int hits)
    {
        double precision = _found == 0 ? 0 : (double)hits / _found;
        double recall = _gold == 0 ? 0 : (double)hits / _gold;
        double f = hits == 0 ? 0 : 2 * precision * recall / (precision + recall);
        return string.Create(CultureInfo.InvariantCulture, $"| {corpus} | {measure} | {precision:F3} | {recall:F3} | {f:F3} |");
    }

    private static string Around(TimexDocument document, Dragoman.Language.TextSpan span)
    {
        const int Context = 30;
        string text = document.Text;
        string quoted = text[Math.Max(0, span.Start - Context)..span.Start] + "[" + text[span.Start..span.End] + "]" + text[span.End..Math.Min(text.Length, span.End + Context)];
        return quoted.Replace('\n', ' ').Replace('\t', ' ');
    }
}
