using Dragoman.Language.Models;

namespace Dragoman.Language.Parsing;

/// <summary>
/// A sentence while it is analysed: its forms, what has been found out about each of them so far, and the hashes that features are
/// made of. One draft serves many sentences in turn; it belongs to one thread.
/// </summary>
internal sealed class SentenceDraft
{
    public int Count { get; private set; }

    public string[] Forms { get; private set; } = [];

    public WordHashes[] Hashes { get; private set; } = [];

    /// <summary>Number of the tag pair (UPOS with XPOS) of a word, of the tagger's own labels.</summary>
    public int[] Pairs { get; private set; } = [];

    public Upos[] Upos { get; private set; } = [];

    public string[] Xpos { get; private set; } = [];

    public string[] Feats { get; private set; } = [];

    public string[] Lemmas { get; private set; } = [];

    /// <summary>Index of the head in the sentence; −1 for the root.</summary>
    public int[] Heads { get; private set; } = [];

    public string[] Deprels { get; private set; } = [];

    /// <summary>Whether nearly every longer word is capitalised, as in a headline.</summary>
    public bool IsTitleCase { get; private set; }

    /// <summary>Starts a new sentence of so many words, all of them unknown.</summary>
    public void Start(int count)
    {
        Count = count;
        if (Forms.Length >= count) return;
        int size = Math.Max(64, count * 2);
        Forms = new string[size];
        Hashes = new WordHashes[size];
        Pairs = new int[size];
        Upos = new Upos[size];
        Xpos = new string[size];
        Feats = new string[size];
        Lemmas = new string[size];
        Heads = new int[size];
        Deprels = new string[size];
    }

    /// <summary>Computes the hashes once all forms are set.</summary>
    public void Hash(Casing casing)
    {
        int longer = 0;
        int capitalised = 0;
        for (int i = 0; i < Count; i++)
        {
            string form = Forms[i];
            Hashes[i] = WordHashes.Of(form, casing);
            if (form.Length < 4 || !char.IsLetter(form[0])) continue;
            longer++;
            if (char.IsUpper(form[0])) capitalised++;
        }

        IsTitleCase = longer >= 3 && capitalised * 5 >= longer * 4;
    }
}
