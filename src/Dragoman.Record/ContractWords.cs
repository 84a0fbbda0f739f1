namespace Dragoman.Record;

/// <summary>The spelling of enumerated values in the contract: <c>ceasefire</c>, <c>organisation</c>, <c>DATE</c>.</summary>
public static class ContractWords
{
    /// <summary>The word of any enumerated value.</summary>
    public static string WordOf<T>(T value)
        where T : struct, Enum => value is TimexType type ? type.Word() : Lower(value.ToString());

    public static string Word(this RegionKind kind) => Lower(kind.ToString());

    public static string Word(this ActorKind kind) => Lower(kind.ToString());

    public static string Word(this MentionForm form) => Lower(form.ToString());

    public static string Word(this QuotationMode mode) => Lower(mode.ToString());

    public static string Word(this FindingKind kind) => Lower(kind.ToString());

    public static string Word(this Factuality factuality) => Lower(factuality.ToString());

    /// <summary>TIMEX3 writes its types in capitals.</summary>
    public static string Word(this TimexType type) => string.Create(type.ToString().Length, type.ToString(), static (to, name) =>
    {
        for (int i = 0; i < name.Length; i++) to[i] = (char)(name[i] & ~0x20);
    });

    /// <summary>The enumerated value of a contract word.</summary>
    /// <exception cref="FormatException">No such word.</exception>
    public static T Parse<T>(string word)
        where T : struct, Enum
    {
        foreach (T value in Enum.GetValues<T>())
            if (value.ToString().Equals(word, StringComparison.OrdinalIgnoreCase)) return value;
        throw new FormatException($"'{word}' is not a {typeof(T).Name}; it must be one of: {string.Join(", ", Enum.GetNames<T>().Select(Lower))}");
    }

    private static string Lower(string name) => string.Create(name.Length, name, static (to, from) =>
    {
        for (int i = 0; i < from.Length; i++) to[i] = char.IsAsciiLetterUpper(from[i]) ? (char)(from[i] | 0x20) : from[i];
    });
}
