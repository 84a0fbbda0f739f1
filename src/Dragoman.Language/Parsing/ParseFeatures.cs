using Dragoman.Language.Models;

namespace Dragoman.Language.Parsing;

/// <summary>
/// The features of a parse state, after Zhang &amp; Nivre (2011): words, tags and relations of the top of the stack (s), the buffer (n)
/// and their relatives; for training and inference alike.
/// </summary>
internal static class ParseFeatures
{
    /// <summary>An upper bound of the number of features of a state.</summary>
    public const int Maximum = 96;

    private const uint None = 0xFFFF;
    private const int FarthestDistance = 7;

    public static int Of(SentenceDraft draft, Configuration state, Span<uint> keys)
    {
        FeatureList features = new(keys);
        int s = state.Top(0);
        int n = state.Next;
        AddSingles(ref features, draft, s, n);
        AddPairs(ref features, draft, state.Top(1), s, n);
        AddShape(ref features, draft, state, s, n);
        AddRelatives(ref features, draft, state, s, n);
        AddFamilies(ref features, draft, state, s, n);
        return features.Count;
    }

    private static void AddSingles(ref FeatureList features, SentenceDraft draft, int s, int n)
    {
        features.Add();
        AddWord(ref features, draft, s);
        AddWord(ref features, draft, n);
        AddWord(ref features, draft, n + 1);
        features.Add(Word(draft, n + 2), Tag(draft, n + 2));
        features.Add(Tag(draft, n + 2));
    }

    private static void AddWord(ref FeatureList features, SentenceDraft draft, int i)
    {
        features.Add(Word(draft, i), Tag(draft, i));
        features.Add(Word(draft, i));
        features.Add(Tag(draft, i));
    }

    private static void AddPairs(ref FeatureList features, SentenceDraft draft, int s1, int s, int n)
    {
        uint sw = Word(draft, s);
        uint st = Tag(draft, s);
        uint nw = Word(draft, n);
        uint nt = Tag(draft, n);
        uint n1t = Tag(draft, n + 1);
        uint n2t = Tag(draft, n + 2);
        uint s1t = Tag(draft, s1);
        features.Add(StableHash.Add(sw, st), StableHash.Add(nw, nt));
        features.Add(StableHash.Add(sw, st), nw);
        features.Add(sw, nw, nt);
        features.Add(sw, st, nt);
        features.Add(st, nw, nt);
        features.Add(sw, nw);
        features.Add(st, nt);
        features.Add(nt, n1t);
        features.Add(nt, n1t, n2t);
        features.Add(st, nt, n1t);
        features.Add(st, nt, StableHash.Add(n1t, n2t));
        features.Add(s1t, Word(draft, s1));
        features.Add(s1t, st);
        features.Add(s1t, st, nt);
        features.Add(Word(draft, s1), sw, nt);
        features.Add(Suffix(draft, s), Suffix(draft, n));
        features.Add(st, nt, Tag(draft, n - 1));
        features.Add(st, Tag(draft, s + 1), nt);
        features.Add(Tag(draft, s - 1), st, nt);
    }

    private static void AddShape(ref FeatureList features, SentenceDraft draft, Configuration state, int s, int n)
    {
        uint sw = Word(draft, s);
        uint st = Tag(draft, s);
        uint nw = Word(draft, n);
        uint nt = Tag(draft, n);
        uint distance = s < 0 ? 0 : (uint)Math.Min(n - s, FarthestDistance);
        uint sl = Label(state, s);
        uint leftOfN = (uint)Math.Min(state.LeftCount[n], 3);
        uint leftOfS = s < 0 ? 4 : (uint)Math.Min(state.LeftCount[s], 3);
        uint rightOfS = s < 0 ? 4 : (uint)Math.Min(state.RightCount[s], 3);

        features.Add(sw, distance);
        features.Add(st, distance);
        features.Add(nw, distance);
        features.Add(nt, distance);
        features.Add(sw, nw, distance);
        features.Add(st, nt, distance);
        features.Add(sw, rightOfS);
        features.Add(st, rightOfS);
        features.Add(sw, leftOfS);
        features.Add(st, leftOfS);
        features.Add(nw, leftOfN);
        features.Add(nt, leftOfN);
        features.Add(st, nt, (rightOfS * 16) + leftOfN);
        features.Add(sl);
        features.Add(sl, st, nt);
        features.Add(sl, sw);
        features.Add(sl, Label(state, state.Top(1)), nt);
        features.Add(sl, Label(state, Left(state, n)), st);
    }

