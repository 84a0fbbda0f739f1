using System.Collections.Immutable;
using System.Globalization;
using Dragoman.Language.Packs;

namespace Dragoman.Language.Training;

/// <summary>Reads CoNLL-U (universaldependencies.org/format.html): sentences with all ten columns, ranges, empty nodes and comments.</summary>
public sealed class ConlluReader
{
    private const int ColumnCount = 10;

    private readonly string _file;
    private readonly Problems _problems;
    private readonly ImmutableArray<string>.Builder _comments = ImmutableArray.CreateBuilder<string>();
    private readonly ImmutableArray<ConlluRow>.Builder _rows = ImmutableArray.CreateBuilder<ConlluRow>();
    private readonly Dictionary<string, string> _interned = new(StringComparer.Ordinal);

    private ConlluReader(string file, Problems problems)
    {
        _file = file;
        _problems = problems;
    }

    /// <summary>
    /// Reads a file's text. A faulty line becomes a problem that names <paramref name="file"/> and its line, and its sentence is left out.
    /// </summary>
    public static ImmutableArray<ConlluSentence> Read(TextReader text, string file, Problems problems) => new ConlluReader(file, problems).ReadAll(text);

    /// <summary>Reads a file from disk; see <see cref="Read"/>.</summary>
    public static ImmutableArray<ConlluSentence> ReadFile(string path, Problems problems)
    {
        using StreamReader reader = new(path);
        return Read(reader, Path.GetFileName(path), problems);
    }

    private ImmutableArray<ConlluSentence> ReadAll(TextReader text)
    {
        ImmutableArray<ConlluSentence>.Builder sentences = ImmutableArray.CreateBuilder<ConlluSentence>();
        bool faulty = false;
        int number = 0;
        for (string? line = text.ReadLine(); line is not null; line = text.ReadLine())
        {
            number++;
            if (line.Length == 0) Finish(sentences, ref faulty, number);
            else if (line[0] == '#' && _rows.Count == 0) _comments.Add(line);
            else if (ReadRow(line, number) is { } row) _rows.Add(row);
            else faulty = true;
        }

        Finish(sentences, ref faulty, number);
        return sentences.ToImmutable();
    }

    private void Finish(ImmutableArray<ConlluSentence>.Builder sentences, ref bool faulty, int line)
    {
        if (!faulty && _rows.Count > 0)
        {
            ConlluSentence sentence = new(_comments.ToImmutable(), _rows.ToImmutable());
            if (HeadsAreSound(sentence)) sentences.Add(sentence);
            else Report(line, "the word numbers do not run from 1, or a head names no word");
        }

        _comments.Clear();
        _rows.Clear();
        faulty = false;
    }

    private static bool HeadsAreSound(ConlluSentence sentence)
    {
        for (int i = 0; i < sentence.Words.Length; i++)
            if (sentence.Words[i].First != i + 1 || sentence.Words[i].Head > sentence.Words.Length) return false;
        return sentence.Ranges.All(range => range.First <= range.Last && range.Last <= sentence.Words.Length);
    }

    private ConlluRow? ReadRow(string line, int number)
    {
        string[] cells = line.Split('\t');
        if (cells.Length != ColumnCount)
        {
            Report(number, $"{cells.Length} columns where CoNLL-U has {ColumnCount}");
            return null;
        }

        if (!TryReadId(cells[0], out ConlluRowKind kind, out int first, out int last))
        {
            Report(number, $"'{cells[0]}' is no CoNLL-U word number");
            return null;
        }

        bool hasHead = int.TryParse(cells[6], NumberStyles.None, CultureInfo.InvariantCulture, out int head);
        if (!hasHead && cells[6] != "_")
        {
            Report(number, $"'{cells[6]}' is no CoNLL-U head");
            return null;
        }

        return new()
        {
            Kind = kind,
            Id = cells[0],
            First = first,
            Last = last,
            Form = Intern(cells[1]),
            Lemma = Intern(cells[2]),
            Upos = Intern(cells[3]),
            Xpos = Intern(cells[4]),
            Feats = Intern(cells[5]),
            HeadColumn = Intern(cells[6]),
            Head = hasHead ? head : -1,
            Deprel = Intern(cells[7]),
            Deps = cells[8],
            Misc = Intern(cells[9]),
        };
    }

    private static bool TryReadId(string id, out ConlluRowKind kind, out int first, out int last)
    {
        int mark = id.AsSpan().IndexOfAny('-', '.');
        kind = mark < 0 ? ConlluRowKind.Word : id[mark] == '-' ? ConlluRowKind.Range : ConlluRowKind.Empty;
        last = 0;
        if (!int.TryParse(mark < 0 ? id : id.AsSpan(0, mark), NumberStyles.None, CultureInfo.InvariantCulture, out first)) return false;
        last = first;
        if (mark < 0) return first > 0;
        if (!int.TryParse(id.AsSpan(mark + 1), NumberStyles.None, CultureInfo.InvariantCulture, out int second)) return false;
        if (kind == ConlluRowKind.Range) last = second;
        return true;
    }

    private string Intern(string text)
    {
        if (_interned.TryGetValue(text, out string? known)) return known;
        _interned.Add(text, text);
        return text;
    }

    private void Report(int line, string message) => _problems.Add(_file, line, 1, "DG1020", message + "; the sentence is left out");
}
