using Dragoman.Record;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Dragoman.Desk;

/// <summary>Turns what goes wrong in a request into a page that says what to do.</summary>
public sealed class DeskFaults(RequestDelegate next, DeskSettings settings, ILogger<DeskFaults> log)
{
    public async Task InvokeAsync(HttpContext context)
    {
        try
        {
            await next(context);
        }
        catch (BadHttpRequestException error)
        {
            if (IsForPrograms(context)) await Explain(context, error.StatusCode, "Bad request", error.InnerException is System.Text.Json.JsonException cause ? cause.Message : error.Message, null);
            else await Answer(context, error.StatusCode, "The desk did not take this", "The form was not from this desk, or the desk has been restarted since the page was opened. Reload the page and decide again; nothing was changed.");
        }
        catch (LedgerException error)
        {
            log.LogError("{Code} {Message}", error.Code, error.Message);
            if (IsForPrograms(context)) await Explain(context, StatusCodes.Status500InternalServerError, "The ledger cannot do this", error.Message, error.Code);
            else await Answer(context, StatusCodes.Status500InternalServerError, "The ledger cannot do this", $"{error.Code} {error.Message}");
        }
    }

    private static bool IsForPrograms(HttpContext context) => context.Request.Path.StartsWithSegments("/api", StringComparison.OrdinalIgnoreCase);

    private static Task Explain(HttpContext context, int status, string title, string detail, string? code) =>
        context.Response.HasStarted ? Task.CompletedTask : Api.ApiEndpoints.Problem(status, title, detail, code).ExecuteAsync(context);

    private Task Answer(HttpContext context, int status, string heading, string text)
    {
        if (context.Response.HasStarted) return Task.CompletedTask;
        RazorComponentResult page = new RazorComponentResult<MessagePage>(new { Heading = heading, Text = text, Ledger = settings.Place }) { StatusCode = status };
        return page.ExecuteAsync(context);
    }
}
