using System.Globalization;

namespace Dragoman.Language.Packs;

/// <summary>A fault in a data file: where it is and what to do about it. Codes of the family DG1; each is listed in docs/errors.md.</summary>
/// <param name="File">Path relative to the data folder, with forward slashes.</param>
/// <param name="Line">From 1; 0 if the fault is the file's as a whole.</param>
/// <param name="Column">From 1.</param>
public sealed record Problem(string File, int Line, int Column, string Code, string Message)
{
    public override string ToString() => Line == 0
        ? $"{File}: {Code} {Message}"
        : string.Create(CultureInfo.InvariantCulture, $"{File}:{Line}:{Column} {Code} {Message}");
}

/// <summary>Collects the faults of all data files, so that the user sees them at once.</summary>
public sealed class Problems
{
    private readonly List<Problem> _items = [];

    public IReadOnlyList<Problem> Items => _items;

    public bool Any => _items.Count > 0;

    public void Add(Problem problem) => _items.Add(problem);

    public void Add(string file, int line, int column, string code, string message) => Add(new(file, line, column, code, message));

    /// <exception cref="DataException">There are problems.</exception>
    public void ThrowIfAny()
    {
        if (Any) throw new DataException(this);
    }
}

/// <summary>The data folder cannot be used: all its problems, sorted by place. Never a partial load.</summary>
public sealed class DataException : Exception
{
    public DataException(Problems problems)
        : this([.. problems.Items])
    {
    }

    public DataException(IReadOnlyList<Problem> problems)
        : base(string.Join('\n', problems.OrderBy(p => p.File, StringComparer.Ordinal).ThenBy(p => p.Line).ThenBy(p => p.Column)))
    {
        Problems = problems;
    }

    public IReadOnlyList<Problem> Problems { get; }
}
