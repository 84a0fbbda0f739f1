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
        ImmutableArray<Link>.Builder links = ImmutableArray.CreateBuilder<Link>();
        int? days = later.Day is { } one && earlier.Day is { } other ? Math.Abs(Period.DaysBetween(one, other)) : null;
        bool isOne = ReferenceEquals(later, earlier);
        if (!isOne && Copy(later, earlier) is { } copy) links.Add(copy);
        if (days is null or <= DaysOfAStatement)
        {
            for (int i = 0; i < later.Statements.Length; i++)
                for (int j = 0; j < (isOne ? i : earlier.Statements.Length); j++)
                    if (StatementMatcher.Match(later.Statements[i], earlier.Statements[j]) is { } link) links.Add(link);
        }

        for (int i = 0; i < later.Findings.Length; i++)
            for (int j = 0; j < (isOne ? i : earlier.Findings.Length); j++)
                if (FindingMatcher.Match(later.Findings[i], earlier.Findings[j], isOne ? 0 : days) is { } link) links.Add(link);
        if (!isOne && later.Day is { } after && earlier.Day is { } before) links.AddRange(Answers(later, earlier, Period.DaysBetween(before, after)));
        return links.ToImmutable();
    }

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
