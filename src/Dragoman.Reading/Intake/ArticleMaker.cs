using System.Security.Cryptography;

namespace Dragoman.Reading.Intake;

/// <summary>Makes the article of a file that holds one document.</summary>
public sealed class ArticleMaker
{
    private readonly TextDecoder _decoder;
    private readonly PageExtractor _extractor = new();

    public ArticleMaker(TextDecoder decoder) => _decoder = decoder;

    /// <exception cref="UnreadableException">The bytes are not a document.</exception>
    public Article Make(ReadOnlySpan<byte> bytes, string source, InputFormat format)
    {
        string id = IdOf(bytes);
        string text = _decoder.Decode(bytes, source, declares: format == InputFormat.Html);
        return format == InputFormat.Html
            ? _extractor.Extract(text, id, source)
            : new Article { Id = id, Source = source, Document = new(text.Replace("\r\n", "\n", StringComparison.Ordinal)) };
    }

    /// <summary><c>sha256:</c> and the hash of the bytes.</summary>
    internal static string IdOf(ReadOnlySpan<byte> bytes) => "sha256:" + Convert.ToHexStringLower(SHA256.HashData(bytes));
}
