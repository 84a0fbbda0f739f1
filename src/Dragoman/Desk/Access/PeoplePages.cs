using Dragoman.Record;
using Dragoman.Storage.People;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace Dragoman.Desk.Access;

/// <summary>For administrators: who may do what, and what they did.</summary>
internal static class PeoplePages
{
    public const string Address = "/people";

    private const int AuditLinesShown = 200;

    public static void Map(WebApplication desk)
    {
        NeedsRole administrator = new(Role.Administrator);
        desk.MapGet(Address, (HttpContext context, IAntiforgery antiforgery, PeopleFile people) => Page(context, antiforgery, people, null)).WithMetadata(administrator);
        desk.MapPost(Address, ChangeAsync).WithMetadata(administrator);
    }

    private static async Task<IResult> ChangeAsync(
        HttpContext context, IAntiforgery antiforgery, PeopleFile file, People people, [FromForm] string? name, [FromForm] string? change, [FromForm] string? role, [FromForm] string? password)
    {
        string by = Person.Of(context).Name;
        name = (name ?? "").Trim();
        try
        {
            Task done = change switch
            {
                "add" => people.AddAsync(name, RoleOf(role), password ?? "", by),
                "role" => people.SetRoleAsync(name, RoleOf(role), by),
                "password" => people.SetPasswordAsync(name, password ?? "", by),
                "disable" when name == by => throw new PeopleException("You cannot disable your own account."),
                "disable" => people.SetDisabledAsync(name, isDisabled: true, by),
                "enable" => people.SetDisabledAsync(name, isDisabled: false, by),
                _ => throw new BadHttpRequestException($"There is no change '{change}'."),
            };
            await done;
            return Results.LocalRedirect(Address);
        }
        catch (PeopleException refusal)
        {
            return Page(context, antiforgery, file, refusal.Message);
        }
    }

    private static Role RoleOf(string? word)
    {
        try
        {
            return ContractWords.Parse<Role>(word ?? "");
        }
        catch (FormatException e)
        {
            throw new BadHttpRequestException(e.Message, e);
        }
    }

    private static RazorComponentResult<PeoplePage> Page(HttpContext context, IAntiforgery antiforgery, PeopleFile people, string? notice)
    {
        AntiforgeryTokenSet tokens = antiforgery.GetAndStoreTokens(context);
        return new(new
        {
            Form = new FormToken(tokens.FormFieldName, tokens.RequestToken ?? ""),
            people.Accounts,
            Audit = people.Audit(AuditLinesShown),
            Notice = notice,
        })
        {
            StatusCode = notice is null ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity,
        };
    }
}
