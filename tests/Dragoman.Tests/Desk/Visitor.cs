using System.Net.Http.Headers;
using System.Text.RegularExpressions;
using Dragoman.Desk;
using Dragoman.Record.Views;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.TestHost;
using Xunit;

namespace Dragoman.Tests;

/// <summary>A browser without its looks: keeps cookies, sends forms as the page has them, follows no redirection.</summary>
internal sealed partial class Visitor(WebApplication desk) : IDisposable
{
    private readonly HttpClient _client = desk.GetTestClient();
    private readonly Dictionary<string, string> _cookies = new(StringComparer.Ordinal);

    public string? Token { get; init; }

    public string? Site { get; init; }

    public string Host { get; set; } = "localhost";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public Task<HttpResponseMessage> Get(string address) => Send(new(HttpMethod.Get, address));

    public async Task<string> Page(string address)
    {
        HttpResponseMessage answer = await Get(address);
        answer.EnsureSuccessStatusCode();
        return await answer.Content.ReadAsStringAsync(Cancellation);
    }

    public Task<HttpResponseMessage> SignIn(string name, string password, string? to = null) =>
        Post("/sign-in", "/sign-in", ("name", name), ("password", password), ("to", to ?? ""));

    public Task<HttpResponseMessage> Decide(DocumentState document, RecordState record) => Post(
        DeskAddress.Decisions(document), DeskAddress.Of(document), ("record", record.Id), ("after", record.Latest), ("decision", "confirm"));

    /// <summary>Sends a form as the page at <paramref name="page"/> would: with its token.</summary>
    public async Task<HttpResponseMessage> Post(string address, string page, params (string Name, string Value)[] fields)
    {
        HttpResponseMessage shown = await Get(page);
        Match token = AntiforgeryToken().Match(await shown.Content.ReadAsStringAsync(Cancellation));
        IEnumerable<KeyValuePair<string, string>> form = fields.Select(f => KeyValuePair.Create(f.Name, f.Value));
        if (token.Success) form = form.Append(new(token.Groups["name"].Value, token.Groups["value"].Value));
        return await Send(new(HttpMethod.Post, address) { Content = new FormUrlEncodedContent(form) });
    }

    public async Task<HttpResponseMessage> Send(HttpRequestMessage request)
    {
        using (request)
        {
            request.RequestUri = new Uri(new Uri("http://localhost"), request.RequestUri!);
            request.Headers.Host = Host;
            if (Token is not null) request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", Token);
            if (Site is not null) request.Headers.Add("Sec-Fetch-Site", Site);
            if (_cookies.Count > 0) request.Headers.Add("Cookie", string.Join("; ", _cookies.Select(c => $"{c.Key}={c.Value}")));
            HttpResponseMessage answer = await _client.SendAsync(request, Cancellation);
            if (answer.Headers.TryGetValues("Set-Cookie", out IEnumerable<string>? cookies))
                foreach (string[] cookie in cookies.Select(c => c.Split(';')[0].Split('=', 2))) _cookies[cookie[0]] = cookie[1];
            return answer;
        }
    }

    public void Dispose() => _client.Dispose();

    [GeneratedRegex("<input type=\"hidden\" name=\"(?<name>__[^\"]+)\" value=\"(?<value>[^\"]+)\"", RegexOptions.ExplicitCapture, 5000)]
    private static partial Regex AntiforgeryToken();
}
