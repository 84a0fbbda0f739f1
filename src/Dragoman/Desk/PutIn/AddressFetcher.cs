using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Dragoman.Reading;
using Dragoman.Reading.Intake;

namespace Dragoman.Desk.PutIn;

/// <summary>A page as it came from the web.</summary>
/// <param name="Bytes">As sent.</param>
/// <param name="Address">Where it was in the end, after redirects.</param>
/// <param name="Format">A page or plain text.</param>
public sealed record FetchedPage(byte[] Bytes, Uri Address, InputFormat Format);

/// <summary>
/// Fetches an article from a public web address. It connects to the very address that it has checked, so that a name that changes its meaning
/// between the check and the use gains nothing; every redirect is checked anew; nothing of the user's goes along.
/// </summary>
public sealed class AddressFetcher : IDisposable
{
    private const int MostRedirects = 5;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    private readonly HttpClient _client;
    private readonly Func<string, CancellationToken, Task<IPAddress[]>> _resolve;
    private readonly Func<IPEndPoint, bool> _allows;

    public AddressFetcher()
        : this(Dns.GetHostAddressesAsync, static end => end.Port is 80 or 443 && PublicAddresses.Contain(end.Address))
    {
    }

    /// <param name="resolve">Gives the addresses of a name.</param>
    /// <param name="allows">Which of them may be connected to, and at which port.</param>
    internal AddressFetcher(Func<string, CancellationToken, Task<IPAddress[]>> resolve, Func<IPEndPoint, bool> allows)
    {
        _resolve = resolve;
        _allows = allows;
        _client = new(new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            UseProxy = false,
            UseCookies = false,
            AutomaticDecompression = DecompressionMethods.All,
            PooledConnectionLifetime = TimeSpan.Zero,
            ConnectTimeout = TimeSpan.FromSeconds(10),
            MaxResponseHeadersLength = 64,
            ConnectCallback = ConnectAsync,
        })
        {
            Timeout = Patience,
            MaxResponseContentBufferSize = ArticleIntake.MaximumBytes,
        };
        _client.DefaultRequestHeaders.UserAgent.ParseAdd("Dragoman/1");
        _client.DefaultRequestHeaders.Accept.ParseAdd("text/html, application/xhtml+xml, text/plain;q=0.9");
    }

    /// <exception cref="UnreadableException">DG2020 to DG2024: the address is not to be fetched, or nothing readable came from it.</exception>
    public async Task<FetchedPage> FetchAsync(string address, CancellationToken cancellation)
    {
        Uri next = Checked(address, address);
        try
        {
            using CancellationTokenSource patience = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
            patience.CancelAfter(Patience);
            for (int hops = 0; hops <= MostRedirects; hops++)
            {
                using HttpResponseMessage answer = await _client.GetAsync(next, HttpCompletionOption.ResponseHeadersRead, patience.Token);
                if (RedirectOf(answer) is not { } to) return await PageAsync(answer, next, address, patience.Token);
                next = Checked(new Uri(next, to).ToString(), address);
            }

            throw new UnreadableException("DG2022", address, "the address redirects again and again; give the address of the article itself");
        }
        catch (Exception fault) when (fault is HttpRequestException or IOException or OperationCanceledException && !cancellation.IsCancellationRequested)
        {
            if (fault.GetBaseException() is UnreadableException refusal) throw new UnreadableException(refusal.Code, address, refusal.Message);
            string why = fault is OperationCanceledException ? "it takes too long" : fault.Message;
            throw new UnreadableException("DG2022", address, $"the page cannot be fetched ({why}); check the address, or save the page and drop the file here");
        }
    }

    public void Dispose() => _client.Dispose();

    private static Uri Checked(string address, string origin)
    {
        bool isWeb = Uri.TryCreate(address, UriKind.Absolute, out Uri? uri) && (uri.Scheme == Uri.UriSchemeHttp || uri.Scheme == Uri.UriSchemeHttps) && uri.Host.Length > 0;
        if (!isWeb || uri!.UserInfo.Length > 0) throw new UnreadableException("DG2020", origin, "this is no address of a web page; it must begin with https:// or http:// and carry no password");
        return uri;
    }

    private static Uri? RedirectOf(HttpResponseMessage answer) =>
        answer.StatusCode is HttpStatusCode.Moved or HttpStatusCode.Found or HttpStatusCode.SeeOther or HttpStatusCode.TemporaryRedirect or HttpStatusCode.PermanentRedirect
            ? answer.Headers.Location
            : null;

    private static async Task<FetchedPage> PageAsync(HttpResponseMessage answer, Uri address, string origin, CancellationToken cancellation)
    {
        if (!answer.IsSuccessStatusCode)
        {
            string status = ((int)answer.StatusCode).ToString(CultureInfo.InvariantCulture);
            throw new UnreadableException("DG2022", origin, $"the site answers with status {status}; open the page in a browser and paste its text");
        }

        InputFormat format = answer.Content.Headers.ContentType?.MediaType switch
        {
            "text/html" or "application/xhtml+xml" => InputFormat.Html,
            "text/plain" or "text/markdown" => InputFormat.Text,
            var other => throw new UnreadableException("DG2023", origin, $"the address holds no page but {other ?? "something without a type"}; give the address of an article"),
        };
        await using Stream stream = await answer.Content.ReadAsStreamAsync(cancellation);
        using MemoryStream bytes = new();
        byte[] part = new byte[81920];
        for (int count = await stream.ReadAsync(part, cancellation); count > 0; count = await stream.ReadAsync(part, cancellation))
        {
            await bytes.WriteAsync(part.AsMemory(0, count), cancellation);
            if (bytes.Length > ArticleIntake.MaximumBytes) throw new UnreadableException("DG2024", origin, "the page is longer than 16 MB; paste the article's text");
        }

        return new(bytes.ToArray(), address, format);
    }

    /// <summary>Resolves once, checks every address that comes, and connects to those.</summary>
    private async ValueTask<Stream> ConnectAsync(SocketsHttpConnectionContext context, CancellationToken cancellation)
    {
        IPAddress[] addresses = IPAddress.TryParse(context.DnsEndPoint.Host.Trim('[', ']'), out IPAddress? literal) ? [literal] : await _resolve(context.DnsEndPoint.Host, cancellation);
        if (addresses.Length == 0 || !addresses.All(a => _allows(new(a, context.DnsEndPoint.Port))))
            throw new UnreadableException("DG2021", context.DnsEndPoint.Host, "the address leads to this machine, a private network or an unusual port, which is never fetched from; save the page and drop the file here");
        Socket socket = new(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(addresses, context.DnsEndPoint.Port, cancellation);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }
}
