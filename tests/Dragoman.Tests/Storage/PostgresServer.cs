using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Xunit;

[assembly: AssemblyFixture(typeof(Dragoman.Tests.PostgresServer))]

namespace Dragoman.Tests;

/// <summary>
/// A PostgreSQL server of the tests' own, in a temporary folder, started when the first test asks for it. PostgreSQL refuses to run as root:
/// there it is run as Debian's user <c>postgres</c>.
/// </summary>
public sealed class PostgresServer : IDisposable
{
    private readonly Lazy<string?> _address;
    private string? _folder;
    private int _schemas;

    public PostgresServer() => _address = new(Start);

    /// <summary>The address of a schema that no other test has. Skips the test where PostgreSQL is not installed.</summary>
    public string NewLedger()
    {
        Assert.SkipUnless(_address.Value is not null, "PostgreSQL is not installed (Debian: apt-get install postgresql)");
        return string.Create(CultureInfo.InvariantCulture, $"{_address.Value}?schema=ledger_{Interlocked.Increment(ref _schemas)}");
    }

    public void Dispose()
    {
        if (_folder is null) return;
        Run("pg_ctl", "-D", Path.Combine(_folder, "data"), "-m", "immediate", "-w", "stop");
        Directory.Delete(_folder, recursive: true);
    }

    private static bool IsRoot => Environment.UserName == "root";

    private static string? Binaries => Directory.Exists("/usr/lib/postgresql")
        ? Directory.GetDirectories("/usr/lib/postgresql").Select(version => Path.Combine(version, "bin")).Where(bin => File.Exists(Path.Combine(bin, "initdb"))).Order(StringComparer.Ordinal).LastOrDefault()
        : null;

    private string? Start()
    {
        if (Binaries is null) return null;
        _folder = Directory.CreateTempSubdirectory("dragoman-postgres-").FullName;
        if (IsRoot) Finish(Process.Start("chown", ["postgres", _folder]));
        string data = Path.Combine(_folder, "data");
        Run("initdb", "-D", data, "-A", "trust", "-U", "postgres", "--locale=C.UTF-8", "-E", "UTF8", "--no-sync");
        string port = FreePort().ToString(CultureInfo.InvariantCulture);
        Run("pg_ctl", "-D", data, "-l", Path.Combine(_folder, "log"), "-w", "start", "-o", $"-p {port} -k {_folder} -c listen_addresses=127.0.0.1 -c max_connections=200");
        return $"postgres://postgres@127.0.0.1:{port}/postgres";
    }

    private static int FreePort()
    {
        using TcpListener listener = new(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private static void Run(string program, params string[] arguments)
    {
        string path = Path.Combine(Binaries!, program);
        Finish(IsRoot ? Process.Start("runuser", ["-u", "postgres", "--", path, .. arguments]) : Process.Start(path, arguments));
    }

    private static void Finish(Process process)
    {
        using (process)
        {
            process.WaitForExit();
            Assert.Equal(0, process.ExitCode);
        }
    }
}
