using System.Collections.Immutable;
using Dragoman.Language;
using Dragoman.Record;
using Dragoman.Record.Entries;
using Dragoman.Record.Views;

namespace Dragoman.Storage.Export.Tables;

/// <summary>A record with its document's code points, which every offset that leaves the program is counted in.</summary>
public sealed record ExportRow(CitedRecord Cited, CodePoints Points)
{
    public string Id => Cited.Record.Id;

    /// <summary>The documents' records within the scope, in order of filing and of the text.</summary>
    public static ImmutableArray<ExportRow> Of(LedgerState state, ExportScope scope)
    {
        ImmutableArray<ExportRow>.Builder rows = ImmutableArray.CreateBuilder<ExportRow>();
        foreach (DocumentState document in DocumentsOf(state, scope))
        {
            CodePoints points = new(document.Text);
            rows.AddRange(scope.Records(state, state.Documents[document.Id]).Select(record => new ExportRow(new(document, record), points)));
        }

        return rows.ToImmutable();
    }

    /// <summary>The documents within the scope in order of filing, with what people corrected about them.</summary>
    public static IEnumerable<DocumentState> DocumentsOf(LedgerState state, ExportScope scope) => scope.Process.Documents(state).Select(document =>
        state.Care.CorrectionOf(document.Id) is { } said && document.ReadBy is { Entry: ReadingFiled reading } line
            ? document with { ReadBy = line with { Entry = reading with { Published = said.Published ?? reading.Published, Language = said.Language ?? reading.Language, Title = said.Title ?? reading.Title, Outlet = said.Outlet ?? reading.Outlet } } }
            : document);

    public long Start(Passage passage) => Points.FromUtf16(passage.Start);

    public long End(Passage passage) => Points.FromUtf16(passage.End);

    public IEnumerable<Actor> ActorsOf(IEnumerable<string> ids) => ids.Select(Cited.ActorOf).OfType<Actor>();
}
