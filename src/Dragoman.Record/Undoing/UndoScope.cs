using Dragoman.Record.Entries;
using Dragoman.Record.Views;

namespace Dragoman.Record.Undoing;

/// <summary>What is to be undone: all that one run, one document's filing, one rule or one reviewer brought into the ledger.</summary>
public abstract record UndoScope
{
    private UndoScope()
    {
    }

    /// <summary>Whether the line is among what is to be undone; decisions that merely rest on it are not.</summary>
    public abstract bool Covers(LedgerLine line);

    /// <summary>Whether the document may hold such lines.</summary>
    public virtual bool MayHold(DocumentState document) => true;

    /// <param name="Id">12 hexadecimal digits, or the beginning of them.</param>
    public sealed record OfRun(string Id) : UndoScope
    {
        public override bool Covers(LedgerLine line) => line.Run.Id?.StartsWith(Id, StringComparison.Ordinal) == true;

        public override string ToString() => "run " + Id;
    }

    /// <param name="Id">The document's id, key, or file name.</param>
    public sealed record OfDocument(string Id) : UndoScope
    {
        public override bool MayHold(DocumentState document) => document.Id == Id || document.Key == Id || document.Filed.Source == Id;

        public override bool Covers(LedgerLine line) => line.Entry is DocumentFiled or ReadingFiled or RecordDrafted;

        public override string ToString() => "document " + Id;
    }

    /// <param name="Place">A rule's place (<c>en/frames/ceasefire.yml#declare-1</c>), or a file for all rules of it.</param>
    public sealed record OfRule(string Place) : UndoScope
    {
        public override bool Covers(LedgerLine line) => line.Entry is RecordDrafted { Content.Rule: { } rule }
            && rule.StartsWith(Place, StringComparison.Ordinal) && (rule.Length == Place.Length || (rule[Place.Length] == '#' && !Place.Contains('#', StringComparison.Ordinal)));

        public override string ToString() => "rule " + Place;
    }

    /// <param name="Name">As decisions are signed.</param>
    public sealed record OfReviewer(string Name) : UndoScope
    {
        public override bool Covers(LedgerLine line) => line.Run is { IsPerson: true, Name: var name } && name == Name && line.Entry is not EntriesRetracted;

        public override string ToString() => "reviewer " + Name;
    }
}
