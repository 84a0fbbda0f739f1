using System.Globalization;
using System.Text.RegularExpressions;

namespace Dragoman.Storage.Releases;

/// <summary>A release's version: three numbers, compared one by one (semver.org without labels).</summary>
public sealed partial record ReleaseVersion(int Major, int Minor, int Patch) : IComparable<ReleaseVersion>
{
    public static ReleaseVersion? TryParse(string text)
    {
        Match match = Form().Match(text);
        return match.Success ? new(Number("major"), Number("minor"), Number("patch")) : null;

        int Number(string group) => int.Parse(match.Groups[group].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture);
    }

    public int CompareTo(ReleaseVersion? other) => other is null ? 1 : (Major, Minor, Patch).CompareTo((other.Major, other.Minor, other.Patch));

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Major}.{Minor}.{Patch}");

    public static bool operator <(ReleaseVersion left, ReleaseVersion right) => left.CompareTo(right) < 0;

    public static bool operator >(ReleaseVersion left, ReleaseVersion right) => left.CompareTo(right) > 0;

    public static bool operator <=(ReleaseVersion left, ReleaseVersion right) => left.CompareTo(right) <= 0;

    public static bool operator >=(ReleaseVersion left, ReleaseVersion right) => left.CompareTo(right) >= 0;

    [GeneratedRegex("^(?<major>0|[1-9][0-9]{0,5})\\.(?<minor>0|[1-9][0-9]{0,5})\\.(?<patch>0|[1-9][0-9]{0,5})\\z", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Form();
}
