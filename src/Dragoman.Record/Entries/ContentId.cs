using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Dragoman.Record.Entries;

/// <summary>Ids made from content alone, so that the same bytes give the same records everywhere.</summary>
public static class ContentId
{
    private const int DocumentDigits = 16;
    private const int RecordDigits = 20;

    /// <summary>A document's short name in addresses: 16 hexadecimal digits, also for ids that no address could hold.</summary>
    public static string Document(string documentId) => Hash(documentId, DocumentDigits);

    /// <summary>
    /// A record's id: its kind, a hyphen and 20 hexadecimal digits over document, kind and the spans of its <see cref="RecordContent.Anchors"/>
    /// (and of a statement's cue). Slots stay out of it: a better reading of the same words is the same record.
    /// </summary>
    /// <param name="occurrence">0, or how many records of the reading with the same kind and spans come before it.</param>
    public static string Record(string documentId, RecordContent content, int occurrence)
    {
        StringBuilder text = new(documentId);
        text.Append('\n').Append(content.Kind);
        IEnumerable<Passage> spans = content is Said { Statement.Cue: { } cue } ? content.Anchors.Append(cue) : content.Anchors;
        foreach (Passage passage in spans) text.Append(CultureInfo.InvariantCulture, $"\n{passage.Start} {passage.End}");
        if (occurrence > 0) text.Append(CultureInfo.InvariantCulture, $"\n#{occurrence}");
        return content.Kind + "-" + Hash(text.ToString(), RecordDigits);
    }

    /// <summary>The id of what joins two things: a word, a hyphen and 20 hexadecimal digits.</summary>
    internal static string Link(string word, string from, string to) => word + "-" + Hash($"{from}\n\n{to}", RecordDigits);

    private static string Hash(string text, int digits) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..digits];
}
