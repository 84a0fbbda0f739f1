namespace Dragoman.Record;

/// <summary>The ledger cannot do what was asked. Codes of the family DG3, listed in docs/errors.md; the message says what to do.</summary>
public sealed class LedgerException : Exception
{
    public LedgerException(string code, string message, Exception? cause = null)
        : base(message, cause)
    {
        Code = code;
    }

    /// <summary>For example <c>DG3001</c>.</summary>
    public string Code { get; }
}
