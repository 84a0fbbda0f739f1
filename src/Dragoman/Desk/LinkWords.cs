using Dragoman.Pages;
using Dragoman.Record.Entries;
using Dragoman.Record.Linking;
using Dragoman.Record.Views;

namespace Dragoman.Desk;

/// <summary>Puts links into words.</summary>
internal static class LinkWords
{
    private const int Length = 180; // characters of an end

    public static string Of(Link link) => link.Relation switch
    {
        LinkRelation.Copy => "One text.",
        LinkRelation.Same => link.From.Actor is not null ? "One person." : link.IsPossible ? "Perhaps one." : "One.",
        LinkRelation.Contradicts => "Contradiction.",
        LinkRelation.Differs => "Figures differ.",
        LinkRelation.Answers => "Answer.",
        _ => "Continues.",
    };

    public static string Of(LinkLine line) => line.Status switch
    {
        LinkStatus.Confirmed => "confirmed",
        LinkStatus.Rejected => "rejected",
        _ => line.Link.IsPossible ? "possible" : "proposed",
    };

    /// <summary>An end in its own words, with where they stand.</summary>
    public static string End(LedgerState state, LinkEnd end)
    {
        DocumentState document = state.Documents[end.Document];
        string origin = document.Reading?.Outlet ?? document.Filed.Source;
        if (end.Actor is { } key) return $"{document.Reading?.Actors.FirstOrDefault(a => IdentityKey.Of(a) == key)?.Name ?? key}, in “{document.Name}” ({origin})";
        if (end.Record is null) return $"{document.Name} ({origin})";
        CitedRecord record = new(document, document.All[end.Record]);
        Phrase phrase = Phrasing.Of(record);
        return $"{(phrase.Who is null ? "" : phrase.Who + ": ")}“{Phrasing.Shortened(Phrasing.Unquoted(record.Evidence.Words.ReplaceLineEndings(" ")), Length)}” ({ContradictionWords.Origin(record)})";
    }

    public static string Address(LedgerState state, LinkEnd end)
    {
        DocumentState document = state.Documents[end.Document];
        return end.Record is { } record ? DeskAddress.Of(document, record) : DeskAddress.Of(document);
    }
}
