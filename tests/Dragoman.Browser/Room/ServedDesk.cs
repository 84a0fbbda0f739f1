using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Dragoman.Desk;
using Xunit;

namespace Dragoman.Browser;

/// <summary>The desk as the program serves it, in a process of its own that can be killed.</summary>
public sealed class ServedDesk : IDisposable
{
    private readonly string _ledger;
    private readonly int _port;
    private Process? _process;

    public ServedDesk(string ledger)
    {
        _ledger = ledger;
        using TcpListener listener = new(IPAddress.Loopback, 0);
        listener.Start();
        _port = ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    public Uri Address => new(string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{_port}"));

    public async Task StartAsync()
    {
        ProcessStartInfo start = new("dotnet", [typeof(DeskHost).Assembly.Location, "serve", "--ledger", _ledger, "--urls", Address.ToString(), "--reviewer", "Ada", "--data", Samples.Root])
        {
            UseShellExecute = false,
            RedirectStandardError = true,
            RedirectStandardOutput = true,
        };
        _process = Process.Start(start);
        using HttpClient client = new();
        for (int i = 0; i < 300; i++)
        {
            try
            {
                await client.GetAsync(Address, TestContext.Current.CancellationToken);
                return;
            }
            catch (HttpRequestException)
            {
                await Task.Delay(100, TestContext.Current.CancellationToken);
            }
        }

        throw new TimeoutException("the desk does not open");
    }

    /// <summary>Ends it at once, as a power cut would.</summary>
    public void Kill()
    {
        _process?.Kill(entireProcessTree: true);
        _process?.WaitForExit();
        _process?.Dispose();
        _process = null;
    }

    public void Dispose() => Kill();
}
