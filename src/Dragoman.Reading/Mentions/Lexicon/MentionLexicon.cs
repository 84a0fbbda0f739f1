using System.Collections.Immutable;
using Dragoman.Language.Packs;

namespace Dragoman.Reading.Mentions.Lexicon;

/// <summary>What a language's pack says of mentions: offices, nouns, pronouns and small words.</summary>
public sealed class MentionLexicon
{
    private const int LongestNoun = 3; // words of the longest phrase in nominals.tsv

    private readonly Dictionary<string, NominalClass> _nominals = new(StringComparer.Ordinal);
    private readonly Dictionary<string, PronounTerm> _pronouns = new(StringComparer.Ordinal);

    private MentionLexicon(MentionWords words) => Words = words;

    public MentionWords Words { get; }

    public PhraseTable<OfficeTerm> Offices { get; } = new();

    /// <summary>Reads <c>offices.tsv nominals.tsv pronouns.tsv mentions.yml</c> of the language's folder.</summary>
    public static MentionLexicon Load(DataFolder data, string language, Problems problems)
    {
        MentionLexicon lexicon = new(MentionWords.Load(data, language, problems));
        foreach (TsvRow row in Tsv.Read(data, $"lang/{language}/offices.tsv", ["phrase", "office", "speaks-for", "covers"], problems))
            if (Word<SpeaksFor>(row, 2, problems) is { } speaksFor) lexicon.AddOffice(row, speaksFor);
        foreach (TsvRow row in Tsv.Read(data, $"lang/{language}/nominals.tsv", ["noun", "class"], problems))
            if (Word<NominalClass>(row, 1, problems) is { } nominal) lexicon._nominals[NameFold.Key(row[0])] = nominal;
        foreach (TsvRow row in Tsv.Read(data, $"lang/{language}/pronouns.tsv", ["form", "person", "number", "gender", "refers-to", "use"], problems))
            if (Word<PronounUse>(row, 5, problems) is { } use) lexicon._pronouns[NameFold.Key(row[0])] = Pronoun(row, use);
        return lexicon;
    }

    /// <summary>The class of the noun that ends before <paramref name="end"/>, by its longest listed phrase that starts at or after <paramref name="first"/>.</summary>
    public NominalClass? ClassEndingAt(FoldedTokens tokens, int first, int end) => NounEndingAt(tokens, first, end)?.Class;

    /// <summary>As <see cref="ClassEndingAt"/>, with where the listed phrase starts.</summary>
    public NounMatch? NounEndingAt(FoldedTokens tokens, int first, int end)
    {
        string lemma = NameFold.Key(tokens.Text.Tokens[end - 1].Lemma ?? "");
        string form = tokens.Key(end - 1);
        for (int start = Math.Max(first, end - LongestNoun); start < end; start++)
        {
            string before = start == end - 1 ? "" : tokens.Key(start, end - 1) + " ";
            if (_nominals.TryGetValue(before + lemma, out NominalClass nominal) || _nominals.TryGetValue(before + form, out nominal)) return new(nominal, start);
        }

        return null;
    }

    public PronounTerm? Pronoun(string foldedForm) => _pronouns.GetValueOrDefault(foldedForm);

    private static PronounTerm Pronoun(TsvRow row, PronounUse use) => new(
        row[1] switch { "1" => 1, "2" => 2, _ => 3 },
        row[2] switch { "singular" => false, "plural" => true, _ => null },
        row[3].Length > 0 ? row[3] : null,
        row[4] switch { "person" => true, "thing" => false, _ => null },
        use);

    private void AddOffice(TsvRow row, SpeaksFor speaksFor)
    {
        ImmutableArray<string> covers = [row[1], .. row[3].Split('|', StringSplitOptions.RemoveEmptyEntries).Where(office => office != row[1])];
        Offices.Add(row[0], new(row[0], row[1], speaksFor, covers));
    }

    private static TEnum? Word<TEnum>(TsvRow row, int column, Problems problems)
        where TEnum : struct, Enum
    {
        foreach (TEnum value in Enum.GetValues<TEnum>())
            if (row[column].Equals(value.ToString(), StringComparison.OrdinalIgnoreCase)) return value;
        problems.Add(row.File, row.Line, row.ColumnOf(column), "DG1105", $"'{row[column]}' is none of {string.Join(", ", Enum.GetNames<TEnum>())}");
        return null;
    }
}
