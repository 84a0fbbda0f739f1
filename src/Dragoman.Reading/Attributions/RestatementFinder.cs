using System.Collections.Immutable;
using Dragoman.Language;
using Dragoman.Reading.Regions;
using Dragoman.Record;

namespace Dragoman.Reading.Attributions;

/// <summary>A quotation whose words the body gives differently: the quotation is not verbatim in this document.</summary>
/// <param name="Attribution">Index of the quotation among the attributions.</param>
/// <param name="Place">The sentence of the body that says the same in other words.</param>
public readonly record struct Restatement(int Attribution, TextSpan Place);

/// <summary>
/// Finds quotations above the body (standfirst, headline, caption) that the body has in other words: the same speaker, at least two
/// content words in common and at least half of the quotation's, but not its wording.
/// </summary>
public sealed class RestatementFinder
{
    private const int LeastShared = 2;

    /// <summary>In the order of the quotations; at most one place each, the one that shares most.</summary>
    public ImmutableArray<Restatement> Find(AnnotatedDocument text, Page page, ImmutableArray<Attribution> attributions)
    {
        ImmutableArray<Restatement>.Builder restatements = ImmutableArray.CreateBuilder<Restatement>();
        for (int i = 0; i < attributions.Length; i++)
        {
            Attribution quotation = attributions[i];
            if (quotation.Mode != QuotationMode.Direct || quotation.Speaker is not { } speaker || !StandsAboveTheBody(quotation, page)) continue;
            IEnumerable<TextSpan> elsewhere = attributions.Where(a => a.Speaker?.Chain == speaker.Chain && !StandsAboveTheBody(a, page)).SelectMany(a => a.Content);
            if (BestPlace(text, quotation, elsewhere) is { } place) restatements.Add(new(i, place));
        }

        return restatements.ToImmutable();
    }

    private static bool StandsAboveTheBody(Attribution attribution, Page page) =>
        page.Regions.Any(region => region.Span.Contains(attribution.Content[0]) && region.Kind is RegionKind.Standfirst or RegionKind.Headline or RegionKind.Caption);

    private static TextSpan? BestPlace(AnnotatedDocument text, Attribution quotation, IEnumerable<TextSpan> elsewhere)
    {
        HashSet<string> said = ContentLemmas(text, quotation.Content[0]);
        TextSpan? best = null;
        int most = Math.Max(LeastShared, (said.Count + 1) / 2) - 1;
        foreach (TextSpan sentence in elsewhere.SelectMany(span => SentencesIn(text, span)))
        {
            if (text.Document.Slice(sentence).Contains(text.Document[quotation.Content[0]], StringComparison.Ordinal)) return null;
            int shared = ContentLemmas(text, sentence).Count(said.Contains);
            if (shared <= most) continue;
            most = shared;
            best = sentence;
        }

        return best;
    }

    private static IEnumerable<TextSpan> SentencesIn(AnnotatedDocument text, TextSpan span) => text.Sentences
        .Select(text.SpanOf).Where(sentence => sentence.Overlaps(span))
        .Select(sentence => new TextSpan(Math.Max(sentence.Start, span.Start), Math.Min(sentence.End, span.End)));

    private static HashSet<string> ContentLemmas(AnnotatedDocument text, TextSpan span)
    {
        HashSet<string> lemmas = new(StringComparer.Ordinal);
        for (int t = text.TokenAt(span.Start); t < text.Tokens.Length && text.Tokens[t].Span.Start < span.End; t++)
            if (text.Tokens[t].Upos is Upos.NOUN or Upos.PROPN or Upos.VERB or Upos.ADJ or Upos.ADV or Upos.NUM) lemmas.Add(text.Tokens[t].Lemma);
        return lemmas;
    }
}
