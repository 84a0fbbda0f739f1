using System.Collections.Immutable;
using System.Globalization;
using System.Xml.Linq;
using Dragoman.Language;
using Dragoman.Language.Training.Neural;

namespace Dragoman.Bench;

/// <summary>Names in the Wikinews articles of MEANTIME, of which the title and the first five sentences are annotated.</summary>
internal static class MeantimeNames
{
    public const string Folder = "timex/meantime_newsreader_english_oct15/intra_cross-doc_annotation";
    private const int AnnotatedSentences = 6;

    public static IEnumerable<SourceSentence> Read(string folder)
    {
        string path = Path.Combine(folder, Folder);
        return Directory.Exists(path) ? Directory.EnumerateFiles(path, "*.xml", SearchOption.AllDirectories).Order(StringComparer.Ordinal).SelectMany(ReadFile) : [];
    }

    private static IEnumerable<SourceSentence> ReadFile(string file)
    {
        XElement document = XDocument.Load(file).Root!;
        List<(string Form, int Sentence)> tokens = [.. document.Elements("token").Select(token => (token.Value, Number(token, "sentence")))];
        List<AnnotatedName> names = Names(document);
        for (int first = 0; first < tokens.Count && tokens[first].Sentence < AnnotatedSentences;)
        {
            int end = first;
            while (end < tokens.Count && tokens[end].Sentence == tokens[first].Sentence) end++;
            int start = first;
            ImmutableArray<string> forms = [.. tokens[start..end].Select(token => token.Form)];
            IEnumerable<AnnotatedName> inside = names.Where(name => name.First >= start && name.End <= end).Select(name => name with { First = name.First - start, End = name.End - start });

            // Adjectives of states and titles of works are not annotated.
            yield return new(forms, null, NameMasks.Of(forms.Length, inside, AnnotatedName.Miscellaneous, word => char.IsUpper(forms[word], 0)));
            first = end;
        }
    }

    /// <summary>Disjoint, the longest first.</summary>
    private static List<AnnotatedName> Names(XElement document)
    {
        Dictionary<string, string> types = document.Descendants("ENTITY").ToDictionary(entity => entity.Attribute("m_id")!.Value, entity => entity.Attribute("ent_type")?.Value ?? "", StringComparer.Ordinal);
        Dictionary<string, string> entityOf = [];
        foreach (XElement link in document.Descendants("REFERS_TO"))
            foreach (XElement source in link.Elements("source")) entityOf[source.Attribute("m_id")!.Value] = link.Element("target")!.Attribute("m_id")!.Value;
        List<AnnotatedName> names = [];
        foreach (XElement mention in document.Descendants("ENTITY_MENTION").Where(mention => mention.Attribute("syntactic_type")?.Value is "NAM" or "PRE.NAM"))
        {
            int[] anchors = [.. mention.Elements("token_anchor").Select(anchor => Number(anchor, "t_id") - 1).Order()];
            string type = entityOf.TryGetValue(mention.Attribute("m_id")!.Value, out string? entity) ? types.GetValueOrDefault(entity, "") : "";
            if (anchors.Length > 0 && anchors[^1] - anchors[0] == anchors.Length - 1) names.Add(new(anchors[0], anchors[^1] + 1, TypesOf(type)));
        }

        List<AnnotatedName> disjoint = [];
        foreach (AnnotatedName name in names.OrderByDescending(name => name.End - name.First).ThenBy(name => name.First))
            if (!disjoint.Exists(other => other.First < name.End && name.First < other.End)) disjoint.Add(name);
        return disjoint;
    }

    private static int Number(XElement element, string attribute) => int.Parse(element.Attribute(attribute)!.Value, CultureInfo.InvariantCulture);

    private static uint TypesOf(string type) => type switch
    {
        "PER" => AnnotatedName.Bit(NameType.Person),
        "LOC" => AnnotatedName.Bit(NameType.Place),
        "ORG" => AnnotatedName.Bit(NameType.Organisation),
        "FIN" => AnnotatedName.Bit(NameType.Other) | AnnotatedName.Bit(NameType.Organisation),
        _ => AnnotatedName.Miscellaneous | AnnotatedName.Bit(NameType.Person) | AnnotatedName.Bit(NameType.Organisation) | AnnotatedName.Bit(NameType.Place),
    };
}
