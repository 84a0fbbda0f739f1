namespace Dragoman.Commands;

/// <summary>A command was asked for something it cannot do: a wrong setting or argument. Codes of the family DG4 (DG3 where the ledger refuses); exit code 2.</summary>
public sealed class CommandException : Exception
{
    /// <param name="code">For example <c>DG4002</c>.</param>
    /// <param name="message">What is wrong and what to do.</param>
    public CommandException(string code, string message)
        : base(message) => Code = code;

    public string Code { get; }
}
