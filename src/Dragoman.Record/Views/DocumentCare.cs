using System.Collections.Immutable;
using Dragoman.Record.Entries;

namespace Dragoman.Record.Views;

/// <summary>What people said of whole documents: corrections, and how far the work is. An immutable part of <see cref="LedgerState"/>.</summary>
public sealed record DocumentCare
{
    private DocumentCare()
    {
    }

    public static DocumentCare Empty { get; } = new();

    private ImmutableDictionary<string, DocumentCorrected> Corrections { get; init; } = ImmutableDictionary.Create<string, DocumentCorrected>(StringComparer.Ordinal);

    private ImmutableDictionary<string, LedgerLine> Marks { get; init; } = ImmutableDictionary.Create<string, LedgerLine>(StringComparer.Ordinal);

    /// <summary>All corrections of the document as one, the latest word on each thing; null if there is none.</summary>
    public DocumentCorrected? CorrectionOf(string document) => Corrections.GetValueOrDefault(document);

    /// <summary>The line in which a person last said how far the work is; null if nobody has.</summary>
    public LedgerLine? MarkOf(string document) => Marks.GetValueOrDefault(document);

    /// <summary>How far the work on the document is: as a person said last, or else as the decisions about its records show.</summary>
    public WorkState WorkOn(DocumentState document)
    {
        if (MarkOf(document.Id)?.Entry is WorkMarked marked) return marked.Work;
        if (document.Open == document.Records.Length) return WorkState.Unread;
        return document.Open == 0 ? WorkState.Done : WorkState.Begun;
    }

    internal DocumentCare With(LedgerLine line) => line.Entry switch
    {
        DocumentCorrected corrected => this with { Corrections = Corrections.SetItem(corrected.Document, CorrectionOf(corrected.Document)?.With(corrected) ?? corrected) },
        WorkMarked marked => this with { Marks = Marks.SetItem(marked.Document, line) },
        _ => this,
    };
}
