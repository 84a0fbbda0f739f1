using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;
using Dragoman.Desk.PutIn;
using Dragoman.Reading;
using Xunit;

namespace Dragoman.Tests;

/// <summary>Every trick here tries to make the desk fetch what is not the public web. Names resolve to what the test says; nothing leaves this machine.</summary>
public sealed class AddressFetcherTests
{
    [Theory]
    [InlineData("127.0.0.1")]
    [InlineData("10.1.2.3")]
    [InlineData("172.31.0.1")]
    [InlineData("192.168.1.1")]
    [InlineData("169.254.169.254")]
    [InlineData("100.64.0.1")]
    [InlineData("0.0.0.0")]
    [InlineData("224.0.0.1")]
    [InlineData("255.255.255.255")]
    [InlineData("::1")]
    [InlineData("::ffff:127.0.0.1")]
    [InlineData("::ffff:10.0.0.1")]
    [InlineData("64:ff9b::7f00:1")]
    [InlineData("2002:7f00:1::")]
    [InlineData("2001:0:4136:e378::1")]
    [InlineData("fe80::1")]
    [InlineData("fd00::1")]
    [InlineData("ff02::1")]
    [InlineData("::")]
    public void An_address_that_is_not_of_the_public_web_is_known_as_such(string address) => Assert.False(PublicAddresses.Contain(IPAddress.Parse(address)));

    [Theory]
    [InlineData("93.184.216.34")]
    [InlineData("172.32.0.1")]
    [InlineData("2a00:1450:4001:81b::200e")]
    public void A_public_address_is_known_as_such(string address) => Assert.True(PublicAddresses.Contain(IPAddress.Parse(address)));

    [Theory]
    [InlineData("file:///etc/passwd", "DG2020")]
    [InlineData("ftp://news.example/a", "DG2020")]
    [InlineData("javascript:alert(1)", "DG2020")]
    [InlineData("http://user:secret@news.example/", "DG2020")]
    [InlineData("not an address", "DG2020")]
    [InlineData("http://127.0.0.1/", "DG2021")]
    [InlineData("http://2130706433/", "DG2021")]
    [InlineData("http://0x7f.1/", "DG2021")]
    [InlineData("http://[::1]/", "DG2021")]
    [InlineData("http://[::ffff:127.0.0.1]/", "DG2021")]
    [InlineData("http://localhost/", "DG2021")]
    [InlineData("http://news.example:22/", "DG2021")]
    [InlineData("https://inside.example/", "DG2021")]
    [InlineData("https://both.example/", "DG2021")]
    public async Task What_is_not_a_public_page_is_refused_before_anything_is_sent(string address, string code)
    {
        using AddressFetcher fetcher = new(Resolve, static end => end.Port is 80 or 443 && PublicAddresses.Contain(end.Address));
        UnreadableException refusal = await Assert.ThrowsAsync<UnreadableException>(() => fetcher.FetchAsync(address, TestContext.Current.CancellationToken));
        Assert.Equal(code, refusal.Code);
    }

    [Fact]
    public async Task A_redirect_to_a_private_address_is_refused()
    {
        using OneAnswer inside = new("HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 6\r\n\r\nsecret");
        using OneAnswer site = new($"HTTP/1.1 302 Found\r\nLocation: {inside.Address}\r\nContent-Length: 0\r\n\r\n");
        using AddressFetcher fetcher = new(Resolve, end => end.Port == site.Port);
        UnreadableException refusal = await Assert.ThrowsAsync<UnreadableException>(() => fetcher.FetchAsync(site.Address, TestContext.Current.CancellationToken));
        Assert.Equal("DG2021", refusal.Code);
        Assert.False(inside.WasAsked);
    }

    [Fact]
    public async Task A_redirect_to_another_scheme_is_refused()
    {
        using OneAnswer site = new("HTTP/1.1 302 Found\r\nLocation: file:///etc/passwd\r\nContent-Length: 0\r\n\r\n");
        using AddressFetcher fetcher = new(Resolve, end => end.Port == site.Port);
        UnreadableException refusal = await Assert.ThrowsAsync<UnreadableException>(() => fetcher.FetchAsync(site.Address, TestContext.Current.CancellationToken));
        Assert.Equal("DG2020", refusal.Code);
    }

    [Fact]
    public async Task A_name_is_resolved_once_so_that_it_cannot_change_between_the_check_and_the_use()
    {
        int asked = 0;
        Task<IPAddress[]> Rebinding(string name, CancellationToken cancellation) =>
            Task.FromResult(new[] { IPAddress.Parse(Interlocked.Increment(ref asked) == 1 ? "203.0.113.7" : "127.0.0.1") });
        using AddressFetcher fetcher = new(Rebinding, static _ => false);
        await Assert.ThrowsAsync<UnreadableException>(() => fetcher.FetchAsync("http://news.example/", TestContext.Current.CancellationToken));
        Assert.Equal(1, asked);
    }

    [Theory]
    [InlineData("HTTP/1.1 200 OK\r\nContent-Type: image/png\r\nContent-Length: 1\r\n\r\nx", "DG2023")]
    [InlineData("HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n", "DG2022")]
    public async Task What_holds_no_page_is_refused(string answer, string code)
    {
        using OneAnswer site = new(answer);
        using AddressFetcher fetcher = new(Resolve, end => end.Port == site.Port);
        UnreadableException refusal = await Assert.ThrowsAsync<UnreadableException>(() => fetcher.FetchAsync(site.Address, TestContext.Current.CancellationToken));
        Assert.Equal(code, refusal.Code);
    }

    [Fact]
    public async Task A_page_comes_as_it_was_sent()
    {
        using OneAnswer site = new("HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\nContent-Length: 12\r\n\r\n<p>Truce</p>");
        using AddressFetcher fetcher = new(Resolve, end => end.Port == site.Port);
        FetchedPage page = await fetcher.FetchAsync(site.Address + "a", TestContext.Current.CancellationToken);
        Assert.Equal("<p>Truce</p>", Encoding.UTF8.GetString(page.Bytes));
    }

    private static Task<IPAddress[]> Resolve(string name, CancellationToken cancellation) => Task.FromResult(name switch
    {
        "localhost" => new[] { IPAddress.Loopback },
        "inside.example" => [IPAddress.Parse("10.0.0.7")],
        "both.example" => [IPAddress.Parse("93.184.216.34"), IPAddress.Parse("192.168.0.1")],
        _ => [IPAddress.Parse("93.184.216.34")],
    });

    /// <summary>A site that gives one answer to whoever asks.</summary>
    private sealed class OneAnswer : IDisposable
    {
        private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
        private readonly string _answer;

        public OneAnswer(string answer)
        {
            _answer = answer;
            _listener.Start();
            _ = AnswerAsync(TestContext.Current.CancellationToken);
        }

        public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

        public string Address => string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{Port}/");

        public bool WasAsked { get; private set; }

        public void Dispose() => _listener.Dispose();

        private async Task AnswerAsync(CancellationToken cancellation)
        {
            try
            {
                using TcpClient client = await _listener.AcceptTcpClientAsync(cancellation);
                WasAsked = true;
                NetworkStream stream = client.GetStream();
                byte[] request = new byte[4096];
                _ = await stream.ReadAsync(request, cancellation);
                await stream.WriteAsync(Encoding.UTF8.GetBytes(_answer), cancellation);
                await stream.FlushAsync(cancellation);
            }
            catch (Exception closed) when (closed is SocketException or ObjectDisposedException or IOException or OperationCanceledException)
            {
                // nobody asked, or the test is over
            }
        }
    }
}
