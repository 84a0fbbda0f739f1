using Dragoman.Pages;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Dragoman.Charts;

/// <summary>Charts as files to download.</summary>
internal static class ChartImage
{
    /// <summary>The colours of the light page, and the rules of charts.</summary>
    public static string Style { get; } = string.Concat(PaletteOf(PageAssets.Style.Text), PageAssets.ChartStyle.Text);

    /// <param name="name">Of the file, without its ending.</param>
    /// <param name="title">What the image shows.</param>
    /// <param name="width">In pixels.</param>
    /// <param name="height">In pixels.</param>
    /// <param name="chart">The chart's elements.</param>
    /// <param name="context">The answer becomes a file.</param>
    public static IResult Of(HttpContext context, string name, string title, int width, int height, RenderFragment chart)
    {
        context.Response.Headers.ContentDisposition = $"attachment; filename=\"{name}.svg\"";
        return new RazorComponentResult<SvgFile>(new { Title = title, Width = width, Height = height, ChildContent = chart }) { ContentType = "image/svg+xml" };
    }

    /// <summary>A chart component with its parameters as a fragment.</summary>
    public static RenderFragment Part<TChart>(params (string Name, object? Value)[] parameters)
        where TChart : IComponent => builder =>
        {
            builder.OpenComponent<TChart>(0);
            builder.AddMultipleAttributes(1, parameters.Select(p => KeyValuePair.Create(p.Name, p.Value!)));
            builder.CloseComponent();
        };

    /// <summary>The first rule of the style sheet, which holds its colours, and the rules that give each kind its colour.</summary>
    private static string PaletteOf(string style)
    {
        int start = style.IndexOf(":root", StringComparison.Ordinal);
        IEnumerable<string> kinds = style.Split('\n').Where(line => line.StartsWith(".k-", StringComparison.Ordinal) && line.Contains("--k:", StringComparison.Ordinal));
        return style[start..(style.IndexOf('}', start) + 1)] + "\n" + string.Join('\n', kinds) + "\n";
    }
}
