using System.Reflection;
using Dragoman.Desk.Access;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Dragoman.Desk.App;

/// <summary>What lets a browser install the desk: manifest, icons, and the worker that keeps the pages last seen.</summary>
internal static class AppEndpoints
{
    private const string KeptForADay = "public, max-age=86400";
    private const string AskedEachTime = "no-cache";

    public static void Map(WebApplication desk, DeskSettings settings)
    {
        Serve("/manifest.webmanifest", "manifest.webmanifest", "application/manifest+json", KeptForADay);
        Serve("/sw.js", "sw.js", "text/javascript; charset=utf-8", AskedEachTime);
        Serve("/icons/icon.svg", "icon.svg", "image/svg+xml", KeptForADay);
        foreach (string name in new[] { "icon-192.png", "icon-512.png", "icon-maskable.png" }) Serve("/icons/" + name, name, "image/png", KeptForADay);
        desk.MapGet("/offline", () => new RazorComponentResult<MessagePage>(new
        {
            Heading = "The desk cannot be reached, and this page was not seen before",
            Text = "Pages that you have opened before can be read meanwhile: go back, or to the process. Nothing was lost.",
            Ledger = settings.Place,
        })).WithMetadata(new OpenToAnybody());

        void Serve(string address, string file, string contentType, string keeping) => desk.MapGet(address, (HttpContext context) =>
        {
            context.Response.Headers.CacheControl = keeping;
            return Results.Bytes(Bytes(file), contentType);
        }).WithMetadata(new OpenToAnybody());
    }

    private static byte[] Bytes(string name)
    {
        using Stream stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(name) ?? throw new FileNotFoundException("The program lacks a file of its own.", name);
        using MemoryStream bytes = new();
        stream.CopyTo(bytes);
        return bytes.ToArray();
    }
}
