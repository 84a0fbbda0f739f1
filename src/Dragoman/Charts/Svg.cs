using System.Globalization;

namespace Dragoman.Charts;

/// <summary>Numbers as SVG wants them.</summary>
internal static class Svg
{
    /// <summary>To a tenth of a unit, with a point.</summary>
    public static string N(double value) => Math.Round(value, 1).ToString("0.#", CultureInfo.InvariantCulture);
}
