using Dragoman.Storage.People;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;

namespace Dragoman.Desk.Access;

/// <summary>Signing in and out of a team's desk.</summary>
internal static class SignInPages
{
    public const string Address = "/sign-in";
    public const string OutAddress = "/sign-out";

    public static void Map(WebApplication desk)
    {
        desk.MapGet(Address, (HttpContext context, IAntiforgery antiforgery, string? to) => Page(context, antiforgery, to, null)).WithMetadata(new OpenToAnybody());
        desk.MapPost(Address, SignInAsync).WithMetadata(new OpenToAnybody());
        desk.MapPost(OutAddress, SignOutAsync).WithMetadata(new NeedsRole(Role.Reader));
    }

    /// <summary>Where to sign in and come back to.</summary>
    public static string AddressFor(HttpRequest request) =>
        HttpMethods.IsGet(request.Method) ? $"{Address}?to={Uri.EscapeDataString(request.Path + request.QueryString)}" : Address;

    private static async Task<IResult> SignInAsync(
        HttpContext context, IAntiforgery antiforgery, SignInManager<DeskUser> sessions, PeopleFile people, [FromForm] string? name, [FromForm] string? password, [FromForm] string? to)
    {
        name = (name ?? "").Trim();
        string from = TeamAccess.AddressOf(context);
        Microsoft.AspNetCore.Identity.SignInResult result = await sessions.PasswordSignInAsync(name, password ?? "", isPersistent: false, lockoutOnFailure: true);
        people.Log(name.Length > Account.LongestName ? name[..Account.LongestName] : name, result.Succeeded ? AuditWords.SignedIn : AuditWords.SignInRefused, null, from);
        if (result.Succeeded) return Results.LocalRedirect(IsLocal(to) ? to! : "/");
        // One answer for a wrong name, a wrong password and a disabled account: none is told from another.
        return Page(context, antiforgery, to, result.IsLockedOut
            ? "After several wrong passwords this account is closed for some minutes. Try again later, or ask whoever administers this desk."
            : "The name or the password is not right.");
    }

    private static async Task<IResult> SignOutAsync(HttpContext context, SignInManager<DeskUser> sessions, PeopleFile people)
    {
        people.Log(Person.Of(context).Name, AuditWords.SignedOut, null, TeamAccess.AddressOf(context));
        await sessions.SignOutAsync();
        context.Response.Headers["Clear-Site-Data"] = "\"cache\", \"storage\""; // what was kept for reading without network
        return Results.LocalRedirect(Address);
    }

    private static RazorComponentResult<SignInPage> Page(HttpContext context, IAntiforgery antiforgery, string? to, string? notice)
    {
        AntiforgeryTokenSet tokens = antiforgery.GetAndStoreTokens(context);
        return new(new { Form = new FormToken(tokens.FormFieldName, tokens.RequestToken ?? ""), To = IsLocal(to) ? to : null, Notice = notice })
        {
            StatusCode = notice is null ? StatusCodes.Status200OK : StatusCodes.Status401Unauthorized,
        };
    }

    /// <summary>Whether it is an address of this desk: a path, and not one that a browser takes for another host.</summary>
    private static bool IsLocal(string? to) => to is ['/', ..] and not ['/', '/' or '\\', ..] && !to.Any(char.IsControl);
}

/// <summary>The hidden field that shows a form to be the desk's own.</summary>
public sealed record FormToken(string Name, string Value);
