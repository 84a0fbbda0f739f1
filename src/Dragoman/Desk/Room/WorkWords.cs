using Dragoman.Record.Entries;

namespace Dragoman.Desk.Room;

/// <summary>How far the work on a document is, in words for people.</summary>
public static class WorkWords
{
    public static string Of(WorkState work) => work switch
    {
        WorkState.Unread => "Unread",
        WorkState.Begun => "In work",
        _ => "Done",
    };
}
