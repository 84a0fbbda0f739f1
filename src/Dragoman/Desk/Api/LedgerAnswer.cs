using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.Net.Http.Headers;

namespace Dragoman.Desk.Api;

/// <summary>
/// JSON made of one state of the ledger. The state's head is its entity tag, so that a program which asks again learns in a few bytes
/// that nothing has changed.
/// </summary>
/// <param name="head">Sequence of the last line in the state.</param>
/// <param name="write">Writes the answer's one JSON value.</param>
internal sealed class LedgerAnswer(long head, Action<Utf8JsonWriter> write) : IResult
{
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public async Task ExecuteAsync(HttpContext httpContext)
    {
        EntityTagHeaderValue tag = new(string.Create(CultureInfo.InvariantCulture, $"\"{head}\""));
        HttpResponse response = httpContext.Response;
        response.GetTypedHeaders().ETag = tag;
        response.Headers.CacheControl = "private, no-cache"; // keep it, but ask each time whether it still holds
        if (httpContext.Request.GetTypedHeaders().IfNoneMatch.Any(known => known.Compare(tag, useStrongComparison: false)))
        {
            response.StatusCode = StatusCodes.Status304NotModified;
            return;
        }

        response.ContentType = "application/json; charset=utf-8";
        await using Utf8JsonWriter json = new(response.BodyWriter, Options);
        write(json);
        await json.FlushAsync(httpContext.RequestAborted);
    }
}
