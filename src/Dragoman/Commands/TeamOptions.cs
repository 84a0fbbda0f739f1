using System.Collections.Immutable;
using System.CommandLine;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Dragoman.Storage.People;
using NodaTime;

namespace Dragoman.Commands;

/// <summary>The options of <c>serve</c> for a desk that a team shares.</summary>
internal sealed class TeamOptions
{
    private readonly Option<string?> _people = new("--people")
    {
        Description = "For a team: the file of those who may sign in (`dragoman people add` makes it). Without it the desk is for the one who sits at this machine",
        HelpName = "PATH",
    };

    private readonly Option<string[]> _hosts = new("--host")
    {
        Description = "With --people: a name under which the desk is reached, such as desk.example.org; may be repeated",
        HelpName = "NAME",
        DefaultValueFactory = _ => [],
    };

    private readonly Option<string?> _certificate = new("--certificate")
    {
        Description = "With --people: a PEM file with certificate and key, to serve https beyond this machine",
        HelpName = "PATH",
    };

    public void AddTo(Command command)
    {
        command.Add(_people);
        command.Add(_hosts);
        command.Add(_certificate);
    }

    /// <exception cref="CommandException">DG4020 to DG4022: the options do not go together, or the certificate cannot be read.</exception>
    public TeamSettings Read(ParseResult parsed, Uri address)
    {
        string? path = parsed.GetValue(_people);
        string[] hosts = parsed.GetValue(_hosts)!;
        string? certificate = parsed.GetValue(_certificate);
        if (string.IsNullOrEmpty(path))
        {
            if (hosts.Length > 0 || certificate is not null) throw new CommandException("DG4020", "--host and --certificate are for a team's desk: give --people too, so that those who come from elsewhere sign in");
            if (!address.IsLoopback) throw new CommandException("DG4011", $"'{address}' is no address of this machine; without --people the desk is for the one who sits at it. Example: http://127.0.0.1:5077");
            return new(null, [], null);
        }

        if (!address.IsLoopback && address.Scheme != Uri.UriSchemeHttps)
            throw new CommandException("DG4021", $"passwords would travel to {address} in the clear: serve https with --certificate, or serve at http://127.0.0.1:5077 behind a proxy on this machine that ends TLS");
        if (address.Scheme == Uri.UriSchemeHttps && certificate is null)
            throw new CommandException("DG4021", $"to serve {address} give --certificate, a PEM file with certificate and key");
        return new(PeopleFile.OpenOrCreate(path, SystemClock.Instance), [.. hosts], certificate is null ? null : Load(certificate));
    }

    private static X509Certificate2 Load(string path)
    {
        try
        {
            return X509Certificate2.CreateFromPemFile(path);
        }
        catch (Exception fault) when (fault is CryptographicException or IOException or UnauthorizedAccessException)
        {
            throw new CommandException("DG4022", $"{path} holds no certificate with its key in PEM ({fault.Message})");
        }
    }
}

/// <summary>Who may sign in, under which names the desk answers, and with which certificate. The file is closed by whoever asked for it.</summary>
internal sealed record TeamSettings(PeopleFile? People, ImmutableArray<string> Hosts, X509Certificate2? Certificate) : IDisposable
{
    public void Dispose()
    {
        People?.Dispose();
        Certificate?.Dispose();
    }
}
