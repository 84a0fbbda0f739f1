using System.Collections.Immutable;
using System.Net;
using System.Net.Sockets;

namespace Dragoman.Desk.PutIn;

/// <summary>Tells the addresses of the public internet from those of this machine, its networks and everything else that is nobody's web site (IANA's special-purpose registries).</summary>
public static class PublicAddresses
{
    private static readonly ImmutableArray<IPNetwork> Special =
    [
        .. new[]
        {
            "0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12", "192.0.0.0/24", "192.0.2.0/24", "192.88.99.0/24",
            "192.168.0.0/16", "198.18.0.0/15", "198.51.100.0/24", "203.0.113.0/24", "224.0.0.0/4", "240.0.0.0/4",
            "2001::/23", "2001:db8::/32", "2002::/16", "3fff::/20",
        }.Select(network => IPNetwork.Parse(network)),
    ];

    private static readonly IPNetwork GlobalUnicast = IPNetwork.Parse("2000::/3");

    public static bool Contain(IPAddress address)
    {
        ArgumentNullException.ThrowIfNull(address);
        IPAddress plain = address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;
        bool isPlausible = plain.AddressFamily == AddressFamily.InterNetwork || (GlobalUnicast.Contains(plain) && plain.ScopeId == 0);
        return isPlausible && !Special.Any(network => network.BaseAddress.AddressFamily == plain.AddressFamily && network.Contains(plain));
    }
}
