using System.Collections.Immutable;
using Dragoman.Record;
using Dragoman.Record.Views.Boards;

namespace Dragoman.Desk.Boards;

/// <summary>What comes from a form or an address.</summary>
internal static class FormWords
{
    /// <summary>The records that a form's boxes cite, those that there are.</summary>
    public static ImmutableArray<string> CitesOf(IFormCollection form, Board board) =>
        [.. form["cites"].OfType<string>().Where(id => board.Find(id) is not null).Distinct(StringComparer.Ordinal)];

    /// <summary>Null where nothing was written.</summary>
    public static string? TextOf(string? field) => string.IsNullOrWhiteSpace(field) ? null : field.Trim();

    /// <summary>Null where the word is missing or none of them.</summary>
    public static T? Find<T>(string? word)
        where T : struct, Enum
    {
        foreach (T value in Enum.GetValues<T>())
            if (ContractWords.WordOf(value) == word) return value;
        return null;
    }
}
