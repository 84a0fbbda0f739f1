using System.Collections.Immutable;

namespace Dragoman.Storage.Export.Tables;

/// <summary>What a column holds; an empty cell always means that the value is not known or does not apply.</summary>
public enum ColumnType
{
    Text, Number, Date,
}

/// <summary>How a column is treated by those who read a table back.</summary>
public enum ColumnUse
{
    /// <summary>Told from the record; an edit of it is not taken.</summary>
    Shown,

    /// <summary>A slot that a reviewer may amend in a spreadsheet.</summary>
    Editable,

    /// <summary>Who decided when, and which version: no part of what the record says, so left out of comparisons.</summary>
    Bookkeeping,

    /// <summary>Empty, for a reviewer to fill in.</summary>
    Review,
}

/// <summary>A column of a table with its line in the codebook.</summary>
/// <param name="Name">Lower case letters, digits and underscores, at most 32: a variable's name in Stata, R and SQL alike.</param>
/// <param name="Meaning">For the codebook; one sentence.</param>
public sealed record Column(string Name, ColumnType Type, string Meaning)
{
    /// <summary>The values that a coded column may hold.</summary>
    public ImmutableArray<string> Codes { get; init; } = [];

    public ColumnUse Use { get; init; }
}
