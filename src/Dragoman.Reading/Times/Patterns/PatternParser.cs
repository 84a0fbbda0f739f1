using System.Collections.Immutable;

namespace Dragoman.Reading.Times.Patterns;

/// <summary>A pattern that cannot be compiled, with the reason for the author of the rule.</summary>
internal sealed class PatternException(string message) : Exception(message);

/// <summary>
/// Compiles patterns. <c>word</c> or <c>.</c> is itself; <c>&lt;class&gt;</c> a member of a list; <c>name:&lt;class&gt;</c> keeps it; <c>$phrase</c> stands for a named part;
/// <c>a | b</c>, <c>( )</c>, <c>x?</c>; <c>!x</c> must not follow; <c>~</c> no space here; <c>[ ]</c> mark the expression where the pattern also looks at its surroundings.
/// </summary>
internal sealed class PatternParser(Lexicon lexicon, IReadOnlyDictionary<string, string> phrases)
{
    private const int DeepestPhrase = 8;
    private readonly List<string> _slots = [];

    /// <exception cref="PatternException">The pattern is malformed, or names a class or phrase that there is not.</exception>
    public Pattern Parse(string source)
    {
        _slots.Clear();
        List<Step> steps = [];
        ParseAll(source, 0).Emit(steps);
        steps.Add(new(StepKind.Match));
        return new([.. steps], [.. _slots]);
    }

    private PatternNode ParseAll(string source, int depth)
    {
        if (depth > DeepestPhrase) throw new PatternException("phrases that contain each other");
        Cursor cursor = new(Cut(source), depth);
        PatternNode node = ParseChoice(cursor);
        return cursor.Current is null ? node : throw new PatternException($"'{cursor.Current}' where nothing was expected");
    }

    private PatternNode ParseChoice(Cursor cursor)
    {
        List<PatternNode> branches = [ParseSequence(cursor)];
        while (cursor.Current == "|")
        {
            cursor.Advance();
            branches.Add(ParseSequence(cursor));
        }

        return branches.Count == 1 ? branches[0] : new PatternNode.Choice([.. branches]);
    }

    private PatternNode ParseSequence(Cursor cursor)
    {
        ImmutableArray<PatternNode>.Builder parts = ImmutableArray.CreateBuilder<PatternNode>();
        while (cursor.Current is not (null or "|" or ")")) parts.Add(ParsePart(cursor));
        return parts.Count == 0 ? throw new PatternException("an empty pattern or alternative") : new PatternNode.Sequence(parts.ToImmutable());
    }

    private PatternNode ParsePart(Cursor cursor)
    {
        if (cursor.Current == "!")
        {
            cursor.Advance();
            return new PatternNode.Refusal(ParsePart(cursor));
        }

        PatternNode part = ParseElement(cursor);
        if (cursor.Current != "?") return part;
        cursor.Advance();
        return new PatternNode.Optional(part);
    }

    private PatternNode ParseElement(Cursor cursor)
    {
        string piece = cursor.Current ?? throw new PatternException("the pattern ends too early");
        cursor.Advance();
        switch (piece)
        {
            case "(":
                PatternNode group = ParseChoice(cursor);
                if (cursor.Current != ")") throw new PatternException("')' is missing");
                cursor.Advance();
                return group;
            case "?": throw new PatternException("'?' must follow what it makes optional");
            case "~": return new PatternNode.Single(new(StepKind.Glue));
            case "[": return new PatternNode.Single(new(StepKind.Open));
            case "]": return new PatternNode.Single(new(StepKind.Close));
        }

        if (piece[0] == '$')
        {
            return phrases.TryGetValue(piece[1..], out string? phrase) ? ParseAll(phrase, cursor.Depth + 1)
                : throw new PatternException($"unknown phrase '{piece}'");
        }

        int open = piece.IndexOf('<', StringComparison.Ordinal);
        return open < 0 ? new PatternNode.Single(new(StepKind.Word, lexicon.Intern(piece))) : ParseClass(piece, open);
    }

    private PatternNode.Single ParseClass(string piece, int open)
    {
        string name = piece[(open + 1)..^1];
        if (!lexicon.HasClass(name)) throw new PatternException($"unknown class <{name}>" + Suggest(name));
        int slot = -1;
        if (open > 0)
        {
            string capture = piece[..(open - 1)];
            slot = _slots.IndexOf(capture);
            if (slot < 0)
            {
                slot = _slots.Count;
                _slots.Add(capture);
            }
        }

        return new(new(StepKind.Class, lexicon.ClassOf(name), slot));
    }

    private string Suggest(string name) => Language.Packs.Nearest.To(name, lexicon.ClassNames) is { } near ? $"; did you mean <{near}>?" : "";

    private static List<string> Cut(string source)
    {
        List<string> pieces = [];
        int at = 0;
        while (at < source.Length)
        {
            int end = at + 1;
            if (char.IsLetter(source[at]) || source[at] is '$' or '<')
            {
                while (end < source.Length && IsNamePart(source, end)) end++;
            }
            else if (char.IsAsciiDigit(source[at]))
            {
                while (end < source.Length && char.IsAsciiDigit(source[end])) end++;
            }

            if (!char.IsWhiteSpace(source[at])) pieces.Add(source[at..end]);
            at = end;
        }

        foreach (string piece in pieces)
            if (piece.Contains('<', StringComparison.Ordinal) && !IsClass(piece)) throw new PatternException($"'{piece}' is not a class; write <name> or capture:<name>");
        return pieces;
    }

    private static bool IsNamePart(string source, int at) => char.IsLetterOrDigit(source[at]) || source[at] is '<' or '>'
        || (source[at] == ':' && at + 1 < source.Length && source[at + 1] == '<')
        || (source[at] == '-' && at + 1 < source.Length && char.IsLetterOrDigit(source[at + 1]) && IsName(source, at));

    /// <summary>Whether a hyphen belongs to the name of a class or phrase.</summary>
    private static bool IsName(string source, int at)
    {
        int start = at;
        while (start > 0 && (char.IsLetterOrDigit(source[start - 1]) || source[start - 1] == '-')) start--;
        return start > 0 && source[start - 1] is '<' or '$';
    }

    private static bool IsClass(string piece)
    {
        int open = piece.IndexOf('<', StringComparison.Ordinal);
        return piece.EndsWith('>') && piece.Length > open + 2 && piece.IndexOf('>', StringComparison.Ordinal) == piece.Length - 1 && (open == 0 || piece[open - 1] == ':');
    }

    private sealed class Cursor(List<string> pieces, int depth)
    {
        private int _at;

        public int Depth => depth;

        public string? Current => _at < pieces.Count ? pieces[_at] : null;

        public void Advance() => _at++;
    }
}
