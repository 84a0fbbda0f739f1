using System.Collections.Immutable;

namespace Dragoman.Language.Training;

/// <summary>What a line of a CoNLL-U sentence describes.</summary>
public enum ConlluRowKind
{
    /// <summary>A syntactic word, id <c>7</c>.</summary>
    Word,

    /// <summary>The surface form of several words, id <c>7-8</c>.</summary>
    Range,

    /// <summary>A word of the enhanced graph only, id <c>7.1</c>.</summary>
    Empty,
}

/// <summary>A line of a CoNLL-U sentence: its ten columns verbatim (<c>_</c> included).</summary>
public sealed record ConlluRow
{
    public required ConlluRowKind Kind { get; init; }

    public required string Id { get; init; }

    public required string Form { get; init; }

    public string Lemma { get; init; } = "_";

    public string Upos { get; init; } = "_";

    public string Xpos { get; init; } = "_";

    public string Feats { get; init; } = "_";

    /// <summary>The head column: the number of a word, 0 for the root, or <c>_</c>.</summary>
    public string HeadColumn { get; init; } = "_";

    public string Deprel { get; init; } = "_";

    public string Deps { get; init; } = "_";

    public string Misc { get; init; } = "_";

    /// <summary>The number of the word, from 1; of a range or an empty node the number before <c>-</c> or <c>.</c>.</summary>
    public required int First { get; init; }

    /// <summary>The number of the last word of a range; otherwise <see cref="First"/>.</summary>
    public required int Last { get; init; }

    /// <summary>The number of the head, 0 for the root; −1 if the column holds none.</summary>
    public required int Head { get; init; }

    /// <summary>Whether white space follows in the text; says nothing on a word inside a range.</summary>
    public bool SpaceAfter => Attribute("SpaceAfter") != "No";

    /// <summary>The value of a <c>Key=Value</c> of the MISC column, or null.</summary>
    public string? Attribute(string key)
    {
        foreach (string part in Misc.Split('|'))
            if (part.Length > key.Length && part[key.Length] == '=' && part.StartsWith(key, StringComparison.Ordinal)) return part[(key.Length + 1)..];
        return null;
    }
}

/// <summary>A sentence of a CoNLL-U file, complete: what was read is written again byte for byte.</summary>
public sealed class ConlluSentence
{
    public ConlluSentence(ImmutableArray<string> comments, ImmutableArray<ConlluRow> rows)
    {
        Comments = comments;
        Rows = rows;
        Words = [.. rows.Where(row => row.Kind == ConlluRowKind.Word)];
        Ranges = [.. rows.Where(row => row.Kind == ConlluRowKind.Range)];
    }

    /// <summary>The comment lines before the sentence, each with its <c>#</c>.</summary>
    public ImmutableArray<string> Comments { get; }

    /// <summary>All lines in file order: words, ranges, empty nodes.</summary>
    public ImmutableArray<ConlluRow> Rows { get; }

    /// <summary>The syntactic words; word number n is <c>Words[n - 1]</c>.</summary>
    public ImmutableArray<ConlluRow> Words { get; }

    /// <summary>The ranges (contractions written as one token), in text order.</summary>
    public ImmutableArray<ConlluRow> Ranges { get; }

    public string? Id => Comment("sent_id");

    public string? Text => Comment("text");

    public bool StartsDocument => Marks("newdoc");

    public bool StartsParagraph => StartsDocument || Marks("newpar");

    /// <summary>The value of a comment <c># key = value</c>, or null.</summary>
    public string? Comment(string key)
    {
        foreach (string comment in Comments)
        {
            ReadOnlySpan<char> rest = comment.AsSpan(1).TrimStart();
            if (!rest.StartsWith(key, StringComparison.Ordinal)) continue;
            rest = rest[key.Length..].TrimStart();
            if (rest.Length > 0 && rest[0] == '=') return rest[1..].Trim().ToString();
        }

        return null;
    }

    private bool Marks(string word)
    {
        foreach (string comment in Comments)
        {
            ReadOnlySpan<char> rest = comment.AsSpan(1).TrimStart();
            if (rest.StartsWith(word, StringComparison.Ordinal) && (rest.Length == word.Length || rest[word.Length] is ' ' or '=')) return true;
        }

        return false;
    }
}
