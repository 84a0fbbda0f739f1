using Dragoman.Record.Entries;

namespace Dragoman.Record.Linking;

/// <summary>A proposal of the program that two things belong together, with its reason. Nothing is merged by it.</summary>
/// <param name="Relation">How they belong together.</param>
/// <param name="From">The one in the document filed later, or the one that acts on the other.</param>
/// <param name="To">The other end.</param>
/// <param name="Why">What it rests on, for people.</param>
/// <param name="IsPossible">Whether the signs allow it without being enough.</param>
public sealed record Link(LinkRelation Relation, LinkEnd From, LinkEnd To, string Why, bool IsPossible = false)
{
    private string? _id;

    /// <summary>As <see cref="LinkId"/> makes it.</summary>
    public string Id => _id ??= LinkId.Of(Relation, From, To);

    public bool Joins(string recordId) => From.Record == recordId || To.Record == recordId;

    /// <summary>The other end of a link of this record.</summary>
    public LinkEnd Across(string recordId) => From.Record == recordId ? To : From;
}
