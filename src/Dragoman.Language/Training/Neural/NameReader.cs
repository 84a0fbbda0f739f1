using System.Collections.Immutable;

namespace Dragoman.Language.Training.Neural;

/// <summary>A sentence with its names, from data without trees.</summary>
/// <param name="Id">The sentence's id in the treebank that it was taken from, or null.</param>
internal sealed record NamedSentence(string? Id, ImmutableArray<string> Forms, ImmutableArray<AnnotatedName> Names);

/// <summary>
/// Reads names in columns: a word and its label a line, an empty line after a sentence. Takes IOB2 (<c>B-</c> starts a name, <c>I-</c> goes on) and
/// IOB1 (<c>I-</c> starts one too), with the labels of CoNLL 2003, UNER, WNUT-17 and the Worldwide Newswire.
/// </summary>
internal sealed class NameReader
{
    private readonly int _formColumn;
    private readonly int _labelColumn;
    private readonly List<string> _forms = [];
    private readonly List<string> _labels = [];
    private string? _id;

    private NameReader(int formColumn, int labelColumn) => (_formColumn, _labelColumn) = (formColumn, labelColumn);

    public static ImmutableArray<NamedSentence> Read(TextReader text, int formColumn, int labelColumn) => [.. new NameReader(formColumn, labelColumn).ReadAll(text)];

    private IEnumerable<NamedSentence> ReadAll(TextReader text)
    {
        for (string? line = text.ReadLine(); line is not null; line = text.ReadLine())
        {
            if (line.StartsWith("# sent_id = ", StringComparison.Ordinal)) _id = line[12..];
            string[] cells = line.Split(['\t', ' ']);
            if (line.Length > 0 && cells.Length > Math.Max(_formColumn, _labelColumn) && !(line[0] == '#' && line.Contains(" = ", StringComparison.Ordinal)))
            {
                _forms.Add(cells[_formColumn]);
                _labels.Add(cells[_labelColumn]);
            }
            else if (string.IsNullOrWhiteSpace(line) && _forms.Count > 0)
            {
                yield return Finish();
            }
        }

        if (_forms.Count > 0) yield return Finish();
    }

    private NamedSentence Finish()
    {
        ImmutableArray<AnnotatedName>.Builder names = ImmutableArray.CreateBuilder<AnnotatedName>();
        for (int i = 0; i < _labels.Count;)
        {
            int end = i + 1;
            while (end < _labels.Count && _labels[i].Length > 2 && _labels[end].StartsWith("I-", StringComparison.Ordinal) && _labels[end][2..] == _labels[i][2..]) end++;
            if (_labels[i].Length > 2) names.Add(new(i, end, TypesOf(_labels[i][2..])));
            i = end;
        }

        NamedSentence sentence = new(_id, [.. _forms], names.ToImmutable());
        _forms.Clear();
        _labels.Clear();
        _id = null;
        return sentence;
    }

    private static uint TypesOf(string label) => label switch
    {
        "PER" or "person" or "Person" => AnnotatedName.Bit(NameType.Person),
        "LOC" or "location" or "Location" => AnnotatedName.Bit(NameType.Place),
        "ORG" or "corporation" or "Organization" => AnnotatedName.Bit(NameType.Organisation),
        "group" => AnnotatedName.Bit(NameType.Organisation) | AnnotatedName.Bit(NameType.Group),
        "NORP" => AnnotatedName.Bit(NameType.Group),
        "creative-work" or "product" => AnnotatedName.Bit(NameType.Other),
        _ => AnnotatedName.Miscellaneous,
    };
}
