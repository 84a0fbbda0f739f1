using System.Collections.Immutable;
using System.Globalization;
using Dragoman.Record.Entries;
using NodaTime;

namespace Dragoman.Record.Linking;

/// <summary>Links two documents and their records, or the records of one. A pure function of the two.</summary>
internal static class PairLinker
{
    private const double CopyShare = 0.5; // of the shorter text's fingerprints
    private const int FewestPrints = 8;
    private const int DaysOfAStatement = 14; // within which it is reported

    /// <param name="later">The document filed later; or the same as <paramref name="earlier"/>.</param>
    /// <param name="earlier">The other.</param>
    public static ImmutableArray<Link> Link(DocumentTraits later, DocumentTraits earlier)
    {
        int? daysAfter = later.Day is { } one && earlier.Day is { } other ? Period.DaysBetween(other, one) : null;
        int? days = daysAfter is { } apart ? Math.Abs(apart) : null;
        IEnumerable<Link> statements = days is null or <= DaysOfAStatement ? Pairs(later.Statements, earlier.Statements, StatementMatcher.Match) : [];
        IEnumerable<Link> findings = Pairs(later.Findings, earlier.Findings, (l, e) => FindingMatcher.Match(l, e, ReferenceEquals(later, earlier) ? 0 : days));
        if (ReferenceEquals(later, earlier)) return [.. statements, .. findings];
        IEnumerable<Link> answers = daysAfter is { } after ? Answers(later, earlier, after) : [];
        return [.. Copy(later, earlier) is { } copy ? new[] { copy } : [], .. statements, .. findings, .. answers];
    }

    /// <summary>The links of all pairs; of the pairs within one list, each once.</summary>
    private static IEnumerable<Link> Pairs<T>(ImmutableArray<T> later, ImmutableArray<T> earlier, Func<T, T, Link?> match) =>
        later.SelectMany((one, i) => earlier.Take(later == earlier ? i : earlier.Length).Select(other => match(one, other)).OfType<Link>());

    private static IEnumerable<Link> Answers(DocumentTraits later, DocumentTraits earlier, int daysAfter) => later.Findings.SelectMany(one => earlier.Findings
        .Select(other => AnswerMatcher.Match(one, other, daysAfter) ?? AnswerMatcher.Match(other, one, -daysAfter)).OfType<Link>());

    private static Link? Copy(DocumentTraits later, DocumentTraits earlier)
    {
        int fewer = Math.Min(later.Prints.Length, earlier.Prints.Length);
        if (fewer < FewestPrints) return null;
        int shared = Fingerprints.Shared(later.Prints, earlier.Prints);
        return shared < CopyShare * fewer ? null : new(
            LinkRelation.Copy, new(later.Document.Id), new(earlier.Document.Id), string.Create(CultureInfo.InvariantCulture, $"{shared} of {fewer} fingerprints of the shorter text in common"));
    }
}
