using System.Globalization;
using Dragoman.Record.Entries;

namespace Dragoman.Record.Linking;

/// <summary>
/// Tells whether two statements are one that was reported twice: the same words, nearly, by a speaker who is or may be the same. Words that only
/// mean the same are not compared, and the same words with other figures are not the same.
/// </summary>
internal static class StatementMatcher
{
    private const string SameSpeaker = "same speaker";
    private const int FewestWords = 5; // distinct; less is said by many
    private const double OneInOther = 0.8; // share of the shorter's words that the longer has, for the same speaker
    private const double Alike = 0.5; // words in common of all words, for the same speaker
    private const double NearlyEqual = 0.75; // the same, where a speaker is not known
    private const int LongRun = 8; // words in a row that two people hardly say by chance

    /// <summary>The link, or null.</summary>
    public static Link? Match(StatementTraits later, StatementTraits earlier)
    {
        int fewer = Math.Min(later.Distinct.Count, earlier.Distinct.Count);
        if (fewer < FewestWords) return null;
        int shared = later.Distinct.Count(earlier.Distinct.Contains);
        double within = (double)shared / fewer;
        double alike = (double)shared / (later.Distinct.Count + earlier.Distinct.Count - shared);
        if (within < OneInOther) return null;
        int run = Run(later.Words, earlier.Words);
        if (Basis(later, earlier, alike, run) is not { } who) return null;
        if (Figures(later, earlier) is { Length: > 0 } one && Figures(earlier, later) is { Length: > 0 } other)
            return new(LinkRelation.Differs, End(later), End(earlier), $"the same words with other figures: {string.Join(' ', one)} and {string.Join(' ', other)}");
        string why = string.Create(CultureInfo.InvariantCulture, $"{who}; {shared} of {fewer} words in common, {run} in a row");
        return new(LinkRelation.Same, End(later), End(earlier), why, IsPossible: who != SameSpeaker);
    }

    /// <summary>Whose statement it is, if the words are alike enough for that; or null.</summary>
    private static string? Basis(StatementTraits later, StatementTraits earlier, double alike, int run)
    {
        if (later.SpeakerKey is null || earlier.SpeakerKey is null) return alike >= NearlyEqual && run >= FewestWords ? "speaker not named in one" : null;
        if (later.SpeakerKey == earlier.SpeakerKey) return alike >= Alike || run >= LongRun ? SameSpeaker : null;
        bool areAllied = later.Speaker!.Country is { } country && country == earlier.Speaker!.Country;
        return areAllied && alike >= NearlyEqual && run >= LongRun ? "speakers of one state" : null;
    }

    /// <summary>Figures that the one has and the other has not.</summary>
    private static string[] Figures(StatementTraits one, StatementTraits other) =>
        [.. one.Distinct.Where(word => char.IsDigit(word[0]) && !other.Distinct.Contains(word)).Order(StringComparer.Ordinal)];

    private static LinkEnd End(StatementTraits statement) => new(statement.Record.Document.Id, statement.Record.Record.Id);

    /// <summary>The longest run of words that both have.</summary>
    private static int Run(IReadOnlyList<string> left, IReadOnlyList<string> right)
    {
        int[] row = new int[right.Count + 1];
        int longest = 0;
        foreach (string word in left)
        {
            for (int j = right.Count; j > 0; j--)
            {
                row[j] = word == right[j - 1] ? row[j - 1] + 1 : 0;
                longest = Math.Max(longest, row[j]);
            }
        }

        return longest;
    }
}
