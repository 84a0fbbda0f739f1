using System.Text.RegularExpressions;
using Dragoman.Language.Packs;
using Dragoman.Record;
using Dragoman.Tests.Repository;
using Xunit;
using Reader = Dragoman.Reading.Reader;

namespace Dragoman.Tests;

/// <summary>The codebook's page of statements is true: each case's text gives a statement with the slots that the page says.</summary>
public sealed partial class StatementCasesTests
{
    private static readonly Lazy<Reader> English = new(() => Reader.Load(new DataFolder(RepositoryRoot.Path), "en"));

    public static TheoryData<string, string> Cases
    {
        get
        {
            TheoryData<string, string> cases = [];
            string page = File.ReadAllText(RepositoryRoot.At("codebook", "statement.md"));
            foreach (Match block in Block().Matches(page))
            {
                foreach (string part in block.Groups["cases"].Value.Split("\n\n", StringSplitOptions.RemoveEmptyEntries))
                {
                    string[] lines = part.Trim().Split("\n=> ");
                    cases.Add(lines[0].Replace('¶', '\n'), lines[1]);
                }
            }

            return cases;
        }
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void A_case_of_the_codebook_is_read_as_its_page_says(string text, string expected)
    {
        DocumentReading reading = English.Value.Read(new() { Id = "case", Source = "case", Document = new(text), Published = "2026-09-15", Language = "en" });
        List<string> found = [.. reading.Statements.Select(statement => Describe(reading, statement))];
        if (expected == "no statement") Assert.Empty(found);
        else Assert.True(found.Any(description => Slots(expected).All(Slots(description).Contains)), $"expected {expected}; found: {string.Join(" / ", found)}");
        Assert.All(reading.Statements, statement => Assert.False(string.IsNullOrEmpty(statement.Why)));
    }

    private static string Describe(DocumentReading reading, Statement statement)
    {
        string Name(string? id) => reading.Actors.SingleOrDefault(actor => actor.Id == id)?.Name ?? "unknown";
        List<string> slots =
        [
            "statement",
            $"speaker={Quote(Name(statement.Speaker))}",
            $"cue={Quote(statement.Cue?.Words ?? "none")}",
            $"content={Quote(string.Join(" … ", statement.Content.Select(passage => passage.Words)))}",
            $"mode={statement.Mode.Word()}",
        ];
        slots.AddRange(statement.Addressee.Select(id => $"addressee={Quote(Name(id))}"));
        slots.Add($"venue={Quote(statement.Venue?.Words ?? "none")}");
        slots.Add($"time={reading.Times.FirstOrDefault(time => time.Id == statement.Time)?.Value ?? "none"}");
        return string.Join(' ', slots);
    }

    private static string Quote(string words) => words.Contains(' ', StringComparison.Ordinal) ? $"\"{words}\"" : words;

    private static HashSet<string> Slots(string description) => [.. Slot().Matches(description).Select(m => m.Value)];

    [GeneratedRegex("```case\n(?<cases>.*?)```", RegexOptions.Singleline | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Block();

    [GeneratedRegex("[a-z]+(=(\"[^\"]*\"|[^ ]+))?", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Slot();
}
