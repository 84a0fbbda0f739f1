using System.Text.Json;
using Deque.AxeCore.Commons;

namespace Dragoman.Browser;

/// <summary>Asks axe whether a page holds to WCAG 2.2 AA and to good practice.</summary>
public static class AxeAudit
{
    private static readonly string Script = new BundledAxeScriptProvider().GetScript();

    /// <summary>Each violation as a line: the rule, and the elements that break it. None if all is well.</summary>
    public static async Task<IReadOnlyList<string>> ViolationsAsync(Tab tab)
    {
        await tab.Page.EvaluateExpressionAsync(Script);
        string answer = await tab.Page.EvaluateFunctionAsync<string>("""
            async () => {
              const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
              const result = await axe.run(document, { runOnly: tags, resultTypes: ["violations"] });
              return JSON.stringify(result.violations.map(v => `${v.id}: ${v.help}: ` + v.nodes.slice(0, 4).map(n => `${n.html.slice(0, 160)} (${n.failureSummary.replace(/\s+/g, " ")})`).join(" | ")));
            }
            """);
        return JsonSerializer.Deserialize<string[]>(answer) ?? [];
    }
}
