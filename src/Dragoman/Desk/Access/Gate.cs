using Microsoft.AspNetCore.Http.HttpResults;

namespace Dragoman.Desk.Access;

/// <summary>Lets a request through if its person may use the endpoint; asks whoever is not known to sign in. Runs after routing, so that no endpoint is forgotten.</summary>
public sealed class Gate(RequestDelegate next, DeskSettings settings)
{
    public Task InvokeAsync(HttpContext context)
    {
        if (settings.LocalPerson is { } local) context.User = local.ToPrincipal("local");
        if (NeedsRole.Of(context.GetEndpoint(), context.Request.Method) is not { } needed) return next(context);
        return Person.Find(context.User) is { } person && person.Role >= needed ? next(context) : Refuse(context, needed);
    }

    private Task Refuse(HttpContext context, Role needed)
    {
        RazorComponentResult page = new RazorComponentResult<MessagePage>(new
        {
            Heading = "This is not open to you",
            Text = $"It takes the role {Record.ContractWords.WordOf(needed)} or a higher one. Ask whoever administers this desk.",
            Ledger = settings.Place,
        })
        {
            StatusCode = StatusCodes.Status403Forbidden,
        };
        return page.ExecuteAsync(context);
    }
}
