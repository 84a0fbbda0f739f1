using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Dragoman.Desk.Boards;
using Dragoman.Pages;
using Dragoman.Record;
using Dragoman.Record.Views.Boards;

namespace Dragoman.Commands;

/// <summary>Writes lines of boards: text for people, or a JSON object a line.</summary>
internal sealed class BoardLines(Terminal terminal)
{
    private const int Width = 110;

    private static readonly JsonSerializerOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public void Title(string title) => Write($"\n{title}");

    public void Write(string line) => terminal.WriteLine(Encoding.UTF8.GetBytes(line));

    /// <summary>A record under a line about it: when, its words, and where they stand.</summary>
    public void Quote(BoardItem item, string lead)
    {
        Write($"  {BoardWords.WhenOf(item)}  {lead}{(item.IsDraft ? "  (draft)" : "")}");
        Write($"      “{Phrasing.Shortened(Phrasing.Unquoted(item.Cited.Evidence.Words.ReplaceLineEndings(" ")), Width)}”  {item.Cited.Document.Reading?.Outlet ?? item.Cited.Document.Filed.Source}");
    }

    public void Json(object value) => Write(JsonSerializer.Serialize(value, Options));

    /// <summary>What a JSON line says of a record.</summary>
    public static object Of(BoardItem item) => new
    {
        record = item.Id,
        kind = item.Kind,
        state = ContractWords.WordOf(item.Cited.Record.State),
        document = item.Cited.Document.Id,
        outlet = item.Cited.Document.Reading?.Outlet,
        from = item.When?.From.ToString("uuuu-MM-ddTHH:mm", null),
        until = item.When?.Until.ToString("uuuu-MM-ddTHH:mm", null),
        basis = item.When is { } when ? ContractWords.WordOf(when.Basis) : null,
        words = item.Cited.Evidence.Words,
    };
}
