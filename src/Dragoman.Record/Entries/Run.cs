using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using NodaTime;
using NodaTime.Text;

namespace Dragoman.Record.Entries;

/// <summary>
/// Who wrote an entry, and in which session: a reader with its version (<c>reader:rules/1</c>) or a person (<c>person:Ada</c>), then in
/// parentheses the session's id and what the reader worked with: <c>reader:rules/1 (run 5f2e8c01d3aa, model c3c4c95e87de, rules 9a8b7c6d5e4f)</c>.
/// Lines of older ledgers have no parentheses and are read as they are.
/// </summary>
public sealed partial record Run
{
    private const string ReaderMark = "reader:";
    private const string PersonMark = "person:";
    private const int Digits = 12;

    private static volatile Tuple<string, Run>? Last;

    private Run(bool isPerson, string name)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        IsPerson = isPerson;
        Name = name;
    }

    public bool IsPerson { get; }

    public string Name { get; }

    /// <summary>The session's id, 12 hexadecimal digits; null for a line that was written before sessions had one.</summary>
    public string? Id { get; private init; }

    /// <summary>The first 12 digits of the SHA-256 of the reader's models.</summary>
    public string? Model { get; private init; }

    /// <summary>The first 12 digits of the SHA-256 of the rules and lists that the reader went by.</summary>
    public string? Rules { get; private init; }

    public static Run Reader(string name) => new(isPerson: false, name);

    public static Run Person(string name) => new(isPerson: true, name);

    /// <param name="name">Name and version of the reader.</param>
    /// <param name="model">SHA-256 of its models in hexadecimal, or the beginning of it.</param>
    /// <param name="rules">SHA-256 of its rules and lists in hexadecimal, or the beginning of it.</param>
    public static Run Reader(string name, string model, string rules) => new(isPerson: false, name) { Model = model[..Digits], Rules = rules[..Digits] };

    /// <summary>A session of the same writer that begins at this moment: its id follows from both.</summary>
    public Run Begun(Instant moment)
    {
        string text = $"{this with { Id = null }}\n{InstantPattern.ExtendedIso.Format(moment)}";
        return this with { Id = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..Digits] };
    }

    /// <exception cref="FormatException">It has neither form.</exception>
    public static Run Parse(string text)
    {
        if (Last is { } last && last.Item1 == text) return last.Item2; // lines of a session come one after the other
        Run run = ParseNew(text);
        Last = new(text, run);
        return run;
    }

    private static Run ParseNew(string text)
    {
        Match session = text.EndsWith(')') ? Session().Match(text) : Match.Empty;
        string writer = session.Success ? text[..session.Index] : text;
        Run run = writer.StartsWith(ReaderMark, StringComparison.Ordinal) && writer.Length > ReaderMark.Length ? Reader(writer[ReaderMark.Length..])
            : writer.StartsWith(PersonMark, StringComparison.Ordinal) && writer.Length > PersonMark.Length ? Person(writer[PersonMark.Length..])
            : throw new FormatException($"'{text}' is neither {ReaderMark}NAME nor {PersonMark}NAME");
        return run with { Id = Part(session, "run"), Model = Part(session, "model"), Rules = Part(session, "rules") };
    }

    public override string ToString()
    {
        string[] parts = [.. new[] { ("run", Id), ("model", Model), ("rules", Rules) }.Where(part => part.Item2 is not null).Select(part => $"{part.Item1} {part.Item2}")];
        string writer = (IsPerson ? PersonMark : ReaderMark) + Name;
        return parts.Length == 0 ? writer : $"{writer} ({string.Join(", ", parts)})";
    }

    private static string? Part(Match session, string name) => session.Groups[name] is { Success: true } part ? part.Value : null;

    [GeneratedRegex(@" \((?=[^()]+\)$)(run (?<run>[0-9a-f]{12}))?(, )?(model (?<model>[0-9a-f]{12}))?(, )?(rules (?<rules>[0-9a-f]{12}))?\)$", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Session();
}
