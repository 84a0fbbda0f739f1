using System.Collections.Immutable;
using Dragoman.Language;
using Dragoman.Language.Packs;

namespace Dragoman.Reading.Frames.Rules;

/// <summary>Reads <c>agent | speaker</c>, <c>truce &gt; nmod:between[actor] + obl:with</c>: the paths of the rule language.</summary>
/// <remarks>lookup := alternatives ('+' alternatives)*; alternatives := path ('|' path)*; path := '&lt;'? step (('&gt;' | '&lt;') step)*; step := name (':' marker)? ('[' test+ ']')*.</remarks>
internal sealed class PathParser
{
    private static readonly Dictionary<string, Seek> Keywords = new(StringComparer.Ordinal)
    {
        ["agent"] = Seek.Agent,
        ["patient"] = Seek.Patient,
        ["subject"] = Seek.Subject,
        ["trigger"] = Seek.Trigger,
        ["speaker"] = Seek.Speaker,
        ["time"] = Seek.Time,
        ["duration"] = Seek.Duration,
        ["when"] = Seek.When,
        ["place"] = Seek.Place,
        ["clause"] = Seek.Clause,
        ["predicate"] = Seek.Predicate,
        ["rest"] = Seek.Rest,
        ["sentence"] = Seek.Sentence,
    };

    /// <summary>The relations of UD 2 (universaldependencies.org/u/dep), which a step may name.</summary>
    private static readonly HashSet<string> Relations = new(StringComparer.Ordinal)
    {
        "acl", "advcl", "advmod", "amod", "appos", "aux", "case", "cc", "ccomp", "clf", "compound", "conj", "cop", "csubj", "dep", "det", "discourse",
        "dislocated", "expl", "fixed", "flat", "goeswith", "iobj", "list", "mark", "nmod", "nsubj", "nummod", "obj", "obl", "orphan", "parataxis",
        "punct", "reparandum", "root", "vocative", "xcomp",
    };

    private readonly WordClasses _classes;
    private readonly HashSet<string> _names;
    private readonly YamlData _place;
    private readonly string _text;
    private int _at;
    private bool _failed;

    private PathParser(string text, YamlData place, WordClasses classes, HashSet<string> names)
    {
        _text = text;
        _place = place;
        _classes = classes;
        _names = names;
    }

    /// <summary>Parses a lookup; null, with a problem at the value's place, if it is not well formed.</summary>
    /// <param name="value">The YAML value that holds it.</param>
    /// <param name="classes">The word classes it may refer to.</param>
    /// <param name="names">The places named under <c>where</c> so far.</param>
    public static Lookup? Parse(YamlData value, WordClasses classes, HashSet<string> names)
    {
        PathParser parser = new(value.Text, value, classes, names);
        Lookup lookup = parser.ReadLookup();
        parser.SkipSpace();
        if (!parser._failed && parser._at < parser._text.Length) parser.Fail("expected '|', '+', '>' or '<'");
        return parser._failed ? null : lookup;
    }

    private Lookup ReadLookup()
    {
        ImmutableArray<Alternatives>.Builder parts = ImmutableArray.CreateBuilder<Alternatives>();
        do parts.Add(ReadAlternatives());
        while (Take('+'));
        return new(parts.ToImmutable());
    }

    private Alternatives ReadAlternatives()
    {
        ImmutableArray<RolePath>.Builder paths = ImmutableArray.CreateBuilder<RolePath>();
        do paths.Add(ReadPath());
        while (Take('|'));
        return new(paths.ToImmutable());
    }

    private RolePath ReadPath()
    {
        ImmutableArray<Step>.Builder steps = ImmutableArray.CreateBuilder<Step>();
        SkipSpace();
        int start = _at;
        bool up = Take('<');
        steps.Add(ReadStep(up));
        while (!_failed)
        {
            if (Take('>')) steps.Add(ReadStep(up: false));
            else if (Take('<')) steps.Add(ReadStep(up: true));
            else break;
        }

        return new(steps.ToImmutable(), _text[start.._at].TrimEnd());
    }

    private Step ReadStep(bool up)
    {
        string name = ReadWord("a relation");
        string? marker = Take(':') ? ReadWord("a subtype or a preposition") : null;
        Seek seek = SeekOf(name);
        ImmutableArray<Filter>.Builder filters = ImmutableArray.CreateBuilder<Filter>();
        while (Take('[')) filters.Add(ReadFilter());
        return new(seek, up, name, marker, filters.ToImmutable());
    }

    private Seek SeekOf(string name)
    {
        if (name == "*") return Seek.Any;
        if (_names.Contains(name)) return Seek.Named;
        if (Relations.Contains(name)) return Seek.Relation;
        if (Keywords.TryGetValue(name, out Seek seek)) return seek;
        if (_failed) return Seek.Relation;
        string? near = Nearest.To(name, [.. Keywords.Keys, .. Relations, .. _names]);
        Fail($"'{name}' is no relation, keyword or name under 'where'" + (near is null ? "" : $"; did you mean '{near}'?"));
        return Seek.Relation;
    }

    private Filter ReadFilter()
    {
        ImmutableArray<Test>.Builder tests = ImmutableArray.CreateBuilder<Test>();
        while (!_failed && !Take(']')) tests.Add(ReadTest());
        return new(tests.ToImmutable());
    }

    private Test ReadTest()
    {
        bool negated = Take('!');
        if (Take('@')) return ReadClass(negated);
        string word = ReadWord("a word, @class, part of speech, or 'actor'");
        if (Enum.TryParse(word, ignoreCase: false, out Upos upos)) return new(TestKind.Upos, negated) { Upos = upos };
        return word switch
        {
            "actor" => new(TestKind.Actor, negated),
            "time" => new(TestKind.Time, negated),
            "duration" => new(TestKind.Duration, negated),
            "number" => new(TestKind.Number, negated),
            "clause" => new(TestKind.Clause, negated),
            "speaker" => new(TestKind.Speaker, negated),
            "purpose" => new(TestKind.Purpose, negated),
            "ongoing" => new(TestKind.Ongoing, negated),
            _ => new(TestKind.Word, negated) { Word = word },
        };
    }

    private Test ReadClass(bool negated)
    {
        string name = ReadWord("a class");
        ClassSet classes = _failed ? default : _classes.Find(name, _place);
        _failed |= classes.IsEmpty;
        return new(TestKind.Class, negated) { Classes = classes, Word = name };
    }

    private string ReadWord(string what)
    {
        SkipSpace();
        int start = _at;
        while (_at < _text.Length && !char.IsWhiteSpace(_text[_at]) && !"|+<>[]:!@".Contains(_text[_at], StringComparison.Ordinal)) _at++;
        if (_at == start) Fail($"expected {what}");
        return _text[start.._at];
    }

    private bool Take(char symbol)
    {
        SkipSpace();
        if (_failed || _at >= _text.Length || _text[_at] != symbol) return false;
        _at++;
        return true;
    }

    private void SkipSpace()
    {
        while (_at < _text.Length && char.IsWhiteSpace(_text[_at])) _at++;
    }

    private void Fail(string message)
    {
        if (!_failed) _place.Report("DG1042", $"{message} at character {(_at + 1).ToString(System.Globalization.CultureInfo.InvariantCulture)} of \"{_text}\"");
        _failed = true;
    }
}
