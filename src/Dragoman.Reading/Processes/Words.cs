using System.Collections.Immutable;
using Dragoman.Language.Packs;
using Dragoman.Record;
using Dragoman.Record.Processes;
using Dragoman.Record.Views.Boards;

namespace Dragoman.Reading.Processes;

/// <summary>Reads the small values of process files.</summary>
internal static class Words
{
    /// <summary>A word of an enumeration; a problem and <paramref name="otherwise"/> if it is none.</summary>
    public static T Read<T>(YamlData value, T otherwise)
        where T : struct, Enum
    {
        foreach (T known in Enum.GetValues<T>())
            if (ContractWords.WordOf(known) == value.Text) return known;
        value.Report("DG1121", $"'{value.Text}' is not known here; write {string.Join(", ", Enum.GetValues<T>().Select(ContractWords.WordOf))}");
        return otherwise;
    }

    /// <summary>Words by language: <c>{ en: [truce, ceasefire] }</c>.</summary>
    public static Wording Wording(YamlData? map)
    {
        if (map is null) return Record.Processes.Wording.None;
        List<KeyValuePair<string, ImmutableArray<string>>> found = [];
        foreach ((string language, YamlData list) in map.Pairs)
        {
            ImmutableArray<string> words = [.. list.Items.Select(item => item.Text)];
            if (words.Any(word => WordPattern.Fold(word).Count == 0)) list.Report("DG1122", "a word or name needs at least one letter");
            found.Add(new(language, words));
        }

        return new(found);
    }
}
