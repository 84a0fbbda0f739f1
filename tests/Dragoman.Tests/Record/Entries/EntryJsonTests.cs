using System.Reflection;
using System.Text.Json.Serialization;
using Dragoman.Record;
using Dragoman.Record.Entries;
using Dragoman.Tests.Repository;
using Xunit;

namespace Dragoman.Tests;

/// <summary>The lines of <c>entries.jsonl</c> were written by released versions and are read for ever: add to the file, never change it.</summary>
public sealed class EntryJsonTests
{
    private static readonly string[] Frozen = File.ReadAllLines(RepositoryRoot.At("tests", "Dragoman.Tests", "Record", "Entries", "entries.jsonl"));

    public static TheoryData<string> Lines => [.. Frozen];

    [Theory]
    [MemberData(nameof(Lines))]
    public void A_frozen_entry_is_read_and_written_as_it_was(string json) => Assert.Equal(json, EntryJson.Write(EntryJson.Read(json)));

    [Fact]
    public void Every_kind_of_entry_is_frozen()
    {
        IEnumerable<object?> kinds = typeof(Entry).GetCustomAttributes<JsonDerivedTypeAttribute>().Select(a => a.TypeDiscriminator);
        Assert.All(kinds, kind => Assert.Contains(Frozen, line => line.StartsWith($"{{\"entry\":\"{kind}\"", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("""{"entry":"document-filed/2","document":"a","source":"a.txt","text":"A."}""")]
    [InlineData("""{"entry":"document-filed/1","document":"a","source":"a.txt","text":"A.","mood":"good"}""")]
    [InlineData("""{"entry":"document-filed/1","document":"a","source":"a.txt"}""")]
    [InlineData("null")]
    [InlineData("not JSON")]
    public void What_is_not_exactly_an_entry_is_an_error(string json) => Assert.Throws<FormatException>(() => EntryJson.Read(json));

    [Fact]
    public void A_better_reading_of_the_same_words_is_the_same_record()
    {
        Finding finding = HandMade.Truce().Findings[0];
        string id = ContentId.Record("truce", new Found(finding), 0);
        Assert.Equal(id, ContentId.Record("truce", new Found(finding with { Id = "R9", Slots = [], Rule = null }), 0));
        Assert.NotEqual(id, ContentId.Record("other", new Found(finding), 0));
        Assert.NotEqual(id, ContentId.Record("truce", new Found(finding with { Anchor = new(0, 7, "Norland") }), 0));
        Assert.StartsWith("ceasefire-", id, StringComparison.Ordinal);
    }

    [Fact]
    public void Records_of_the_same_words_have_different_ids()
    {
        DocumentReading reading = HandMade.Truce();
        Filing filing = Filing.Of(reading with { Findings = [reading.Findings[0], reading.Findings[0] with { Id = "R9" }] }, "rules/1");
        Assert.Equal(filing.Drafts.Length, filing.Drafts.Select(d => d.Record).Distinct().Count());
    }
}
