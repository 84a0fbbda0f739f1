namespace Dragoman.Desk.Access;

/// <summary>
/// Refuses a change that a page of another site asks for, whatever the endpoint: by the browser's own word (Sec-Fetch-Site), else by the
/// origin. Beside the token that each form carries, not in its place.
/// </summary>
public sealed class SameOrigin(RequestDelegate next)
{
    public Task InvokeAsync(HttpContext context)
    {
        HttpRequest request = context.Request;
        return HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method) || IsOurs(request)
            ? next(context)
            : throw new BadHttpRequestException("The request comes from a page of another site.");
    }

    private static bool IsOurs(HttpRequest request)
    {
        string site = request.Headers["Sec-Fetch-Site"].ToString();
        if (site.Length > 0) return site is "same-origin" or "none";
        string origin = request.Headers.Origin.ToString();
        return origin.Length == 0 || origin.Equals($"{request.Scheme}://{request.Host}", StringComparison.OrdinalIgnoreCase);
    }
}
