using Dragoman.Language.Packs;
using Dragoman.Tests.Repository;

namespace Dragoman.Tests;

/// <summary>A data folder that lives as long as a test: the project's vocabulary with an event lexicon of the test's own.</summary>
internal sealed class EventFolder : IDisposable
{
    private readonly string _path = Directory.CreateTempSubdirectory("dragoman-events-").FullName;

    public EventFolder(string classes, string lexicon)
    {
        string events = Directory.CreateDirectory(Path.Combine(_path, "lang", "en", "events")).FullName;
        string vocabulary = Directory.CreateDirectory(Path.Combine(_path, "vocab")).FullName;
        foreach (string file in Directory.EnumerateFiles(RepositoryRoot.At("vocab"))) File.Copy(file, Path.Combine(vocabulary, Path.GetFileName(file)));
        File.WriteAllText(Path.Combine(events, "classes.tsv"), classes);
        File.WriteAllText(Path.Combine(events, "lexicon.tsv"), lexicon);
        File.WriteAllText(Path.Combine(events, "commitment.yml"), "negation: [not]\n");
    }

    public DataFolder Data => new(_path);

    public void Dispose() => Directory.Delete(_path, recursive: true);
}
