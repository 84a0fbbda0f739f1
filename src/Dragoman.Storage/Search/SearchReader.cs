using System.Collections.Immutable;
using System.Globalization;
using Dragoman.Record.Views;
using Microsoft.Data.Sqlite;

namespace Dragoman.Storage.Search;

/// <summary>Asks an index that is up to date.</summary>
internal sealed class SearchReader
{
    private static readonly (string Name, string Sql)[] Facets =
    [
        ("kind", "SELECT kind, count(*) FROM found GROUP BY kind"),
        ("outlet", "SELECT outlet, count(*) FROM found WHERE outlet IS NOT NULL GROUP BY outlet"),
        ("state", "SELECT state, count(*) FROM found WHERE state IS NOT NULL GROUP BY state"),
        ("year", "SELECT substr(published, 1, 4), count(*) FROM found WHERE published IS NOT NULL GROUP BY 1"),
        ("actor", "SELECT name, count(*) FROM found JOIN item_actor ON item = found.id GROUP BY name"),
    ];

    private readonly SqliteConnection _connection;
    private readonly LedgerState _state;
    private readonly SearchQuery _query;
    private readonly string? _match;
    private readonly string _where;

    public SearchReader(SqliteConnection connection, LedgerState state, SearchQuery query)
    {
        (_connection, _state, _query) = (connection, state, query);
        _match = SearchTerm.MatchOf(query.Terms);
        string[] conditions =
        [
            .. query.Kind is null ? [] : new[] { "kind = $kind" },
            .. query.Outlet is null ? [] : new[] { "outlet = $outlet" },
            .. query.State is null ? [] : new[] { "state = $state" },
            .. query.From is null ? [] : new[] { "published >= $from" },
            .. query.Until is null ? [] : new[] { "substr(published, 1, length($until)) <= $until" },
            .. query.Actor is null ? [] : new[] { "EXISTS (SELECT 1 FROM item_actor WHERE item_actor.item = item.id AND name = $actor)" },
        ];
        _where = conditions.Length == 0 ? "" : " AND " + string.Join(" AND ", conditions);
    }

    public SearchAnswer Read(int facetValues)
    {
        string found = _match is null ? $"SELECT item.* FROM item WHERE true{_where}" : $"SELECT item.* FROM words JOIN item ON item.id = words.rowid WHERE words MATCH $match{_where}";
        string counted = string.Create(CultureInfo.InvariantCulture, $"WITH found AS MATERIALIZED ({found} LIMIT {SearchIndex.MostCounted}) ");
        Dictionary<string, ImmutableArray<FacetValue>> facets = new(StringComparer.Ordinal);
        foreach ((string name, string sql) in Facets)
        {
            string ordered = string.Create(CultureInfo.InvariantCulture, $"{counted}{sql} ORDER BY 2 DESC, 1 LIMIT {facetValues}");
            facets[name] = [.. Rows(ordered).Select(row => new FacetValue(row[0] ?? "", int.Parse(row[1] ?? "0", CultureInfo.InvariantCulture)))];
        }

        int total = int.Parse(Rows($"{counted}SELECT count(*) FROM found").Single()[0]!, CultureInfo.InvariantCulture);
        string order = _match is null ? "published DESC, item.id" : "bm25(words), published DESC, item.id";
        string page = string.Create(CultureInfo.InvariantCulture, $"{found.Replace("item.*", "document, record", StringComparison.Ordinal)} ORDER BY {order} LIMIT {_query.Take} OFFSET {_query.Skip}");
        return new([.. Rows(page).Select(row => HitOf(row[0]!, row[1])).OfType<SearchHit>()], total, facets.ToImmutableDictionary(StringComparer.Ordinal));
    }

    private SearchHit? HitOf(string document, string? record)
    {
        if (_state.Documents.GetValueOrDefault(document) is not { } known) return null;
        if (record is null) return new(known, null);
        return known.All.GetValueOrDefault(record) is { } state ? new(known, state) : null;
    }

    private List<string?[]> Rows(string sql)
    {
        using SqliteCommand command = _connection.CreateCommand();
        command.CommandText = sql;
        foreach ((string name, string? value) in new[]
        {
            ("$match", _match), ("$kind", _query.Kind), ("$outlet", _query.Outlet), ("$state", _query.State), ("$from", _query.From), ("$until", _query.Until), ("$actor", _query.Actor),
        })
        {
            if (value is not null && sql.Contains(name, StringComparison.Ordinal)) command.Parameters.AddWithValue(name, value);
        }

        using SqliteDataReader reader = command.ExecuteReader();
        List<string?[]> rows = [];
        while (reader.Read()) rows.Add([.. Enumerable.Range(0, reader.FieldCount).Select(i => reader.IsDBNull(i) ? null : Convert.ToString(reader.GetValue(i), CultureInfo.InvariantCulture))]);
        return rows;
    }
}
