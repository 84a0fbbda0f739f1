using System.Globalization;

namespace Dragoman.Reading.Drafting;

/// <summary>The ids of a reading: a letter and a number from 1, in text order.</summary>
internal static class Ids
{
    public static string Actor(int index) => Make('A', index);

    public static string Time(int index) => Make('T', index);

    public static string Statement(int index) => Make('S', index);

    public static string Finding(int index) => Make('R', index);

    public static string Event(int index) => Make('E', index);

    private static string Make(char letter, int index) => letter + (index + 1).ToString(CultureInfo.InvariantCulture);
}
