using System.Security.Claims;
using Dragoman.Record;
using Dragoman.Storage.People;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace Dragoman.Desk.Access;

/// <summary>An account on its way through ASP.NET Core Identity, which changes it in place before it is kept.</summary>
public sealed class DeskUser(Account account)
{
    public Account Account { get; set; } = account;

    public Person Person => new(Account.Name, ContractWords.Parse<Role>(Account.Role));
}

/// <summary>Whoever is disabled cannot sign in.</summary>
internal sealed class EnabledOnly : IUserConfirmation<DeskUser>
{
    public Task<bool> IsConfirmedAsync(UserManager<DeskUser> manager, DeskUser user) => Task.FromResult(!user.Account.IsDisabled);
}

/// <summary>What a session says about its person: name, role, and the stamp with which it ends.</summary>
internal sealed class DeskPrincipals(IOptions<IdentityOptions> options) : IUserClaimsPrincipalFactory<DeskUser>
{
    public Task<ClaimsPrincipal> CreateAsync(DeskUser user)
    {
        ClaimsPrincipal principal = user.Person.ToPrincipal(IdentityConstants.ApplicationScheme);
        ClaimsIdentityOptions claims = options.Value.ClaimsIdentity;
        ((ClaimsIdentity)principal.Identity!).AddClaims([new(claims.UserIdClaimType, user.Account.Name), new(claims.SecurityStampClaimType, user.Account.Stamp)]);
        return Task.FromResult(principal);
    }
}

/// <summary>Names are taken as they are written; the file compares them without regard to ASCII case.</summary>
internal sealed class NamesAsWritten : ILookupNormalizer
{
    public string? NormalizeName(string? name) => name;

    public string? NormalizeEmail(string? email) => email;
}
