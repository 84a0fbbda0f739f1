using Dragoman.Record;
using Dragoman.Storage.People;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Dragoman.Desk.Access;

/// <summary>
/// Lets a request through if its person may use the endpoint; asks whoever is not known to sign in. Runs after routing, so that no
/// endpoint is forgotten.
/// </summary>
public sealed class Gate(RequestDelegate next, DeskSettings settings)
{
    private const string Bearer = "Bearer ";

    public Task InvokeAsync(HttpContext context)
    {
        if (settings.LocalPerson is { } local) context.User = local.ToPrincipal("local");
        else if (TokenOf(context.Request) is { } token) context.User = People.OfToken(settings.People!, token)?.ToPrincipal("token") ?? new();
        if (NeedsRole.Of(context.GetEndpoint(), context.Request.Method) is not { } needed) return next(context);
        if (Person.Find(context.User) is not { } person) return AskToSignIn(context);
        return person.Role >= needed ? next(context) : Refuse(context, person, needed);
    }

    private static string? TokenOf(HttpRequest request) =>
        request.Headers.Authorization.ToString() is { Length: > 0 } header && header.StartsWith(Bearer, StringComparison.OrdinalIgnoreCase) ? header[Bearer.Length..].Trim() : null;

    private static bool IsForPrograms(HttpRequest request) => request.Path.StartsWithSegments("/api", StringComparison.OrdinalIgnoreCase);

    private static Task AskToSignIn(HttpContext context)
    {
        if (IsForPrograms(context.Request))
        {
            context.Response.Headers.WWWAuthenticate = "Bearer";
            return Results.Problem("Send an access token: `dragoman people token NAME` makes one.", statusCode: StatusCodes.Status401Unauthorized, title: "Not signed in").ExecuteAsync(context);
        }

        context.Response.Redirect(SignInPages.AddressFor(context.Request));
        return Task.CompletedTask;
    }

    private Task Refuse(HttpContext context, Person person, Role needed)
    {
        settings.People?.Log(person.Name, AuditWords.Forbidden, $"{context.Request.Method} {context.Request.Path}", TeamAccess.AddressOf(context));
        string text = $"It takes the role {ContractWords.WordOf(needed)} or a higher one. Ask whoever administers this desk.";
        if (IsForPrograms(context.Request)) return Results.Problem(text, statusCode: StatusCodes.Status403Forbidden, title: "Not open to you").ExecuteAsync(context);
        RazorComponentResult page = new RazorComponentResult<MessagePage>(new { Heading = "This is not open to you", Text = text, Ledger = settings.Place })
        {
            StatusCode = StatusCodes.Status403Forbidden,
        };
        return page.ExecuteAsync(context);
    }
}
