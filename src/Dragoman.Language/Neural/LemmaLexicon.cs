using System.Collections.Immutable;
using System.Runtime.InteropServices;
using Dragoman.Language.Models;

namespace Dragoman.Language.Neural;

/// <summary>The lemma scripts of words as the training data had them, by form and part of speech; capitals tell apart, for a name keeps them.</summary>
internal sealed class LemmaLexicon
{
    private readonly KeyTable _keys;
    private readonly ushort[] _numbers; // of the scripts, by row; row 0 belongs to no word
    private readonly ImmutableArray<EditScript> _scripts;

    private LemmaLexicon(KeyTable keys, ushort[] numbers, ImmutableArray<EditScript> scripts)
    {
        _keys = keys;
        _numbers = numbers;
        _scripts = scripts;
    }

    /// <summary>A lexicon that knows no word.</summary>
    public static LemmaLexicon Empty { get; } = new(new([]), [0], []);

    /// <summary>The script of a word; null if the training data do not have it.</summary>
    public EditScript? Find(ReadOnlySpan<char> form, Upos upos) => _keys[KeyOf(form, upos)] is > 0 and int row ? _scripts[_numbers[row]] : null;

    /// <summary>Learns the lexicon: of each word its most frequent script, the first in ordinal order of equals.</summary>
    public static LemmaLexicon Learn(IEnumerable<(string Form, Upos Upos, string Lemma)> words, Casing casing)
    {
        SortedDictionary<uint, Dictionary<string, int>> counts = [];
        foreach ((string form, Upos upos, string lemma) in words)
        {
            uint key = KeyOf(form, upos);
            if (!counts.TryGetValue(key, out Dictionary<string, int>? scripts)) counts.Add(key, scripts = new(StringComparer.Ordinal));
            string script = EditScript.Between(form, lemma, casing).ToString();
            scripts[script] = scripts.GetValueOrDefault(script) + 1;
        }

        string[] chosen = [.. counts.Values.Select(scripts => scripts.OrderByDescending(pair => pair.Value).ThenBy(pair => pair.Key, StringComparer.Ordinal).First().Key)];
        ImmutableArray<string> names = [.. chosen.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
        return new(new([.. counts.Keys]), [0, .. chosen.Select(name => (ushort)names.BinarySearch(name, StringComparer.Ordinal))], [.. names.Select(name => EditScript.Parse(name)!.Value)]);
    }

    public void Write(BinaryWriter output)
    {
        output.Write(_scripts.Length);
        foreach (EditScript script in _scripts) output.Write(script.ToString());
        output.Write(_keys.Keys.Length);
        output.Write(MemoryMarshal.AsBytes(_keys.Keys.AsSpan()));
        output.Write(MemoryMarshal.AsBytes(_numbers.AsSpan()));
    }

    /// <summary>Reads what <see cref="Write"/> wrote; the caller has made sure that the bytes are whole.</summary>
    public static LemmaLexicon Read(BinaryReader input)
    {
        EditScript[] scripts = new EditScript[input.ReadInt32()];
        for (int i = 0; i < scripts.Length; i++) scripts[i] = EditScript.Parse(input.ReadString()) ?? throw new InvalidDataException("no lemma script");
        uint[] keys = new uint[input.ReadInt32()];
        input.BaseStream.ReadExactly(MemoryMarshal.AsBytes(keys.AsSpan()));
        ushort[] numbers = new ushort[keys.Length + 1];
        input.BaseStream.ReadExactly(MemoryMarshal.AsBytes(numbers.AsSpan()));
        return new(new([.. keys]), numbers, [.. scripts]);
    }

    private static uint KeyOf(ReadOnlySpan<char> form, Upos upos) => StableHash.Add(StableHash.Of(form), (uint)upos + 1);
}
