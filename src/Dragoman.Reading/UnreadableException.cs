namespace Dragoman.Reading;

/// <summary>One document cannot be read. The others can: the caller reports it and goes on. Codes of the family DG2, listed in docs/errors.md.</summary>
public sealed class UnreadableException : Exception
{
    /// <param name="code">For example <c>DG2003</c>.</param>
    /// <param name="source">File name or URL of the document.</param>
    /// <param name="message">What is wrong and what to do next.</param>
    public UnreadableException(string code, string source, string message)
        : base(message)
    {
        Code = code;
        Origin = source;
    }

    public string Code { get; }

    public string Origin { get; }
}
