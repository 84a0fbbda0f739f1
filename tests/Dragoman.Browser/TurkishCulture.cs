using System.Globalization;
using System.Runtime.CompilerServices;

namespace Dragoman.Browser;

/// <summary>The desk runs as if on a Turkish machine, here as in every test.</summary>
internal static class TurkishCulture
{
    [ModuleInitializer]
    internal static void Set() => CultureInfo.DefaultThreadCurrentCulture = CultureInfo.CurrentCulture = new CultureInfo("tr-TR");
}
