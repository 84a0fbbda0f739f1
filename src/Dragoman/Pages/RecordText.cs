using System.Globalization;
using System.Text;
using Dragoman.Record;
using Dragoman.Record.Linking;
using Dragoman.Record.Processes;
using Dragoman.Record.Views;

namespace Dragoman.Pages;

/// <summary>The record of a process as plain text, for a screen or a letter. Each line is followed by the words that show it and where they stand.</summary>
/// <param name="counter">Counts the independent sources of what is reported several times.</param>
internal sealed class RecordText(SourceCounter counter)
{
    private const int Width = 100;
    private const string Indent = "    ";

    private readonly StringBuilder _text = new();

    public string Write(LedgerState state, ProcessOverview overview, ProcessScope scope)
    {
        WriteHead(state, overview, scope);
        WriteContradictions(overview);
        WriteLives(overview);
        WriteSection("Ceasefires", overview.Ceasefires);
        WriteProposals(overview);
        WriteSection("Other responses", overview.OtherResponses);
        WriteSection("Conditions", overview.Conditions);
        WriteClaims(overview);
        WriteSection("Ahead: meetings and deadlines", overview.Ahead);
        WriteSection("Their day has passed", overview.Passed);
        WriteSection("Meetings held", overview.Held);
        WriteSection("Called off", overview.CalledOff);
        WriteSection("Agreements", overview.Agreements);
        WriteSection("Forecasts", overview.Forecasts);
        WriteSection("Said to be the first time", overview.Novelties);
        WriteSection("Said once, reported several times", overview.Repeated);
        WriteVoices(overview);
        WriteFailures(state);
        return _text.ToString();
    }

    private void WriteHead(LedgerState state, ProcessOverview overview, ProcessScope scope)
    {
        ILookup<ReviewState, RecordState> records = scope.Records(state).Select(r => r.Record).ToLookup(r => r.State);
        string day = overview.Today is { } today ? DateWords.Of(today) : "no dated document";
        Line($"{scope.Process?.NameIn("en") ?? "The process at a glance"}, {day}");
        Line(string.Create(CultureInfo.InvariantCulture,
            $"{scope.Documents(state).Count()} documents. Records: {records[ReviewState.Draft].Count()} drafts, {records[ReviewState.Confirmed].Count()} confirmed, {records[ReviewState.Amended].Count()} amended, {records[ReviewState.Rejected].Count()} rejected."));
    }

    private void WriteSection(string title, IReadOnlyCollection<CitedRecord> records)
    {
        if (records.Count == 0) return;
        Title(title);
        foreach (CitedRecord record in records) WriteRecord(record, "");
    }

    private void WriteContradictions(ProcessOverview overview)
    {
        if (overview.Contradictions.IsEmpty) return;
        Title("Contradictions");
        foreach (Contradiction contradiction in overview.Contradictions)
        {
            Wrap(ContradictionWords.Of(contradiction), "", Indent);
            foreach (ContradictingSide side in contradiction.Sides)
            {
                Line($"{Indent}{side.Word}:");
                foreach (CitedRecord record in side.Records) Wrap($"“{OneLine(record.Evidence.Words)}” ({ContradictionWords.Origin(record)})", Indent + Indent, Indent + Indent);
            }
        }
    }

    private void WriteLives(ProcessOverview overview)
    {
        foreach (CeasefireLife life in overview.Lives)
        {
            Title("A ceasefire: " + CeasefireWords.Of(life));
            foreach (CeasefireStep step in life.Steps)
            {
                string reports = step.Reports.Length == 1 ? "" : string.Create(CultureInfo.InvariantCulture, $"; {step.Reports.Length} reports");
                Wrap($"{(step.Day is { } day ? DateWords.Of(day) : "undated"),-12} {CeasefireWords.Of(step)}{reports}", "", Indent);
                Wrap($"“{OneLine(step.First.Evidence.Words)}” ({ContradictionWords.Origin(step.First)})", Indent, Indent);
            }
        }
    }

    private void WriteProposals(ProcessOverview overview)
    {
        if (overview.Proposals.IsEmpty) return;
        Title("Proposals and the answers to them");
        foreach (AnsweredProposal proposal in overview.Proposals)
        {
            WriteRecord(proposal.Proposal, "");
            foreach (Answer answer in proposal.Answers) WriteRecord(answer.Response, answer.IsCited ? "-> " : answer.Why is null ? "-> (next in the text) " : $"-> (in another report: {answer.Why}) ");
        }
    }

    private void WriteClaims(ProcessOverview overview)
    {
        if (overview.Claims.IsEmpty) return;
        Title("Claims of violations, as each side gives them");
        foreach (ClaimantColumn column in overview.Claims)
            foreach (CitedRecord claim in column.Claims) WriteRecord(claim, "");
    }

    private void WriteVoices(ProcessOverview overview)
    {
        if (overview.Voices.IsEmpty) return;
        Title("Who said what last");
        foreach (Voice voice in overview.Voices) WriteRecord(voice.Latest, "");
    }

    private void WriteFailures(LedgerState state)
    {
        if (state.Failures.IsEmpty) return;
        Title("Could not be read");
        foreach (Record.Entries.ReadingFailed failure in state.Failures.Select(line => line.Entry).OfType<Record.Entries.ReadingFailed>())
            Line($"{failure.Source}: {failure.Code} {failure.Message}");
    }

    private void WriteRecord(CitedRecord record, string mark)
    {
        Phrase phrase = Phrasing.Of(record);
        string day = record.Reported is { } reported ? DateWords.Of(reported) : "undated";
        string details = string.Concat(phrase.Details.Select(d => $"; {d.Label}: {d.Value}"));
        string factuality = record.Finding?.Factuality is { } commitment and not Factuality.Actual ? $" ({commitment.Word()})" : "";
        Wrap($"{day,-12} {mark}{(phrase.Who is null ? "" : phrase.Who + ": ")}{phrase.What}{factuality}{details}  [{ContractWords.WordOf(record.Record.State)}]", "", Indent);
        Wrap($"“{OneLine(record.Evidence.Words)}”", Indent, Indent);
        string repeats = record.Repeats.IsEmpty ? "" : "; " + SourceWords.Of(counter.Count(record.Repeats.Prepend(record)));
        string place = string.Create(CultureInfo.InvariantCulture, $", characters {record.Evidence.Start}-{record.Evidence.End}");
        Wrap($"{record.Document.Reading?.Outlet ?? "outlet unknown"}, {record.Document.Filed.Source}{place}{repeats}", Indent, Indent);
    }

    private void Title(string title)
    {
        _text.Append('\n');
        Line(title);
        Line(new string('-', title.Length));
    }

    private void Line(string line) => _text.Append(line).Append('\n');

    private void Wrap(string text, string first, string next)
    {
        StringBuilder line = new(first);
        foreach (string word in text.Split(' '))
        {
            if (line.Length + word.Length >= Width && line.ToString().Trim().Length > 0)
            {
                Line(line.ToString().TrimEnd());
                line.Clear().Append(next);
            }

            line.Append(word).Append(' ');
        }

        Line(line.ToString().TrimEnd());
    }

    private static string OneLine(string words) => string.Join(' ', words.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
