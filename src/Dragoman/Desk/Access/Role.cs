namespace Dragoman.Desk.Access;

/// <summary>What a person may do at the desk; each role may do what those before it may.</summary>
public enum Role
{
    /// <summary>See everything that the record holds.</summary>
    Reader,

    /// <summary>Decide about records.</summary>
    Coder,

    /// <summary>Put documents in, correct them, resolve, undo.</summary>
    Curator,

    /// <summary>Say who the people are, and see what they did.</summary>
    Administrator,
}

/// <summary>
/// Put on an endpoint (<c>.WithMetadata(new NeedsRole(Role.Curator))</c>): the least role that may use it. Without it, looking needs a
/// <see cref="Role.Reader"/> and changing a <see cref="Role.Coder"/>.
/// </summary>
public sealed record NeedsRole(Role Role)
{
    /// <summary>The least role for a request to this endpoint; null if it is open to anybody (the sign-in page and the assets).</summary>
    public static Role? Of(Endpoint? endpoint, string method)
    {
        if (endpoint?.Metadata.GetMetadata<OpenToAnybody>() is not null) return null;
        return endpoint?.Metadata.GetMetadata<NeedsRole>()?.Role
            ?? (HttpMethods.IsGet(method) || HttpMethods.IsHead(method) ? Role.Reader : Role.Coder);
    }
}

/// <summary>Put on an endpoint that asks for no sign-in.</summary>
public sealed record OpenToAnybody;
