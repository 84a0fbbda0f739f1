using System.Collections.Concurrent;
using System.Collections.Immutable;
using Dragoman.Language;
using Dragoman.Language.Packs;
using Dragoman.Reading.Intake;
using Dragoman.Record;
using Dragoman.Record.Entries;

namespace Dragoman.Reading;

/// <summary>Reads articles of every language that there is a pack for: tells an article's language and hands it to that language's reader.</summary>
public sealed class Polyglot : IReader
{
    private readonly DataFolder _data;
    private readonly Profile _profile;
    private readonly LanguageIdentifier _identifier;
    private readonly ImmutableArray<string> _packs;
    private readonly Lazy<Run> _writer;
    private readonly ConcurrentDictionary<string, Lazy<Reader>> _readers = new();

    private Polyglot(DataFolder data, Profile profile, LanguageIdentifier identifier, ImmutableArray<string> packs)
    {
        _data = data;
        _profile = profile;
        _identifier = identifier;
        _packs = packs;
        _writer = new(() => ReaderEdition.Of(ReaderName, data));
    }

    public const string ReaderName = "rules/1";

    /// <summary>That of the profile: what one model reads, another may read otherwise.</summary>
    public string Name => _profile == Profile.Fast ? ReaderName + "-fast" : ReaderName;

    public Run Writer => _writer.Value;

    /// <summary>Finds the packs; each is loaded when the first article in its language comes.</summary>
    /// <exception cref="DataException">The list of languages has a fault, or there is no pack.</exception>
    public static Polyglot Load(DataFolder data, Profile profile = Profile.Accurate)
    {
        Problems problems = new();
        LanguageIdentifier identifier = LanguageIdentifier.Load(data, problems);
        string[] folders = data.Has("lang") ? Directory.GetDirectories(data.Path("lang")) : [];
        ImmutableArray<string> packs = [.. folders.Select(folder => Path.GetFileName(folder)).Order(StringComparer.Ordinal)];
        if (packs.IsEmpty) problems.Add("lang", 0, 0, "DG1001", "there is no language pack; --data or DRAGOMAN_DATA must name the folder that holds lang/en");
        problems.ThrowIfAny();
        return new(data, profile, identifier, packs);
    }

    /// <inheritdoc/>
    /// <exception cref="DataException">The pack of the article's language has a fault.</exception>
    public DocumentReading Read(Article article)
    {
        string language = LanguageOf(article);
        DocumentReading reading = _readers.GetOrAdd(language, code => new(() => Reader.Load(_data, code, _profile))).Value.Read(article);
        if (reading.Regions.All(region => region.Kind is RegionKind.Chrome or RegionKind.Byline or RegionKind.Credit))
            throw new UnreadableException("DG2014", article.Place ?? article.Source, "there is no body: every line is a site's furniture, a byline or a credit; fetch the article's text");
        return reading;
    }

    private string LanguageOf(Article article)
    {
        string? told = article.Language ?? _identifier.Identify($"{article.Title}\n{article.Document.Text}") ?? article.DeclaredLanguage;
        if (told is null)
            throw new UnreadableException("DG2013", article.Place ?? article.Source, $"the language cannot be told from the text; say it with --language, or with \"language\" in JSON Lines ({Known})");
        string language = told.Split('-', '_')[0];
        if (_packs.FirstOrDefault(pack => pack.Equals(language, StringComparison.OrdinalIgnoreCase)) is { } pack) return pack;
        throw new UnreadableException("DG2012", article.Place ?? article.Source,
            $"the text is in {_identifier.NameOf(language)}, and there is no pack for that language ({Known}); to add one, copy the files of lang/en");
    }

    private string Known => "packs: " + string.Join(", ", _packs.Select(pack => $"{pack} {_identifier.NameOf(pack)}"));
}
