namespace Dragoman.Language.Training.Neural;

/// <summary>
/// Finds the names in GUM's entity annotation (MISC <c>Entity=(12-person-…</c>, closed by <c>12)</c>): mentions whose head is a proper noun, cut
/// down to the capitalised words around it.
/// </summary>
internal static class GumNames
{
    private const int LongestGap = 2;

    /// <param name="titles">Words that stand before a person's name and are no part of it, in lower case, without a full stop.</param>
    public static IReadOnlyList<AnnotatedName> Find(ConlluSentence sentence, IReadOnlySet<string> titles)
    {
        List<AnnotatedName> names = [];
        foreach ((int first, int end, string type) in Mentions(sentence).OrderByDescending(mention => mention.End - mention.First).ThenBy(mention => mention.First))
        {
            if (NameOf(sentence, first, end, type) is not { } whole || WithoutTitles(sentence, whole, titles) is not { } name) continue;
            if (!names.Exists(other => other.First < name.End && name.First < other.End)) names.Add(name);
        }

        return names;
    }

    private static IEnumerable<(int First, int End, string Type)> Mentions(ConlluSentence sentence)
    {
        List<(int First, string Id, string Type)> open = [];
        for (int word = 0; word < sentence.Words.Length; word++)
        {
            string text = sentence.Words[word].Attribute("Entity") ?? "";
            for (int i = 0; i < text.Length;)
            {
                bool opens = text[i] == '(';
                int start = opens ? i + 1 : i;
                int stop = text.AsSpan(start).IndexOfAny('(', ')');
                stop = stop < 0 ? text.Length : start + stop;
                string[] fields = text[start..stop].Split('-');
                if (opens) open.Add((word, fields[0], fields.Length > 1 ? fields[1] : ""));
                bool closes = stop < text.Length && text[stop] == ')';
                int at = closes ? open.FindLastIndex(mention => mention.Id == fields[0]) : -1;
                if (at >= 0)
                {
                    yield return (open[at].First, word + 1, open[at].Type);
                    open.RemoveAt(at);
                }

                i = closes ? stop + 1 : Math.Max(stop, i + 1);
            }
        }
    }

    /// <summary>The name from its first word that is no title; null if all are.</summary>
    private static AnnotatedName? WithoutTitles(ConlluSentence sentence, AnnotatedName name, IReadOnlySet<string> titles)
    {
        if (name.Types != AnnotatedName.Bit(NameType.Person)) return name;
        int first = name.First;
        while (first < name.End && titles.Contains(Casing.Plain.Fold(sentence.Words[first].Form).TrimEnd('.'))) first++;
        return first < name.End ? name with { First = first } : null;
    }

    private static AnnotatedName? NameOf(ConlluSentence sentence, int first, int end, string type)
    {
        int head = HeadOf(sentence, first, end);
        if (head < 0 || sentence.Words[head].Upos != "PROPN" || TypeOf(type, sentence.Words[head]) is not { } kind) return null;
        if (kind == NameType.Person && sentence.Words[first].Upos == "DET") return null;
        bool gaps = kind is not (NameType.Person or NameType.Group);
        int from = head;
        while (Extend(sentence, first, end, head, from, -1, gaps) is { } further) from = further;
        int last = head;
        while (Extend(sentence, first, end, head, last, 1, gaps) is { } further) last = further;
        return new(from, last + 1, AnnotatedName.Bit(kind));
    }

    /// <summary>The next word of the name from <paramref name="at"/> on, over a short gap if gaps are allowed; null at its border.</summary>
    private static int? Extend(ConlluSentence sentence, int first, int end, int head, int at, int direction, bool gaps)
    {
        for (int distance = 1; distance <= (gaps ? LongestGap + 1 : 1); distance++)
        {
            int word = at + (direction * distance);
            if (word < first || word >= end) return null;
            ConlluRow row = sentence.Words[word];
            if (IsNamePart(row)) return row.Deprel == "conj" && row.Head == head + 1 ? null : word;
            if (row.Upos is not ("ADP" or "DET" or "CCONJ" or "PART")) return null;
        }

        return null;
    }

    private static bool IsNamePart(ConlluRow row) =>
        row.Upos == "PROPN" || (row.Upos is not ("DET" or "ADP" or "PRON") && char.IsUpper(row.Form, 0));

    private static int HeadOf(ConlluSentence sentence, int first, int end)
    {
        for (int word = first; word < end; word++)
        {
            int head = sentence.Words[word].Head - 1;
            if (head < first || head >= end) return word;
        }

        return -1;
    }

    private static NameType? TypeOf(string type, ConlluRow head) => type switch
    {
        "person" => head.Feats.Contains("Number=Plur", StringComparison.Ordinal) ? NameType.Group : NameType.Person,
        "organization" => NameType.Organisation,
        "place" => NameType.Place,
        "event" => NameType.Event,
        "time" => null,
        _ => NameType.Other,
    };
}
