namespace Dragoman.Storage.People;

/// <summary>Somebody who may sign in at a team's desk.</summary>
public sealed record Account
{
    public const int LongestName = 64;

    /// <summary>As the person writes it; decisions are signed with it, so it never changes.</summary>
    public required string Name { get; init; }

    /// <summary>The role's word: <c>coder</c>.</summary>
    public required string Role { get; init; }

    /// <summary>The salted hash of the password, in the format of ASP.NET Core Identity.</summary>
    public string? PasswordHash { get; init; }

    /// <summary>Changes whenever the password, the role or the right to sign in does: sessions begun with another stamp end.</summary>
    public string Stamp { get; init; } = "";

    /// <summary>Wrong passwords since the last right one.</summary>
    public int Failures { get; init; }

    /// <summary>No password is taken until then; ISO 8601 in UTC.</summary>
    public string? LockedUntil { get; init; }

    public bool IsDisabled { get; init; }
}

/// <summary>What somebody did, or tried to do, other than deciding about records: those decisions stand in the ledger.</summary>
/// <param name="Sequence">From 1, without gaps.</param>
/// <param name="At">ISO 8601 in UTC.</param>
/// <param name="Who">The account's name; what was typed where nobody was let in.</param>
/// <param name="What">A word of <see cref="AuditWords"/>.</param>
/// <param name="About">Whom or what it concerns.</param>
/// <param name="From">The network address that it came from; null for the command line.</param>
public sealed record AuditLine(long Sequence, string At, string Who, string What, string? About, string? From);

/// <summary>The words of the audit log.</summary>
public static class AuditWords
{
    public const string SignedIn = "signed-in";
    public const string SignInRefused = "sign-in-refused";
    public const string SignedOut = "signed-out";
    public const string Forbidden = "forbidden";
    public const string AccountAdded = "account-added";
    public const string RoleChanged = "role-changed";
    public const string PasswordChanged = "password-changed";
    public const string AccountDisabled = "account-disabled";
    public const string AccountEnabled = "account-enabled";
    public const string TokenMade = "token-made";
    public const string TokensRevoked = "tokens-revoked";
}
