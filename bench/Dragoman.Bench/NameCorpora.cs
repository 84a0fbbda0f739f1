using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Text.Json;
using Dragoman.Language;
using Dragoman.Language.Training.Neural;

namespace Dragoman.Bench;

/// <summary>A text with its names, those of a type that is measured.</summary>
internal sealed record NamedDocument(string Text, ImmutableArray<TextSpan> Blocks, ImmutableArray<(TextSpan Span, NameType Type)> Names);

/// <summary>The data sets that name finding is measured on.</summary>
internal static class NameCorpora
{
    private static readonly ImmutableArray<NameType> Measured = [NameType.Person, NameType.Organisation, NameType.Place, NameType.Group];

    public static IEnumerable<(string Name, ImmutableArray<NamedDocument> Documents)> All(string folder)
    {
        foreach (string part in (string[])["dev", "test"])
        {
            string path = Path.Combine(folder, string.Format(CultureInfo.InvariantCulture, EnglishCorpora.Uner, part));
            if (File.Exists(path)) yield return ("UNER EWT " + part, [.. Columns(path, 1, 2).GroupBy(DocumentOf, StringComparer.Ordinal).Select(Join)]);
        }

        string newswire = Path.Combine(folder, "ner/worldwide_newswire/processed_annotated");
        if (Directory.Exists(newswire))
            yield return ("Worldwide Newswire", [.. Directory.EnumerateFiles(newswire).Order(StringComparer.Ordinal).Select(file => Join(Columns(file, 0, 1)))]);
        string re3d = Path.Combine(folder, "ner/re3d");
        if (Directory.Exists(re3d))
            yield return ("re3d", [.. Directory.EnumerateDirectories(re3d).Order(StringComparer.Ordinal).SelectMany(Documents)]);
    }

    /// <summary>Of a sentence of EWT <c>weblog-site_x_ENG_1-0005</c> the text before the number.</summary>
    private static string DocumentOf(NamedSentence sentence) => sentence.Id is { } id && id.LastIndexOf('-') is > 0 and int at ? id[..at] : "";

    /// <summary>A paragraph a sentence, its words joined as text is written.</summary>
    private static NamedDocument Join(IEnumerable<NamedSentence> sentences)
    {
        StringBuilder text = new();
        List<TextSpan> blocks = [];
        ImmutableArray<(TextSpan, NameType)>.Builder names = ImmutableArray.CreateBuilder<(TextSpan, NameType)>();
        foreach (NamedSentence sentence in sentences)
        {
            int start = text.Length;
            List<TextSpan> words = [];
            for (int i = 0; i < sentence.Forms.Length; i++)
            {
                if (i > 0 && Detokenizer.IsSpaced(sentence.Forms, i)) text.Append(' ');
                words.Add(new(text.Length, text.Length + sentence.Forms[i].Length));
                text.Append(sentence.Forms[i]);
            }

            blocks.Add(new(start, text.Length));
            text.Append('\n');
            foreach (AnnotatedName name in sentence.Names)
            {
                foreach (NameType type in Measured.Where(type => name.Types == AnnotatedName.Bit(type)))
                {
                    names.Add((new(words[name.First].Start, words[name.End - 1].End), type));
                }
            }
        }

        return new(text.ToString(), [.. blocks], names.ToImmutable());
    }

    private static ImmutableArray<NamedSentence> Columns(string path, int formColumn, int labelColumn)
    {
        using StreamReader text = new(path);
        return NameReader.Read(text, formColumn, labelColumn);
    }

    /// <summary>The documents of a source of re3d: a JSON object a line, names by offset.</summary>
    private static IEnumerable<NamedDocument> Documents(string folder)
    {
        ILookup<string, (TextSpan, NameType)> names = Objects(Path.Combine(folder, "entities.json"))
            .Select(item => (Document: item.GetProperty("documentId").GetString()!, Span: new TextSpan(item.GetProperty("begin").GetInt32(), item.GetProperty("end").GetInt32()), Type: TypeOf(item.GetProperty("type").GetString())))
            .Where(item => item.Type is not null).ToLookup(item => item.Document, item => (item.Span, item.Type!.Value), StringComparer.Ordinal);
        foreach (JsonElement document in Objects(Path.Combine(folder, "documents.json")))
        {
            string text = document.GetProperty("text").GetString()!;
            yield return new(text, Paragraphs(text), [.. names[document.GetProperty("_id").GetString()!]]);
        }
    }

    private static ImmutableArray<TextSpan> Paragraphs(string text)
    {
        ImmutableArray<TextSpan>.Builder blocks = ImmutableArray.CreateBuilder<TextSpan>();
        for (int start = 0; start < text.Length;)
        {
            int end = text.IndexOf('\n', start) is >= 0 and int at ? at : text.Length;
            if (end > start) blocks.Add(new(start, end));
            start = end + 1;
        }

        return blocks.ToImmutable();
    }

    private static IEnumerable<JsonElement> Objects(string file)
    {
        Utf8JsonReader reader = new(File.ReadAllBytes(file), new JsonReaderOptions { AllowMultipleValues = true });
        List<JsonElement> objects = [];
        while (reader.Read()) objects.Add(JsonElement.ParseValue(ref reader));
        return objects;
    }

    private static NameType? TypeOf(string? type) => type switch
    {
        "Person" => NameType.Person,
        "Organisation" => NameType.Organisation,
        "Location" => NameType.Place,
        "Nationality" => NameType.Group,
        _ => null,
    };
}
