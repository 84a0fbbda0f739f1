using System.Security.Cryptography;
using System.Text;
using Dragoman.Record;
using Dragoman.Storage.People;
using Microsoft.AspNetCore.Identity;

namespace Dragoman.Desk.Access;

/// <summary>Adds people to a team's desk and changes what they may do. Each change stands in the audit log.</summary>
/// <param name="users">ASP.NET Core Identity over the people file.</param>
/// <param name="file">The people file.</param>
public sealed class People(UserManager<DeskUser> users, PeopleFile file)
{
    private const int TokenBytes = 32;
    private const string TokenMark = "dgm_";

    /// <summary>The shortest password that is taken, in characters; there is no other demand on it.</summary>
    public const int ShortestPassword = 12;

    /// <summary>The people of a file, outside the web host: for the command line.</summary>
    public static People Of(PeopleFile file, out IDisposable services)
    {
        ServiceCollection collection = new();
        collection.AddLogging();
        AddIdentity(collection, file);
        ServiceProvider provider = collection.BuildServiceProvider();
        services = provider;
        return new(provider.GetRequiredService<UserManager<DeskUser>>(), file);
    }

    public static IdentityBuilder AddIdentity(IServiceCollection services, PeopleFile file)
    {
        services.AddSingleton(file);
        services.AddSingleton<ILookupNormalizer, NamesAsWritten>();
        services.AddSingleton<IUserStore<DeskUser>, AccountStore>();
        services.AddScoped<IUserConfirmation<DeskUser>, EnabledOnly>();
        services.AddScoped<IUserClaimsPrincipalFactory<DeskUser>, DeskPrincipals>();
        services.AddScoped<People>();
        return services.AddIdentityCore<DeskUser>(options =>
        {
            options.Password = new()
            {
                RequiredLength = ShortestPassword,
                RequireDigit = false,
                RequireLowercase = false,
                RequireUppercase = false,
                RequireNonAlphanumeric = false,
            };
            options.User.AllowedUserNameCharacters = ""; // any
            options.SignIn.RequireConfirmedAccount = true; // see EnabledOnly
        });
    }

    /// <summary>Adds somebody.</summary>
    /// <exception cref="PeopleException">The name is taken, empty or too long, or the password too short.</exception>
    public async Task AddAsync(string name, Role role, string password, string by)
    {
        if (string.IsNullOrWhiteSpace(name) || name.Length > Account.LongestName || name != name.Trim() || name.Any(char.IsControl))
            throw new PeopleException($"A name has 1 to {Account.LongestName} characters, without line ends and without blanks around it.");
        Check(await users.CreateAsync(new(new Account { Name = name, Role = ContractWords.WordOf(role) }), password));
        file.Log(by, AuditWords.AccountAdded, $"{name} ({ContractWords.WordOf(role)})");
    }

    public async Task SetRoleAsync(string name, Role role, string by)
    {
        DeskUser user = await FindAsync(name);
        user.Account = user.Account with { Role = ContractWords.WordOf(role) };
        Check(await users.UpdateSecurityStampAsync(user));
        file.Log(by, AuditWords.RoleChanged, $"{user.Account.Name} ({user.Account.Role})");
    }

    /// <summary>Sets a new password; whatever locked the account is forgotten and every session of it ends.</summary>
    public async Task SetPasswordAsync(string name, string password, string by)
    {
        DeskUser user = await FindAsync(name);
        foreach (IPasswordValidator<DeskUser> validator in users.PasswordValidators) Check(await validator.ValidateAsync(users, user, password));
        user.Account = user.Account with { PasswordHash = users.PasswordHasher.HashPassword(user, password), Failures = 0, LockedUntil = null };
        Check(await users.UpdateSecurityStampAsync(user));
        file.Log(by, AuditWords.PasswordChanged, user.Account.Name);
    }

    /// <summary>Lets an account in or keeps it out; its sessions and tokens end with it.</summary>
    public async Task SetDisabledAsync(string name, bool isDisabled, string by)
    {
        DeskUser user = await FindAsync(name);
        user.Account = user.Account with { IsDisabled = isDisabled };
        Check(await users.UpdateSecurityStampAsync(user));
        if (isDisabled) file.RevokeTokens(user.Account.Name);
        file.Log(by, isDisabled ? AuditWords.AccountDisabled : AuditWords.AccountEnabled, user.Account.Name);
    }

    /// <summary>Makes an access token for programs that act for this person. It is shown once; only its hash is kept.</summary>
    public async Task<string> MakeTokenAsync(string name, string by)
    {
        DeskUser user = await FindAsync(name);
        string token = TokenMark + Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(TokenBytes));
        file.AddToken(HashOf(token), user.Account.Name);
        file.Log(by, AuditWords.TokenMade, user.Account.Name);
        return token;
    }

    public async Task RevokeTokensAsync(string name, string by)
    {
        DeskUser user = await FindAsync(name);
        file.RevokeTokens(user.Account.Name);
        file.Log(by, AuditWords.TokensRevoked, user.Account.Name);
    }

    /// <summary>Whom a token stands for; null if it is none of ours or its person is disabled.</summary>
    public static Person? OfToken(PeopleFile file, string token) =>
        file.OfToken(HashOf(token)) is { IsDisabled: false } account ? new DeskUser(account).Person : null;

    private static string HashOf(string token) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(token)));

    private static void Check(IdentityResult result)
    {
        if (!result.Succeeded) throw new PeopleException(string.Join(' ', result.Errors.Select(error => error.Description)));
    }

    private async Task<DeskUser> FindAsync(string name) =>
        await users.FindByNameAsync(name) ?? throw new PeopleException($"There is no account {name}; `dragoman people list` shows those that there are.");
}

/// <summary>An account cannot be made or changed like this; the message says why.</summary>
public sealed class PeopleException(string message) : Exception(message);
