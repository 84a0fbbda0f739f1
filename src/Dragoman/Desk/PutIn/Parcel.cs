using Dragoman.Reading.Intake;

namespace Dragoman.Desk.PutIn;

/// <summary>Something that was put in: the bytes of a file or of pasted text, or an address to fetch; with what was said about it.</summary>
public sealed record Parcel
{
    /// <summary>The file's name, the address, or how the text begins.</summary>
    public required string Source { get; init; }

    /// <summary>Null for an address: the site tells it.</summary>
    public InputFormat? Format { get; init; }

    /// <summary>The address to fetch; null for bytes.</summary>
    public string? Address { get; init; }

    public string? Title { get; init; }

    public string? Outlet { get; init; }

    public string? Url { get; init; }

    public string? Published { get; init; }

    public string? Language { get; init; }

    /// <summary>What was said about it goes before what the document says of itself.</summary>
    public Article Described(Article article) => article with
    {
        Title = Title ?? article.Title,
        Outlet = Outlet ?? article.Outlet,
        Url = Url ?? article.Url,
        Published = Published ?? article.Published,
        Language = Language ?? article.Language,
    };
}
