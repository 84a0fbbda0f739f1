namespace Dragoman.Record.Entries;

/// <summary>A person corrects what the reader took the document to be. It holds for every later reading; null leaves what was said before.</summary>
public sealed record DocumentCorrected : Entry
{
    /// <summary>EDTF / ISO 8601, as precise as known.</summary>
    public string? Published { get; init; }

    /// <summary>BCP 47.</summary>
    public string? Language { get; init; }

    public string? Title { get; init; }

    public string? Outlet { get; init; }

    /// <summary>This correction with a later one over it.</summary>
    public DocumentCorrected With(DocumentCorrected later) => later with
    {
        Published = later.Published ?? Published,
        Language = later.Language ?? Language,
        Title = later.Title ?? Title,
        Outlet = later.Outlet ?? Outlet,
    };
}

/// <summary>A person says how far the work on a document is, whatever is decided about its records.</summary>
public sealed record WorkMarked : Entry
{
    public required WorkState Work { get; init; }
}

/// <summary>How far the work on a document is.</summary>
public enum WorkState
{
    /// <summary>Nobody has decided anything about it.</summary>
    Unread,

    Begun,

    Done,
}
