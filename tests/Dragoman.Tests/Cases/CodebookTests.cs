using System.Text;
using System.Text.RegularExpressions;
using Dragoman.Language.Packs;
using Dragoman.Reading.Intake;
using Dragoman.Record;
using Dragoman.Tests.Repository;
using Xunit;
using Reader = Dragoman.Reading.Reader;

namespace Dragoman.Tests;

/// <summary>The codebook is true: each <c>case</c> block's sentences give what the page says, and each slot of the contract is explained.</summary>
public sealed partial class CodebookTests
{
    private static readonly Lazy<Reader> English = new(() => Reader.Load(new DataFolder(RepositoryRoot.Path), "en"));

    public static TheoryData<string, string, string> Cases
    {
        get
        {
            TheoryData<string, string, string> cases = [];
            foreach (FindingKind kind in FindingSchema.Kinds)
            {
                foreach (Match match in Case().Matches(Block().Match(Page(kind)).Groups["cases"].Value))
                    cases.Add(kind.Word(), match.Groups["sentence"].Value, match.Groups["finding"].Value);
            }

            return cases;
        }
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void A_case_of_the_codebook_reads_as_its_page_says(string kind, string sentence, string expected)
    {
        Article article = new() { Id = "case", Source = "case", Document = new(sentence), Published = "2026-09-15", Language = "en" };
        DocumentReading reading = English.Value.Read(article);
        List<string> found = [.. reading.Findings.Where(f => f.Kind.Word() == kind).Select(f => Describe(reading, f))];
        if (expected == "no " + kind) Assert.Empty(found);
        else Assert.True(found.Any(description => Slots(expected).All(Slots(description).Contains)), $"expected {expected}; found: {string.Join(" / ", found)}");
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Every_slot_is_explained_in_the_codebook(string kind)
    {
        FindingKind parsed = ContractWords.Parse<FindingKind>(kind);
        Assert.All(FindingSchema.Of(parsed), slot => Assert.Contains($"`{slot.Name}`", Page(parsed), StringComparison.Ordinal));
    }

    public static TheoryData<string> Kinds => [.. FindingSchema.Kinds.Select(kind => kind.Word())];

    private static string Page(FindingKind kind) => File.ReadAllText(RepositoryRoot.At("codebook", kind.Word() + ".md"));

    private static string Describe(DocumentReading reading, Finding finding)
    {
        StringBuilder text = new(finding.Kind.Word());
        foreach (Slot slot in finding.Slots)
            foreach (string value in Values(reading, slot.Value)) text.Append(' ').Append(slot.Name).Append('=').Append(value);
        if (finding.Factuality is { } factuality) text.Append(" factuality=").Append(factuality.Word());
        return text.ToString();
    }

    private static IEnumerable<string> Values(DocumentReading reading, SlotValue value) => value switch
    {
        SlotValue.Actors actors => actors.Ids.Select(id => Quote(reading.Actors.Single(a => a.Id == id).Name)),
        SlotValue.Time time => [reading.Times.Single(t => t.Id == time.Id).Value ?? "?"],
        SlotValue.Text words => [Quote(words.Passage.Words)],
        SlotValue.Word word => [word.Value],
        SlotValue.Number number => [number.Value.ToString(System.Globalization.CultureInfo.InvariantCulture)],
        _ => [],
    };

    private static string Quote(string words) => words.Contains(' ', StringComparison.Ordinal) ? $"\"{words}\"" : words;

    private static HashSet<string> Slots(string description) => [.. Slot().Matches(description).Select(m => m.Value)];

    [GeneratedRegex("```case\n(?<cases>.*?)```", RegexOptions.Singleline | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Block();

    [GeneratedRegex("^(?<sentence>.+)\n=> (?<finding>.+)$", RegexOptions.Multiline | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Case();

    [GeneratedRegex("[a-z]+(=(\"[^\"]*\"|[^ ]+))?", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Slot();
}
