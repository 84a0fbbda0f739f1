using Dragoman.Language.Packs;

namespace Dragoman.Tests;

/// <summary>A data folder that lives as long as a test: one file of ceasefire rules with a few word classes.</summary>
internal sealed class RuleFolder : IDisposable
{
    private readonly string _path = Directory.CreateTempSubdirectory("dragoman-rules-").FullName;

    public RuleFolder(string ceasefireRules, string moreClasses = "")
    {
        string frames = Path.Combine(_path, "lang", "en", "frames");
        Directory.CreateDirectory(frames);
        File.WriteAllText(Path.Combine(frames, "ceasefire.yml"), ceasefireRules);
        File.WriteAllText(Path.Combine(frames, "classes.tsv"), "class\tword\nagent-marker\tby\nceasefire\tceasefire\nceasefire\ttruce\npatient-marker\tof\n" + moreClasses);
        File.WriteAllText(Path.Combine(_path, "lang", "en", "factuality.yml"), "negation: [not]\ngovernors: { denied: [refuse], planned: [agree] }\n");
    }

    public DataFolder Data => new(_path);

    public void Dispose() => Directory.Delete(_path, recursive: true);
}
