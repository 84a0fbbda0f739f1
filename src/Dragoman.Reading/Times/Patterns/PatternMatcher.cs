using Dragoman.Language;

namespace Dragoman.Reading.Times.Patterns;

/// <summary>What a pattern found: the atoms [<paramref name="First"/>, <paramref name="End"/>) of the expression, and its captures by slot.</summary>
internal sealed record PatternMatch(int First, int End, ClassMatch?[] Captures);

/// <summary>Runs patterns over the atoms of one document. Of all ways to match at a place it takes the one that reaches furthest.</summary>
internal sealed class PatternMatcher(Lexicon lexicon, string text, Atom[] atoms)
{
    private const int Window = 64; // atoms that one pattern can span: one bit each
    private ulong[] _seen = new ulong[128]; // by step: the atoms, from the start on, at which it was entered
    private int[] _seenIn = new int[128]; // the run that wrote it
    private int _run;
    private ClassMatch?[] _captures = new ClassMatch?[16];
    private Pattern _pattern = new([], []);
    private PatternMatch? _best;
    private int _start;
    private int _open;
    private int _close;

    public PatternMatch? Match(Pattern pattern, int start)
    {
        if (_seen.Length < pattern.Steps.Length) (_seen, _seenIn) = (new ulong[pattern.Steps.Length], new int[pattern.Steps.Length]);
        if (_captures.Length < pattern.Slots.Length) _captures = new ClassMatch?[pattern.Slots.Length];
        Array.Clear(_captures, 0, pattern.Slots.Length);
        _run++;
        _pattern = pattern;
        _best = null;
        _start = start;
        _open = start;
        _close = -1;
        Run(0, start);
        return _best;
    }

    /// <summary>Follows the steps from one place; returns whether they can reach a match at all.</summary>
    private bool Run(int pc, int at)
    {
        while (at - _start < Window)
        {
            if (!Enter(pc, at)) return false;
            Step step = _pattern.Steps[pc];
            switch (step.Kind)
            {
                case StepKind.Word:
                    if (at >= atoms.Length || atoms[at].Word != step.A) return false;
                    at++;
                    pc++;
                    break;
                case StepKind.Glue:
                    if (at >= atoms.Length || atoms[at].Spaced) return false;
                    pc++;
                    break;
                case StepKind.Jump:
                    pc = step.A;
                    break;
                case StepKind.Refuse:
                    if (Follows(pc + 1, at)) return false;
                    pc = step.A;
                    break;
                case StepKind.Match: return Keep(at);
                default: return Branch(step, pc, at);
            }
        }

        return false;
    }

    /// <summary>Notes that a step was entered at an atom; false if it was before.</summary>
    private bool Enter(int pc, int at)
    {
        ulong bit = 1UL << (at - _start);
        if (_seenIn[pc] != _run) (_seenIn[pc], _seen[pc]) = (_run, 0);
        if ((_seen[pc] & bit) != 0) return false;
        _seen[pc] |= bit;
        return true;
    }

    private bool Branch(Step step, int pc, int at)
    {
        switch (step.Kind)
        {
            case StepKind.Split:
                bool first = Run(step.A, at);
                return Run(step.B, at) || first;
            case StepKind.Open:
                (int open, _open) = (_open, at);
                bool opened = Run(pc + 1, at);
                _open = open;
                return opened;
            case StepKind.Close:
                (int close, _close) = (_close, at);
                bool closed = Run(pc + 1, at);
                _close = close;
                return closed;
            default:
                return RunClass(step, pc, at);
        }
    }

    private bool RunClass(Step step, int pc, int at)
    {
        if (at >= atoms.Length || !lexicon.Match(step.A, text, atoms, at, out ClassMatch match)) return false;
        if (step.B < 0) return Run(pc + 1, match.End);
        ClassMatch? before = _captures[step.B];
        _captures[step.B] = match;
        bool found = Run(pc + 1, match.End);
        _captures[step.B] = before;
        return found;
    }

    /// <summary>Whether the steps of a refusal match at a place; what they find is not kept.</summary>
    private bool Follows(int pc, int at)
    {
        PatternMatch? best = _best;
        bool found = Run(pc, at);
        _best = best;
        return found;
    }

    private bool Keep(int at)
    {
        int end = _close < 0 ? at : _close;
        if (end > _open && (_best is null || end > _best.End)) _best = new(_open, end, _captures[.._pattern.Slots.Length]);
        return true;
    }

    public TextSpan SpanOf(PatternMatch match) => new(atoms[match.First].Span.Start, atoms[match.End - 1].Span.End);
}
