using System.CommandLine;
using System.Globalization;
using System.Text;
using Dragoman.Pages;
using Dragoman.Record;
using Dragoman.Record.Views;
using Dragoman.Storage;
using Dragoman.Storage.Search;
using NodaTime;

namespace Dragoman.Commands;

/// <summary><c>dragoman search WORD…</c>: finds documents and records in the ledger.</summary>
internal static class SearchCommand
{
    public static Command Create(Terminal terminal)
    {
        LedgerOption ledger = new();
        Argument<string[]> words = new("WORD") { Description = "Words that must all occur; \"exact words\" in quotation marks; -WORD must not occur (after --)", Arity = ArgumentArity.ZeroOrMore };
        Option<string?> kind = new("--kind") { Description = "Only documents, statements or findings of a kind", HelpName = "document|statement|ceasefire|…" };
        Option<string?> actor = new("--actor") { Description = "Only what names this actor", HelpName = "NAME" };
        Option<string?> outlet = new("--outlet") { Description = "Only of this outlet", HelpName = "NAME" };
        Option<string?> from = new("--from") { Description = "Published on this day, month or year, or later", HelpName = "DATE" };
        Option<string?> until = new("--until") { Description = "Published on this day, month or year, or earlier", HelpName = "DATE" };
        Option<int> limit = new("--limit") { Description = "The most results", DefaultValueFactory = _ => 20 };
        Option<string> format = new("--format") { Description = "text for people, jsonl for programs (documents as their ids)", DefaultValueFactory = _ => "text" };
        format.AcceptOnlyFromAmong("text", "jsonl");
        Command command = new("search", "Finds documents and records in the ledger by their words, in any of their languages.") { words, kind, actor, outlet, from, until, limit, format };
        ledger.AddTo(command);
        command.SetAction(parsed =>
        {
            SearchQuery query = new()
            {
                Words = string.Join(' ', (parsed.GetValue(words) ?? []).Select(w => w.Contains(' ', StringComparison.Ordinal) ? $"\"{w}\"" : w)),
                Kind = parsed.GetValue(kind),
                Actor = parsed.GetValue(actor),
                Outlet = parsed.GetValue(outlet),
                From = parsed.GetValue(from),
                Until = parsed.GetValue(until),
                Take = Math.Max(1, parsed.GetValue(limit)),
            };
            return Search(ledger.PathOf(parsed), query, parsed.GetValue(format) == "jsonl", terminal);
        });
        return command;
    }

    private static int Search(string path, SearchQuery query, bool asJson, Terminal terminal)
    {
        using ILedgerStore store = LedgerPlace.OpenToRead(path);
        using SearchIndex index = SearchIndex.Open(SearchIndex.PathOf(path));
        SearchAnswer answer = index.Search(new Ledger(store, SystemClock.Instance).State, query);
        foreach (SearchHit hit in answer.Hits) terminal.WriteLine(asJson ? Json(hit) : Encoding.UTF8.GetBytes(Text(hit, query)));
        if (!asJson) terminal.WriteLine(Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{answer.Total}{(answer.Total >= SearchIndex.MostCounted ? " or more" : "")} found")));
        return answer.Total > 0 ? ExitCode.Done : ExitCode.SomeFailed;
    }

    private static byte[] Json(SearchHit hit) => hit.Record is { } record
        ? RecordJson.Write(new CitedRecord(hit.Document, record))
        : System.Text.Json.JsonSerializer.SerializeToUtf8Bytes(new { type = SearchIndex.DocumentKind, id = hit.Document.Id, source = hit.Document.Filed.Source, title = hit.Document.Reading?.Title, outlet = hit.Document.Reading?.Outlet, published = hit.Document.Reading?.Published });

    private static string Text(SearchHit hit, SearchQuery query)
    {
        string what = hit.Record is { } record ? Line(Phrasing.Of(new CitedRecord(hit.Document, record))) : hit.Document.Name;
        string snippet = string.Concat(Snippet.Of(hit.Words, query.Terms, out _).Select(p => p.IsHit ? $"[{p.Words}]" : p.Words));
        string oneLine = string.Join(' ', snippet.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        return $"{hit.Kind,-10}  {what}\n            {oneLine}\n            {hit.Document.Reading?.Outlet ?? "outlet unknown"}, {hit.Document.Reading?.Published ?? "undated"}, {hit.Document.Filed.Source}";
    }

    private static string Line(Phrase phrase) => phrase.Who is null ? phrase.Predicate : $"{phrase.Who}: {phrase.What}";
}
