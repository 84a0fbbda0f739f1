using System.Globalization;

namespace Dragoman.Desk.Boards;

/// <summary>Numbers with their nouns.</summary>
internal static class Count
{
    /// <summary><c>1 move</c>, <c>1,204 moves</c>.</summary>
    public static string Of(int number, string noun, string? plural = null) =>
        string.Create(CultureInfo.InvariantCulture, $"{number:N0} {(number == 1 ? noun : plural ?? noun + "s")}");
}
