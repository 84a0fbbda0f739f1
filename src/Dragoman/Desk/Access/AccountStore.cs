using Dragoman.Storage.People;
using Microsoft.AspNetCore.Identity;
using NodaTime;
using NodaTime.Text;

namespace Dragoman.Desk.Access;

/// <summary>The people file as ASP.NET Core Identity wants to see it. Accounts are disabled, never deleted: their names stand in the ledger.</summary>
internal sealed class AccountStore(PeopleFile people) : IUserPasswordStore<DeskUser>, IUserSecurityStampStore<DeskUser>, IUserLockoutStore<DeskUser>
{
    public Task<string> GetUserIdAsync(DeskUser user, CancellationToken cancellationToken) => Task.FromResult(user.Account.Name);

    public Task<string?> GetUserNameAsync(DeskUser user, CancellationToken cancellationToken) => Task.FromResult<string?>(user.Account.Name);

    public Task SetUserNameAsync(DeskUser user, string? userName, CancellationToken cancellationToken) => throw new NotSupportedException("A name never changes: decisions are signed with it.");

    public Task<string?> GetNormalizedUserNameAsync(DeskUser user, CancellationToken cancellationToken) => Task.FromResult<string?>(user.Account.Name);

    public Task SetNormalizedUserNameAsync(DeskUser user, string? normalizedName, CancellationToken cancellationToken) => Task.CompletedTask;

    public Task<IdentityResult> CreateAsync(DeskUser user, CancellationToken cancellationToken)
    {
        if (people.Find(user.Account.Name) is not null)
            return Task.FromResult(IdentityResult.Failed(new IdentityError { Code = "DuplicateUserName", Description = $"There is an account {user.Account.Name} already." }));
        return UpdateAsync(user, cancellationToken);
    }

    public Task<IdentityResult> UpdateAsync(DeskUser user, CancellationToken cancellationToken)
    {
        people.Put(user.Account);
        return Task.FromResult(IdentityResult.Success);
    }

    public Task<IdentityResult> DeleteAsync(DeskUser user, CancellationToken cancellationToken) => throw new NotSupportedException("Accounts are disabled, never deleted.");

    public Task<DeskUser?> FindByIdAsync(string userId, CancellationToken cancellationToken) => FindByNameAsync(userId, cancellationToken);

    public Task<DeskUser?> FindByNameAsync(string normalizedUserName, CancellationToken cancellationToken) =>
        Task.FromResult(people.Find(normalizedUserName) is { } account ? new DeskUser(account) : null);

    public Task SetPasswordHashAsync(DeskUser user, string? passwordHash, CancellationToken cancellationToken) => Change(user, user.Account with { PasswordHash = passwordHash });

    public Task<string?> GetPasswordHashAsync(DeskUser user, CancellationToken cancellationToken) => Task.FromResult(user.Account.PasswordHash);

    public Task<bool> HasPasswordAsync(DeskUser user, CancellationToken cancellationToken) => Task.FromResult(user.Account.PasswordHash is not null);

    public Task SetSecurityStampAsync(DeskUser user, string stamp, CancellationToken cancellationToken) => Change(user, user.Account with { Stamp = stamp });

    public Task<string?> GetSecurityStampAsync(DeskUser user, CancellationToken cancellationToken) => Task.FromResult<string?>(user.Account.Stamp);

    public Task<DateTimeOffset?> GetLockoutEndDateAsync(DeskUser user, CancellationToken cancellationToken) =>
        Task.FromResult<DateTimeOffset?>(user.Account.LockedUntil is { } until ? InstantPattern.ExtendedIso.Parse(until).Value.ToDateTimeOffset() : null);

    public Task SetLockoutEndDateAsync(DeskUser user, DateTimeOffset? lockoutEnd, CancellationToken cancellationToken) =>
        Change(user, user.Account with { LockedUntil = lockoutEnd is { } end ? InstantPattern.ExtendedIso.Format(Instant.FromDateTimeOffset(end)) : null });

    public Task<int> IncrementAccessFailedCountAsync(DeskUser user, CancellationToken cancellationToken)
    {
        user.Account = user.Account with { Failures = user.Account.Failures + 1 };
        return Task.FromResult(user.Account.Failures);
    }

    public Task ResetAccessFailedCountAsync(DeskUser user, CancellationToken cancellationToken) => Change(user, user.Account with { Failures = 0 });

    public Task<int> GetAccessFailedCountAsync(DeskUser user, CancellationToken cancellationToken) => Task.FromResult(user.Account.Failures);

    public Task<bool> GetLockoutEnabledAsync(DeskUser user, CancellationToken cancellationToken) => Task.FromResult(true);

    public Task SetLockoutEnabledAsync(DeskUser user, bool enabled, CancellationToken cancellationToken) => Task.CompletedTask;

    public void Dispose()
    {
        // The file belongs to whoever opened it.
    }

    private static Task Change(DeskUser user, Account account)
    {
        user.Account = account;
        return Task.CompletedTask;
    }
}
