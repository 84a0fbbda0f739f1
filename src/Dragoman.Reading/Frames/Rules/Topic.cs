using System.Globalization;
using Dragoman.Language;
using Dragoman.Language.Packs;

namespace Dragoman.Reading.Frames.Rules;

/// <summary>What a document is about, as far as the frame rules care.</summary>
internal enum Subject
{
    /// <summary>Something else: its truces are those of grocers and football clubs. Its frames are not read.</summary>
    Elsewhere,

    /// <summary>A conflict, but hardly a word on ending it.</summary>
    Conflict,

    /// <summary>A conflict and its settlement.</summary>
    Settlement,
}

/// <summary>Tells whether a document is about a conflict or its settlement (<c>topic.yml</c>), by the share of its sentences that have words of either.</summary>
internal sealed class Topic
{
    private const int Few = 4; // sentences: a text this short is not judged by its share
    private const int Several = 2; // sentences on settlement that are no passing remark

    private ClassSet _about;
    private ClassSet _settlement;
    private ClassSet _beside;
    private int _share;
    private int _surplus;
    private int _remark;

    public static Topic Load(DataFolder data, string language, WordClasses classes, Problems problems)
    {
        Topic topic = new();
        string file = $"lang/{language}/frames/topic.yml";
        if (!data.Has(file) || YamlFile.Read(data, file, problems) is not { } root) return topic;
        topic._about = Classes(root.Need("about"), classes);
        topic._settlement = Classes(root.Need("settlement"), classes);
        topic._beside = Classes(root.Need("beside"), classes);
        topic._share = Percent(root.Need("share"));
        topic._surplus = Percent(root.Need("surplus"));
        topic._remark = Percent(root.Need("remark"));
        root.Close();
        return topic;
    }

    /// <param name="text">The document.</param>
    /// <param name="classesOf">The word classes of a token.</param>
    public Subject Of(AnnotatedDocument text, Func<int, ClassSet> classesOf)
    {
        if (_about.IsEmpty) return Subject.Settlement;
        int about = 0;
        int settlement = 0;
        int beside = 0;
        int count = text.Sentences.Length;
        foreach (Sentence sentence in text.Sentences)
        {
            ClassSet seen = default;
            for (int t = sentence.First; t < sentence.End; t++) seen |= classesOf(t);
            if (seen.Overlaps(_about)) about++;
            if (seen.Overlaps(_settlement)) settlement++;
            if (seen.Overlaps(_beside)) beside++;
        }

        bool isConflict = (count <= Few || 100 * about >= _share * count) && 100 * about >= _surplus * beside;
        if (!isConflict) return Subject.Elsewhere;
        return settlement >= Several || 100 * settlement >= _remark * count ? Subject.Settlement : Subject.Conflict;
    }

    private static ClassSet Classes(YamlData? value, WordClasses classes) => value is null ? default : classes.Find(value);

    private static int Percent(YamlData? value)
    {
        if (value is null) return 0;
        if (int.TryParse(value.Text, NumberStyles.None, CultureInfo.InvariantCulture, out int percent)) return percent;
        value.Report("DG1040", $"'{value.Text}' is not a whole number");
        return 0;
    }
}
