using System.Collections.Immutable;
using System.Reflection;
using System.Security.Cryptography;
using Dragoman.Language.Packs;
using Dragoman.Reading.Events;
using Dragoman.Record;
using Dragoman.Record.Entries;
using Dragoman.Record.Views;
using Dragoman.Storage;
using Dragoman.Storage.Export;
using Dragoman.Storage.Export.Events;
using Dragoman.Storage.Export.Tables;
using NodaTime;
using NodaTime.Text;

namespace Dragoman.Commands;

/// <summary>What exports and releases are made with: the lists of codes in the data folder.</summary>
internal sealed record ExportCodes(CountryCodes Countries, Func<Finding, EventCoding?> Coder, ImmutableArray<ListUsed> Lists)
{
    private static readonly ImmutableArray<string> Files = [CountryCodes.File, "vocab/plover.tsv", "vocab/record-cameo.tsv", "vocab/record-plover.tsv"];

    /// <exception cref="DataException">A list has a fault.</exception>
    public static ExportCodes Load(DataFolder data)
    {
        Problems problems = new();
        CountryCodes countries = CountryCodes.Load(data, problems);
        RecordCoder plover = RecordCoder.Load(data, PloverVocabulary.Load(data, problems), problems);
        CameoCoder cameo = CameoCoder.Load(data, problems);
        problems.ThrowIfAny();
        return new(countries, Code, [.. Files.Select(file => new ListUsed(file, Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(data.Path(file))))))]);

        EventCoding? Code(Finding finding) => plover.Code(finding) is { } code
            ? new(code.Root.Name, code.Mode, code.Root.Quad, cameo.Code(finding), code.Source, code.Target, code.Rule)
            : null;
    }
}

/// <summary>Opens a ledger as what an export is made of.</summary>
internal static class LedgerSource
{
    /// <summary>The scale of lang/en/probability.tsv.</summary>
    private const string LikelihoodScale = "ICD 203 (2015), nearest term";

    public static string Program { get; } = "dragoman " + (typeof(LedgerSource).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion.Split('+')[0] ?? "0");

    /// <param name="path">Where the ledger is.</param>
    /// <param name="asOf">The moment at which it is looked at; null for now.</param>
    /// <param name="lists">The lists of codes that are used.</param>
    /// <exception cref="LedgerException">It cannot be opened or read.</exception>
    public static ExportSource Open(string path, Instant? asOf, ImmutableArray<ListUsed> lists)
    {
        using ILedgerStore store = LedgerPlace.OpenToRead(path);
        Ledger ledger = new(store, SystemClock.Instance);
        LedgerState state = asOf is { } moment ? ledger.AsOf(moment) : ledger.State;
        LedgerLine? head = state.Head == 0 ? null : store.Read(state.Head - 1).First().Parse();
        return new(state, head, asOf is { } at ? InstantPattern.ExtendedIso.Format(at) : null, Program, LikelihoodScale, lists);
    }
}
