namespace Dragoman.Language;

/// <summary>A syntactic word of Universal Dependencies with its analysis. Strings are interned by the model that gave them.</summary>
public readonly record struct Token
{
    /// <summary>Where the word stands. The words of a contraction have their own parts: <c>do|n't</c>.</summary>
    public required TextSpan Span { get; init; }

    public required string Form { get; init; }

    public required Upos Upos { get; init; }

    /// <summary>The treebank's own tag (Penn tags for English), or empty.</summary>
    public string Xpos { get; init; }

    /// <summary>Morphological features as UD writes them, <c>Mood=Ind|Tense=Past</c>, or empty.</summary>
    public string Feats { get; init; }

    public required string Lemma { get; init; }

    /// <summary>Index in <see cref="AnnotatedDocument.Tokens"/> of the word this one depends on; −1 for the root of a sentence.</summary>
    public required int Head { get; init; }

    /// <summary>The relation to the head with its subtype, as UD writes it: <c>nsubj:pass</c>.</summary>
    public required string Deprel { get; init; }

    /// <summary>Whether this word is joined to the one before it in one orthographic token (<c>n't</c> of <c>don't</c>).</summary>
    public bool JoinedToPrevious { get; init; }

    /// <summary>The relation without its subtype: <c>nsubj</c> of <c>nsubj:pass</c>.</summary>
    public ReadOnlySpan<char> Relation
    {
        get
        {
            int colon = Deprel.IndexOf(':', StringComparison.Ordinal);
            return colon < 0 ? Deprel : Deprel.AsSpan(0, colon);
        }
    }

    /// <summary>Whether <see cref="Feats"/> holds this pair, for example <c>Voice=Pass</c>.</summary>
    public bool HasFeature(ReadOnlySpan<char> pair)
    {
        ReadOnlySpan<char> feats = Feats;
        foreach (Range part in feats.Split('|'))
            if (feats[part].SequenceEqual(pair)) return true;
        return false;
    }
}

/// <summary>A sentence: the tokens <c>[First, End)</c> of the document, and the block of text that it lies in.</summary>
/// <param name="First">Index of its first token.</param>
/// <param name="End">Index after its last token.</param>
/// <param name="Block">Index of the block (of those given to the annotator) that holds it.</param>
public readonly record struct Sentence(int First, int End, int Block)
{
    public int Length => End - First;

    public bool Contains(int token) => First <= token && token < End;
}

/// <summary>What kind of thing a name names.</summary>
public enum NameType
{
    Person, Organisation, Place, Group, Event, Other,
}

/// <summary>A name found in the text: the tokens <c>[First, End)</c>.</summary>
public readonly record struct Name(int First, int End, NameType Type);
