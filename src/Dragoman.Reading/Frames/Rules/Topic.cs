using System.Globalization;
using Dragoman.Language;
using Dragoman.Language.Packs;

namespace Dragoman.Reading.Frames.Rules;

/// <summary>Tells whether a document is about a conflict or its settlement (<c>topic.yml</c>); only then are its frames read.</summary>
internal sealed class Topic
{
    private const int Few = 4; // sentences: a text this short is not judged by its share

    private ulong _about;
    private ulong _beside;
    private int _share;
    private int _surplus;

    public static Topic Load(DataFolder data, string language, WordClasses classes, Problems problems)
    {
        Topic topic = new();
        string file = $"lang/{language}/frames/topic.yml";
        if (!data.Has(file) || YamlFile.Read(data, file, problems) is not { } root) return topic;
        topic._about = Mask(root.Need("about"), classes);
        topic._beside = Mask(root.Need("beside"), classes);
        topic._share = Percent(root.Need("share"));
        topic._surplus = Percent(root.Need("surplus"));
        root.Close();
        return topic;
    }

    /// <param name="text">The document.</param>
    /// <param name="classesOf">The word classes of a token.</param>
    public bool Holds(AnnotatedDocument text, Func<int, ulong> classesOf)
    {
        if (_about == 0) return true;
        int about = 0;
        int beside = 0;
        int count = 0;
        foreach (Sentence sentence in text.Sentences)
        {
            ulong seen = 0;
            for (int t = sentence.First; t < sentence.End; t++) seen |= classesOf(t);
            if ((seen & _about) != 0) about++;
            if ((seen & _beside) != 0) beside++;
            count++;
        }

        return (count <= Few || 100 * about >= _share * count) && 100 * about >= _surplus * beside;
    }

    private static ulong Mask(YamlData? value, WordClasses classes)
    {
        ulong mask = 0;
        foreach (string name in value?.Text.Split(' ', StringSplitOptions.RemoveEmptyEntries) ?? [])
        {
            ulong bit = classes.BitOf(name.TrimStart('@'));
            if (bit == 0) value!.Report("DG1043", $"there is no class '{name}' in classes.tsv");
            mask |= bit;
        }

        return mask;
    }

    private static int Percent(YamlData? value)
    {
        if (value is null) return 0;
        if (int.TryParse(value.Text, NumberStyles.None, CultureInfo.InvariantCulture, out int percent)) return percent;
        value.Report("DG1040", $"'{value.Text}' is not a whole number");
        return 0;
    }
}
