using System.Diagnostics;
using System.Text;
using System.Text.Json;
using Dragoman.Record.Views;
using Dragoman.Storage.Export;
using Xunit;

namespace Dragoman.Tests;

public sealed class JsonLdTests
{
    /// <summary>Counts annotations whose two selectors, provenance and source a processor finds, and prints their quotes.</summary>
    private const string Query = """
        import sys, rdflib
        g = rdflib.Graph()
        g.parse(data=sys.stdin.buffer.read().decode("utf-8"), format="json-ld")
        rows = g.query('''
            PREFIX oa: <http://www.w3.org/ns/oa#> PREFIX prov: <http://www.w3.org/ns/prov#>
            SELECT ?a ?start ?end ?exact WHERE {
              ?a a oa:Annotation ; oa:hasTarget ?t ; prov:wasGeneratedBy ?run . ?run prov:wasAssociatedWith ?agent . ?t oa:hasSource ?document . ?document a prov:Entity .
              ?t oa:hasSelector ?p, ?q . ?p a oa:TextPositionSelector ; oa:start ?start ; oa:end ?end . ?q a oa:TextQuoteSelector ; oa:exact ?exact ; oa:prefix ?prefix ; oa:suffix ?suffix }''')
        for r in sorted((str(r[0]), int(r[1]), int(r[2]), str(r[3])) for r in rows): print(r[0], r[1], r[2], r[3].replace("\n", " "))
        """;

    [Fact]
    public async Task A_JSON_LD_processor_finds_every_record_as_an_annotation_with_selectors_and_provenance()
    {
        string? python = PythonWithRdf();
        Assert.SkipUnless(python is not null, "needs Python with rdflib (Debian: python3-rdflib)");
        LedgerState state = Exports.Truce().State;
        ExportFile file = (await Exports.Make(state, new(), ExportFormat.JsonLd))["record.jsonld"];
        string[] found = (await Run(python, file.Bytes, "-c", Query)).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(Exports.Rows(state), found.Length);
        Assert.Contains(found, line => line.EndsWith("Defence minister Oda Brenn said Sudria had broken the truce 120 times.", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Quotes_stand_at_their_positions_with_32_code_points_around()
    {
        LedgerState state = Exports.Truce().State;
        int[] text = [.. state.InOrder.Single().Text.EnumerateRunes().Select(r => r.Value)];
        using JsonDocument json = JsonDocument.Parse((await Exports.Make(state, new(), ExportFormat.JsonLd))["record.jsonld"].Bytes);
        JsonElement[] annotations = [.. json.RootElement.GetProperty("@graph").EnumerateArray().Where(n => n.GetProperty("type").GetString() == "Annotation")];
        Assert.NotEmpty(annotations);
        foreach (JsonElement annotation in annotations)
        {
            JsonElement selectors = annotation.GetProperty("target").GetProperty("selector");
            int start = selectors[0].GetProperty("start").GetInt32();
            int end = selectors[0].GetProperty("end").GetInt32();
            Assert.Equal(selectors[1].GetProperty("exact").GetString(), Words(start, end));
            Assert.Equal(selectors[1].GetProperty("prefix").GetString(), Words(Math.Max(0, start - 32), start));
            Assert.Equal(selectors[1].GetProperty("suffix").GetString(), Words(end, Math.Min(text.Length, end + 32)));
        }

        string Words(int from, int until) => string.Concat(text[from..until].Select(char.ConvertFromUtf32));
    }

    private static string? PythonWithRdf() => new[] { "/usr/bin/python3", "python3" }.FirstOrDefault(python =>
    {
        try
        {
            using Process process = Process.Start(new ProcessStartInfo(python, ["-c", "import rdflib"]) { RedirectStandardError = true, UseShellExecute = false })!;
            process.WaitForExit();
            return process.ExitCode == 0;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return false;
        }
    });

    private static async Task<string> Run(string program, byte[] input, params string[] arguments)
    {
        using Process process = Process.Start(new ProcessStartInfo(program, arguments) { UseShellExecute = false, RedirectStandardInput = true, RedirectStandardOutput = true, StandardOutputEncoding = Encoding.UTF8 })!;
        await process.StandardInput.BaseStream.WriteAsync(input, TestContext.Current.CancellationToken);
        process.StandardInput.Close();
        string output = await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.Equal(0, process.ExitCode);
        return output;
    }
}
