using System.Security.Claims;
using Dragoman.Record;
using Dragoman.Record.Entries;

namespace Dragoman.Desk.Access;

/// <summary>Who sends a request: the one who sits at this machine, or whoever signed in.</summary>
public sealed record Person(string Name, Role Role)
{
    /// <summary>The run that this person's decisions are signed with.</summary>
    public Run Run => Run.Person(Name);

    /// <exception cref="InvalidOperationException">The request has no person: <see cref="Gate"/> was not asked first.</exception>
    public static Person Of(HttpContext context) => Find(context.User) ?? throw new InvalidOperationException("The request was let in without a person.");

    public static Person? Find(ClaimsPrincipal user) =>
        user.Identity is { IsAuthenticated: true, Name: { Length: > 0 } name } && user.FindFirstValue(ClaimTypes.Role) is { } role
            ? new(name, ContractWords.Parse<Role>(role))
            : null;

    /// <param name="scheme">How the person is known: <c>local</c>, or the scheme of the sign-in.</param>
    public ClaimsPrincipal ToPrincipal(string scheme) =>
        new(new ClaimsIdentity([new(ClaimTypes.Name, Name), new(ClaimTypes.Role, ContractWords.WordOf(Role))], scheme));
}
