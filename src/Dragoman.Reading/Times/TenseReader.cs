using Dragoman.Language;
using Dragoman.Reading.Times.Patterns;
using Dragoman.Reading.Times.Values;

namespace Dragoman.Reading.Times;

/// <summary>
/// Tells whether the clause around an expression speaks of the past or the future: by the verb that governs it where there is a tree, else by the nearest
/// word that marks a tense (<c>words.tsv</c>, class <c>tense</c>; <c>*ed</c> stands for all words that end so).
/// </summary>
internal sealed class TenseReader
{
    private const int Before = 12; // atoms to look at on either side
    private const int After = 10;
    private readonly Lexicon _lexicon;
    private readonly int _tense;
    private readonly (string Ending, Tense Tense)[] _endings;
    private readonly int[] _stops;

    public TenseReader(Lexicon lexicon)
    {
        _lexicon = lexicon;
        _tense = lexicon.ClassOf("tense");
        int endings = lexicon.ClassOf("tense-ending");
        int stops = lexicon.ClassOf("sentence-end");
        LexiconEntry[] entries = [.. Enumerable.Range(0, lexicon.Count).SelectMany(lexicon.EntriesOf)];
        _endings = [.. entries.Where(entry => entry.Class == endings).Select(entry => (lexicon.WordOf(entry.Words[0]), TenseOf(entry.Value)))];
        _stops = [.. entries.Where(entry => entry.Class == stops).Select(entry => entry.Words[0])];
    }

    /// <param name="document">The document, with or without trees.</param>
    /// <param name="atoms">Its atoms.</param>
    /// <param name="first">First atom of the expression.</param>
    /// <param name="end">After its last atom.</param>
    public Tense Read(AnnotatedDocument document, Atom[] atoms, int first, int end)
    {
        Tense byTree = ByTree(document, atoms[first].Span.Start);
        return byTree != Tense.Unknown ? byTree : ByWords(document.Document.Text, atoms, first, end);
    }

    private Tense ByTree(AnnotatedDocument document, int offset)
    {
        int token = document.TokenAt(offset);
        if (token >= document.Tokens.Length || document.Tokens[token].Head < 0) return Tense.Unknown;
        for (int verb = document.Tokens[token].Head; verb >= 0; verb = document.Tokens[verb].Head)
        {
            if (document.Tokens[verb].Upos is not (Upos.VERB or Upos.AUX) && document.Child(verb, "cop") < 0) continue;
            Tense tense = OfVerb(document, verb);
            if (tense != Tense.Unknown) return tense;
            if (verb == document.Tokens[token].Head && IsSchedule(document.Tokens[verb])) return Tense.Future;
        }

        return Tense.Unknown;
    }

    /// <summary>A verb in the present with a time of its own tells what is arranged: they meet on Friday.</summary>
    private static bool IsSchedule(Token verb) => verb.Upos == Upos.VERB && verb.HasFeature("Tense=Pres") && !verb.HasFeature("VerbForm=Part");

    private Tense OfVerb(AnnotatedDocument document, int verb)
    {
        Tense tense = OfToken(document.Tokens[verb]);
        foreach (int child in document.Children(verb))
        {
            if (document.Tokens[child].Relation is not ("aux" or "cop")) continue;
            Tense marked = OfToken(document.Tokens[child]);
            if (marked == Tense.Future) return Tense.Future;
            if (marked == Tense.Past && tense == Tense.Unknown) tense = marked;
        }

        return tense;
    }

    private Tense OfToken(Token token)
    {
        int word = _lexicon.Find(token.Form);
        if (OfWord(word) is var listed && listed != Tense.Unknown) return listed;
        if (token.HasFeature("VerbForm=Part")) return Tense.Unknown;
        return token.HasFeature("Tense=Past") ? Tense.Past : Tense.Unknown;
    }

    private Tense ByWords(string text, Atom[] atoms, int first, int end)
    {
        for (int i = first - 1; i >= Math.Max(0, first - Before) && !IsStop(atoms[i]); i--)
            if (OfAtom(text, atoms[i]) is var tense && tense != Tense.Unknown) return tense;
        for (int i = end; i < Math.Min(atoms.Length, end + After) && !IsStop(atoms[i]); i++)
            if (OfAtom(text, atoms[i]) is var tense && tense != Tense.Unknown) return tense;
        return Tense.Unknown;
    }

    private bool IsStop(Atom atom) => atom.IsBorder || Array.IndexOf(_stops, atom.Word) >= 0;

    private Tense OfAtom(string text, Atom atom)
    {
        if (OfWord(atom.Word) is var listed && listed != Tense.Unknown) return listed;
        ReadOnlySpan<char> form = text.AsSpan(atom.Span.Start, atom.Span.Length);
        foreach ((string ending, Tense tense) in _endings)
            if (form.Length > ending.Length + 2 && form.EndsWith(ending, StringComparison.Ordinal)) return tense;
        return Tense.Unknown;
    }

    private Tense OfWord(int word)
    {
        foreach (LexiconEntry entry in _lexicon.EntriesOf(word))
            if (entry.Class == _tense) return TenseOf(entry.Value);
        return Tense.Unknown;
    }

    private static Tense TenseOf(string value) => value == "future" ? Tense.Future : value == "past" ? Tense.Past : Tense.Unknown;
}
