using Dragoman.Record.Views;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Dragoman.Desk;

/// <summary>The pages of processes: everything at <c>/</c>, one at <c>/processes/KEY</c> or <c>/?process=KEY</c>.</summary>
internal static class ProcessPages
{
    public static void Map(WebApplication desk, DeskSettings settings)
    {
        ProcessViewer viewer = new(settings.Catalogue);
        Page("/", (string? process) => Process(string.IsNullOrEmpty(process) ? null : process));
        Page("/processes/{key}", Process);
        LinkPages.Map(desk, settings, viewer);

        IResult Process(string? key)
        {
            LedgerState state = settings.Ledger.State;
            return viewer.View(state, key) is { } view
                ? new RazorComponentResult<ProcessPage>(new { State = state, Ledger = settings.Place, settings.IsReading, View = view })
                : DeskHost.Missing(settings);
        }

        void Page(string address, Delegate answer) => desk.MapMethods(address, [HttpMethods.Get, HttpMethods.Head], answer);
    }
}
