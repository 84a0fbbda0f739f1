using System.Collections.Immutable;
using Dragoman.Record.Views;

namespace Dragoman.Storage.Export.Tables;

/// <summary>Everything that a ledger's state holds, as tables: records by kind, what they refer to, and shapes of the field. The same state gives the same tables.</summary>
public sealed class LedgerTables(CountryCodes countries, ExportScope scope)
{
    public ImmutableArray<Table> Make(LedgerState state)
    {
        ImmutableArray<ExportRow> rows = ExportRow.Of(state, scope);
        ContextTables context = new(countries, scope);
        FieldTables field = new(countries, scope);
        return
        [
            context.MakeDocuments(state, rows),
            context.MakeActors(state, rows),
            .. new RecordTables(countries, scope).Make(rows),
            context.MakeDecisions(rows),
            field.MakeDeclarations(rows),
            field.MakePax(rows),
        ];
    }
}
