using System.Globalization;
using System.Text.Json;

namespace Dragoman.Desk.PutIn;

/// <summary>
/// A folder where what was put in waits until it is read: a desk that is stopped or killed reads it when it opens again. Each parcel is two files,
/// NUMBER.json with what was said about it and NUMBER.bin with its bytes; the first is written last, so that a parcel is there whole or not at all.
/// </summary>
public sealed class Spool
{
    private readonly string _folder;
    private long _last;

    public Spool(string folder)
    {
        _folder = folder;
        _last = Numbers().DefaultIfEmpty(0).Max();
    }

    /// <summary>Numbers of the parcels that wait, in order of arrival.</summary>
    public IEnumerable<long> Numbers() => !Directory.Exists(_folder) ? [] : Directory.GetFiles(_folder, "*.json")
        .Select(file => long.TryParse(Path.GetFileNameWithoutExtension(file), NumberStyles.None, CultureInfo.InvariantCulture, out long number) ? number : 0)
        .Where(number => number > 0).Order();

    /// <returns>The parcel's number.</returns>
    public long Put(Parcel parcel, ReadOnlySpan<byte> bytes)
    {
        Directory.CreateDirectory(_folder);
        long number = Interlocked.Increment(ref _last);
        File.WriteAllBytes(PathOf(number, "bin"), bytes);
        string draft = PathOf(number, "part");
        File.WriteAllBytes(draft, JsonSerializer.SerializeToUtf8Bytes(parcel));
        File.Move(draft, PathOf(number, "json"));
        return number;
    }

    /// <summary>The parcel and its bytes; null if it is not there, or is no parcel.</summary>
    public (Parcel Parcel, byte[] Bytes)? Get(long number)
    {
        try
        {
            return JsonSerializer.Deserialize<Parcel>(File.ReadAllBytes(PathOf(number, "json"))) is { } parcel ? (parcel, File.ReadAllBytes(PathOf(number, "bin"))) : null;
        }
        catch (Exception fault) when (fault is IOException or JsonException)
        {
            return null;
        }
    }

    public void Remove(long number)
    {
        foreach (string ending in new[] { "json", "bin" }) File.Delete(PathOf(number, ending));
    }

    private string PathOf(long number, string ending) => Path.Combine(_folder, string.Create(CultureInfo.InvariantCulture, $"{number:D6}.{ending}"));
}
