using System.Collections.Immutable;

namespace Dragoman.Desk.Room;

public enum AmendFieldType
{
    /// <summary>Any number of the document's actors.</summary>
    Actors,

    /// <summary>One actor, or none.</summary>
    Actor,

    /// <summary>One of several choices, or none.</summary>
    Choice,

    /// <summary>Words of the document.</summary>
    Words,

    /// <summary>What the reviewer writes.</summary>
    Line,
}

/// <summary>A choice of a field; <paramref name="Hint"/> says more about it.</summary>
public sealed record AmendOption(string Value, string Label, string? Hint = null);

/// <summary>A field of the form that amends a record.</summary>
/// <param name="Name">Name of the form's control.</param>
/// <param name="Label">For people.</param>
public sealed record AmendField(string Name, string Label, AmendFieldType Type)
{
    /// <summary>What is filled in: actor ids, the chosen word, the words.</summary>
    public ImmutableArray<string> Values { get; init; } = [];

    /// <summary>Where the words stand, as <c>START-END</c>.</summary>
    public string? At { get; init; }

    /// <summary>The name of somebody whom the list lacks.</summary>
    public string? Typed { get; init; }

    public ImmutableArray<AmendOption> Options { get; init; } = [];

    /// <summary>How the value is written.</summary>
    public string? Hint { get; init; }

    /// <summary>Why the value cannot be taken.</summary>
    public string? Problem { get; init; }

    public string? Value => Values.IsDefaultOrEmpty ? null : Values[0];

    /// <summary>Names of the controls beside the main one.</summary>
    public string AtName => Name + ".at";

    public string AddName => Name + ".add";

    public string TypedName => Name + ".name";
}
