using Dragoman.Record;
using Dragoman.Record.Entries;
using Dragoman.Record.Views;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.Extensions.Logging.Abstractions;
using NodaTime;

namespace Dragoman.Pages;

/// <summary>Writes a reading as one HTML file that needs nothing else: the desk's document page without its forms.</summary>
public sealed class HtmlPage
{
    /// <param name="reading">What was found.</param>
    /// <param name="reader">Name and version of the reader.</param>
    public async Task<string> WriteAsync(DocumentReading reading, string reader)
    {
        ArgumentNullException.ThrowIfNull(reading);
        await using ServiceProvider services = new ServiceCollection().BuildServiceProvider();
        await using HtmlRenderer renderer = new(services, NullLoggerFactory.Instance);
        Dictionary<string, object?> parameters = new(StringComparer.Ordinal) { [nameof(DocumentFile.Document)] = StateOf(reading, reader) };
        return await renderer.Dispatcher.InvokeAsync(async () =>
            (await renderer.RenderComponentAsync<DocumentFile>(ParameterView.FromDictionary(parameters))).ToHtmlString());
    }

    private static DocumentState StateOf(DocumentReading reading, string reader)
    {
        IEnumerable<LedgerLine> lines = Filing.Of(reading, reader).Entries
            .Select((entry, i) => new LedgerLine(i + 1, EntryJson.Id(entry), Instant.MinValue, Run.Reader(reader), entry));
        return LedgerState.Of(lines).Documents[reading.Document.Id];
    }
}
