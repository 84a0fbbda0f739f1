using System.Globalization;
using Dragoman.Desk.Access;
using Dragoman.Reading.Intake;
using Dragoman.Reading.Times;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace Dragoman.Desk.PutIn;

/// <summary>Where documents come in: pasted, dropped as files, or fetched from an address.</summary>
internal static class PutInPages
{
    public const string Address = "/put-in";
    private const int MostFiles = 500;
    private const long MostBytes = 256L * 1024 * 1024; // of one form

    public static void Map(WebApplication desk)
    {
        NeedsRole curator = new(Role.Curator);
        desk.MapGet(Address, (HttpContext context, DeskSettings settings, IAntiforgery antiforgery, string? put) => Page(context, settings, antiforgery, put: put)).WithMetadata(curator);
        desk.MapPost(Address + "/text", PutText).WithMetadata(curator);
        desk.MapPost(Address + "/files", PutFilesAsync).WithMetadata(curator, new RequestSizeLimitAttribute(MostBytes), new RequestFormLimitsAttribute { MultipartBodyLengthLimit = MostBytes });
        desk.MapPost(Address + "/address", PutAddress).WithMetadata(curator);
        desk.MapPost(Address + "/item", ChangeItem).WithMetadata(curator);
    }

    private static IResult PutText(HttpContext context, DeskSettings settings, IAntiforgery antiforgery, IFormCollection form)
    {
        if (settings.Inbox is not { } inbox) return DeskHost.Missing(settings);
        string text = form["text"].ToString().Replace("\r\n", "\n", StringComparison.Ordinal);
        if (string.IsNullOrWhiteSpace(text)) return Page(context, settings, antiforgery, "There is no text yet. Paste the article, or drop its file.");
        if (Given(form, "published") is { } day && TimexReference.Parse(day) is null) return Page(context, settings, antiforgery, $"“{day}” is no date. Write it as 2026-09-10, 2026-09 or 2026.", form);
        Parcel parcel = new()
        {
            Source = Given(form, "title") ?? FirstWords(text),
            Format = text.TrimStart().StartsWith("<!doctype html", StringComparison.OrdinalIgnoreCase) ? InputFormat.Html : InputFormat.Text,
            Title = Given(form, "title"),
            Outlet = Given(form, "outlet"),
            Published = Given(form, "published"),
            Url = Given(form, "url"),
        };
        inbox.Put(parcel, System.Text.Encoding.UTF8.GetBytes(text));
        return Results.LocalRedirect(Address + "?put=text#inbox");
    }

    private static async Task<IResult> PutFilesAsync(HttpContext context, DeskSettings settings, IAntiforgery antiforgery, IFormFileCollection files)
    {
        if (settings.Inbox is not { } inbox) return DeskHost.Missing(settings);
        List<string> refused = [];
        foreach (IFormFile file in files.Take(MostFiles))
        {
            string name = Path.GetFileName(file.FileName.Replace('\\', '/')); // a browser may send a path, a villain one with dots: only the name counts
            if (InputFormats.Of(name) is not { } format)
            {
                refused.Add(name);
                continue;
            }

            using MemoryStream bytes = new();
            await file.CopyToAsync(bytes, context.RequestAborted);
            inbox.Put(new() { Source = name, Format = format }, bytes.ToArray());
        }

        if (files.Count == 0) return Page(context, settings, antiforgery, "No file was chosen.");
        return refused.Count == 0
            ? Results.LocalRedirect(Address + "?put=files#inbox")
            : Page(context, settings, antiforgery, $"Not taken: {string.Join(", ", refused)}. The desk reads files that end in {InputFormats.Known}; the others are being read.");
    }

    private static IResult PutAddress(HttpContext context, DeskSettings settings, IAntiforgery antiforgery, [FromForm] string? address)
    {
        if (settings.Inbox is not { } inbox) return DeskHost.Missing(settings);
        if (string.IsNullOrWhiteSpace(address)) return Page(context, settings, antiforgery, "There is no address yet.");
        inbox.Put(new() { Source = address.Trim(), Address = address.Trim() }, []);
        return Results.LocalRedirect(Address + "?put=address#inbox");
    }

    private static IResult ChangeItem(DeskSettings settings, [FromForm] string? retry, [FromForm] string? drop)
    {
        if (settings.Inbox is not { } inbox) return DeskHost.Missing(settings);
        if (NumberOf(retry) is { } again) inbox.Retry(again);
        if (NumberOf(drop) is { } done) inbox.Drop(done);
        return Results.LocalRedirect(Address + "#inbox");
    }

    private static RazorComponentResult Page(HttpContext context, DeskSettings settings, IAntiforgery antiforgery, string? notice = null, IFormCollection? sent = null, string? put = null)
    {
        AntiforgeryTokenSet tokens = antiforgery.GetAndStoreTokens(context);
        Dictionary<string, object?> parameters = new(StringComparer.Ordinal)
        {
            ["Ledger"] = settings.Place,
            ["Inbox"] = settings.Inbox,
            ["Token"] = new FormToken(tokens.FormFieldName, tokens.RequestToken ?? ""),
            ["Notice"] = notice,
            ["Sent"] = sent,
            ["Put"] = put,
        };
        return context.Request.Headers.ContainsKey(DecisionEndpoint.PartHeader)
            ? new(typeof(InboxView), new Dictionary<string, object?>(StringComparer.Ordinal) { ["Inbox"] = settings.Inbox, ["Token"] = parameters["Token"] })
            : new(typeof(PutInPage), parameters) { StatusCode = notice is null ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity };
    }

    private static long? NumberOf(string? text) => long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out long number) ? number : null;

    private static string? Given(IFormCollection form, string name) => form[name] is [{ } value] && !string.IsNullOrWhiteSpace(value) ? value.Trim() : null;

    private static string FirstWords(string text)
    {
        string line = text.TrimStart().Split('\n')[0].Trim();
        return line.Length <= 80 ? line : line[..80];
    }
}
