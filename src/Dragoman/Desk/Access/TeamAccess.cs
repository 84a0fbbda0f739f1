using System.Threading.RateLimiting;
using Dragoman.Storage.People;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.AspNetCore.Identity;

namespace Dragoman.Desk.Access;

/// <summary>Sign-in, sessions and rate limits of a desk that a team shares.</summary>
internal static class TeamAccess
{
    private const int SignInsAMinute = 10;
    private const int RequestsAtOnce = 400;
    private const int RequestsASecond = 100;

    private static readonly TimeSpan SessionLength = TimeSpan.FromHours(12);

    public static void Add(WebApplicationBuilder builder, PeopleFile people)
    {
        People.AddIdentity(builder.Services, people).AddSignInManager();
        builder.Services.AddHttpContextAccessor();
        builder.Services.Configure<ForwardedHeadersOptions>(options => options.ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto); // from a proxy on this machine only
        builder.Services.AddAuthentication(IdentityConstants.ApplicationScheme).AddIdentityCookies(cookies => cookies.ApplicationCookie!.Configure(options =>
        {
            options.Cookie.Name = "desk-session";
            options.Cookie.HttpOnly = true;
            options.Cookie.SameSite = SameSiteMode.Strict;
            options.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
            options.ExpireTimeSpan = SessionLength;
            options.SlidingExpiration = true;
        }));
        builder.Services.Configure<SecurityStampValidatorOptions>(options => options.ValidationInterval = TimeSpan.Zero); // a disabled person is out at once
        builder.Services.AddDataProtection().SetApplicationName("dragoman").PersistKeysToFileSystem(KeysBeside(people)); // sessions outlive a restart
        builder.Services.AddRateLimiter(options =>
        {
            options.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
            options.OnRejected = static (rejected, _) =>
            {
                rejected.HttpContext.Response.Headers.RetryAfter = "60";
                return ValueTask.CompletedTask;
            };
            options.GlobalLimiter = PartitionedRateLimiter.Create<HttpContext, string>(Limit);
        });
    }

    public static void Map(WebApplication desk)
    {
        SignInPages.Map(desk);
        PeoplePages.Map(desk);
    }

    public static string AddressOf(HttpContext context) => context.Connection.RemoteIpAddress?.ToString() ?? "unknown";

    private static RateLimitPartition<string> Limit(HttpContext context)
    {
        string from = AddressOf(context);
        if (HttpMethods.IsPost(context.Request.Method) && context.Request.Path.Equals(SignInPages.Address, StringComparison.OrdinalIgnoreCase))
        {
            return RateLimitPartition.GetFixedWindowLimiter("sign-in " + from, static _ => new()
            {
                PermitLimit = SignInsAMinute,
                Window = TimeSpan.FromMinutes(1),
            });
        }

        return RateLimitPartition.GetTokenBucketLimiter(context.User.Identity?.Name ?? from, static _ => new()
        {
            TokenLimit = RequestsAtOnce,
            TokensPerPeriod = RequestsASecond,
            ReplenishmentPeriod = TimeSpan.FromSeconds(1),
        });
    }

    private static DirectoryInfo KeysBeside(PeopleFile people)
    {
        string path = people.Name + ".keys";
        return OperatingSystem.IsWindows()
            ? Directory.CreateDirectory(path)
            : Directory.CreateDirectory(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }
}
