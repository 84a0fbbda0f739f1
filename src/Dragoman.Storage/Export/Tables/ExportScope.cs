using System.Text;
using Dragoman.Record;
using Dragoman.Record.Processes;
using Dragoman.Record.Views;

namespace Dragoman.Storage.Export.Tables;

/// <summary>Which records an export holds, and how much of the articles' words.</summary>
/// <param name="ConfirmedOnly">Only what a reviewer confirmed or amended; else everything that is not rejected.</param>
/// <param name="WithTexts">The documents' texts, and cited words in full length. Only for those who hold the rights.</param>
public sealed record ExportScope(bool ConfirmedOnly = false, bool WithTexts = false)
{
    /// <summary>Longer citations are cut to this many code points, the mark included.</summary>
    public const int LongestCitation = 280;

    private const char CutMark = '…';

    /// <summary>The process whose documents and records it holds; by default all.</summary>
    public ProcessScope Process { get; init; } = ProcessScope.Everything;

    /// <summary>The document's records that it holds, in text order.</summary>
    public IEnumerable<RecordState> Records(LedgerState state, DocumentState document) => Process.Records(state, document).Select(cited => cited.Record).Where(Holds);

    /// <summary>The passage's words, cut where they are long and the texts are left out.</summary>
    public string? Cite(Passage? passage) => passage is null ? null : Cite(passage.Words);

    public string Cite(string words)
    {
        if (WithTexts || words.Length <= LongestCitation) return words; // code units are no fewer than code points
        StringBuilder cut = new();
        int count = 0;
        foreach (Rune rune in words.EnumerateRunes())
        {
            if (++count > LongestCitation) return cut.Remove(cut.Length - LastLength(cut), LastLength(cut)).Append(CutMark).ToString();
            cut.Append(rune.ToString());
        }

        return words;
    }

    private bool Holds(RecordState record) => record.State switch
    {
        ReviewState.Rejected => false,
        ReviewState.Draft => !ConfirmedOnly,
        _ => true,
    };

    private static int LastLength(StringBuilder text) => char.IsLowSurrogate(text[^1]) ? 2 : 1;
}
