using System.Buffers.Binary;
using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Dragoman.Record.Views;

/// <summary>
/// Folds findings that say the same: equal in kind and in every filled slot but those of free words, with at least one actor and one
/// other slot filled. What is not equal is never folded: two figures for one thing stay two.
/// </summary>
public static class RepeatFolder
{
    /// <summary>Each group by its first finding, the others as its <see cref="CitedRecord.Repeats"/>; in order of the firsts.</summary>
    public static ImmutableArray<CitedRecord> Fold(IEnumerable<CitedRecord> findings) =>
        [.. findings.GroupBy(KeyOf, StringComparer.Ordinal).Select(same => same.First() with { Repeats = [.. same.Skip(1)] })];

    /// <summary>128 bits of the SHA-256 of <see cref="KeyOf"/>: what an index of many findings keeps.</summary>
    internal static UInt128 HashOf(CitedRecord record) => BinaryPrimitives.ReadUInt128BigEndian(SHA256.HashData(Encoding.UTF8.GetBytes(KeyOf(record))));

    internal static string KeyOf(CitedRecord record)
    {
        StringBuilder key = new(record.Kind);
        bool hasActor = false;
        bool hasOther = false;
        foreach (Slot slot in record.Finding!.Slots)
        {
            string? value = ValueOf(record, slot);
            if (value is null) continue;
            hasActor |= slot.Value is SlotValue.Actors;
            hasOther |= slot.Value is not SlotValue.Actors;
            key.Append('\n').Append(slot.Name).Append('=').Append(value);
        }

        return hasActor && hasOther ? key.Append('\n').Append(record.Finding.Factuality).ToString() : record.Document.Id + "\n" + record.Record.Id;
    }

    private static string? ValueOf(CitedRecord record, Slot slot) => slot.Value switch
    {
        SlotValue.Actors => string.Join('|', record.Actors(slot.Name).Select(ActorKey.Of).Distinct().Order(StringComparer.Ordinal)),
        SlotValue.Time => record.Time(slot.Name) is { } time ? time.Value ?? "?" + time.Place.Words : null,
        SlotValue.Word word => word.Value,
        SlotValue.Number number => number.Value.ToString(CultureInfo.InvariantCulture),
        _ => null,
    };
}

/// <summary>What holds an actor together across documents: its id in the world data, or else kind and name, letter by letter.</summary>
public static class ActorKey
{
    public static string Of(Actor actor) => actor.World is { } world ? "world:" + world : actor.Kind.Word() + ":" + actor.Name;
}