    private static void AddRelatives(ref FeatureList features, SentenceDraft draft, Configuration state, int s, int n)
    {
        uint st = Tag(draft, s);
        uint nt = Tag(draft, n);
        int head = Head(state, s);
        int sLeft = Left(state, s);
        int sRight = Right(state, s);
        int nLeft = Left(state, n);
        int sLeft2 = s < 0 ? -1 : state.Left2[s];
        int sRight2 = s < 0 ? -1 : state.Right2[s];
        int nLeft2 = state.Left2[n];
        AddRelative(ref features, draft, state, head);
        AddRelative(ref features, draft, state, sLeft);
        AddRelative(ref features, draft, state, sRight);
        AddRelative(ref features, draft, state, nLeft);
        features.Add(Tag(draft, Head(state, head)), Tag(draft, head), st);
        features.Add(Tag(draft, sLeft2), Label(state, sLeft2));
        features.Add(Tag(draft, sRight2), Label(state, sRight2));
        features.Add(Tag(draft, nLeft2), Label(state, nLeft2));
        features.Add(st, nt, Tag(draft, head));
        features.Add(st, nt, Tag(draft, sLeft));
        features.Add(st, nt, Tag(draft, sRight));
        features.Add(st, nt, Tag(draft, nLeft));
        features.Add(st, Tag(draft, sLeft), Tag(draft, sLeft2));
        features.Add(st, Tag(draft, sRight), Tag(draft, sRight2));
        features.Add(nt, Tag(draft, nLeft), Tag(draft, nLeft2));
    }

    private static void AddFamilies(ref FeatureList features, SentenceDraft draft, Configuration state, int s, int n)
    {
        uint st = Tag(draft, s);
        uint nt = Tag(draft, n);
        int sLeft = Left(state, s);
        int sRight = Right(state, s);
        int nLeft = Left(state, n);
        features.Add(st, Label(state, sLeft), Label(state, sRight));
        features.Add(Word(draft, s), Label(state, sLeft), Label(state, sRight));
        features.Add(st, Label(state, sRight), nt);
        features.Add(Word(draft, s), Word(draft, sRight), nt);
        features.Add(Word(draft, Head(state, s)), Word(draft, n), nt);
        features.Add(Word(draft, nLeft), Word(draft, n), st);
        features.Add(nt, Label(state, nLeft), st);
    }

    private static void AddRelative(ref FeatureList features, SentenceDraft draft, Configuration state, int word)
    {
        uint tag = Tag(draft, word);
        features.Add(Word(draft, word), tag);
        features.Add(tag, Label(state, word));
    }

    private static uint Word(SentenceDraft draft, int i) => (uint)i < (uint)draft.Count ? draft.Hashes[i].Form : i < 0 ? 0u : 2u;

    private static uint Suffix(SentenceDraft draft, int i) => (uint)i < (uint)draft.Count ? draft.Hashes[i].Suffix3 : i < 0 ? 0u : 2u;

    private static uint Tag(SentenceDraft draft, int i) => (uint)i < (uint)draft.Count ? (uint)draft.Pairs[i] : i < 0 ? None : None + 1;

    private static uint Label(Configuration state, int i) => i < 0 ? None : (uint)state.Labels[i];

    private static int Head(Configuration state, int i) => i < 0 ? -1 : state.Heads[i];

    private static int Left(Configuration state, int i) => i < 0 ? -1 : state.Left1[i];

    private static int Right(Configuration state, int i) => i < 0 ? -1 : state.Right1[i];
}
