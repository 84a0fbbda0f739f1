using System.Globalization;
using System.Text.RegularExpressions;
using Dragoman.Language;

namespace Dragoman.Tests;

/// <summary>
/// What the validator of Universal Dependencies asks of a file at its first two levels: the format, and annotation that holds in every language. Of
/// level 1 the normal form NFC is left out, for forms are the document's own characters.
/// </summary>
internal sealed partial class UdRules
{
    private const int Columns = 10;
    private const int Form = 1;
    private const int Upos = 3;
    private const int Feats = 5;
    private const int Head = 6;
    private const int Deprel = 7;
    private const int Deps = 8;
    private const int Misc = 9;
    private const int Patience = 1000; // ms, for a pattern

    private static readonly HashSet<string> Tags = [.. Enum.GetNames<Upos>()];

    private readonly List<string> _faults = [];
    private readonly HashSet<string> _ids = new(StringComparer.Ordinal);
    private readonly HashSet<string> _open = new(StringComparer.Ordinal);

    private UdRules()
    {
    }

    /// <summary>Every fault of a file; none if it is valid.</summary>
    public static IReadOnlyList<string> Check(string file)
    {
        UdRules rules = new();
        if (file.Length == 0) return [];
        if (!file.EndsWith("\n\n", StringComparison.Ordinal)) rules._faults.Add("the file does not end in an empty line");
        foreach (string sentence in file[..^2].Split("\n\n")) rules.CheckSentence(sentence.Split('\n'));
        return rules._faults;
    }

    private void CheckSentence(string[] lines)
    {
        List<string> comments = [.. lines.TakeWhile(line => line.StartsWith('#'))];
        List<string[]> rows = [.. lines.Skip(comments.Count).Select(line => line.Split('\t'))];
        Ask(lines.All(line => line.Length > 0), "empty line in a sentence");
        Ask(rows.Count > 0 && rows.All(row => row.Length == Columns), $"not ten columns: {lines[^1]}");
        if (_faults.Count > 0) return;
        CheckComments(comments);
        foreach (string[] row in rows) CheckCells(row);
        CheckIds(rows);
        CheckTree([.. rows.Where(row => !row[0].Contains('-', StringComparison.Ordinal))]);
        CheckText(comments, rows);
        CheckEntities(rows);
    }

    private void CheckComments(List<string> comments)
    {
        string[] ids = [.. comments.Where(line => line.StartsWith("# sent_id = ", StringComparison.Ordinal)).Select(line => line[12..])];
        Ask(ids.Length == 1, "one sent_id");
        Ask(ids.All(id => id.Length > 0 && !id.Any(c => char.IsWhiteSpace(c) || c == '/')), $"sent_id without white space and slash: {ids.FirstOrDefault()}");
        Ask(ids.All(_ids.Add), "unique sent_id");
        Ask(comments.Count(line => line.StartsWith("# text = ", StringComparison.Ordinal)) == 1, "one text");
    }

    private void CheckCells(string[] row)
    {
        Ask(row.All(cell => cell.Length > 0), $"empty cell in {string.Join('|', row)}");
        Ask(row.All(cell => cell.Trim() == cell && !cell.Contains("  ", StringComparison.Ordinal)), $"white space around or doubled: {string.Join('|', row)}");
        Ask(row.Where((_, column) => column is not (Form or 2 or Misc)).All(cell => !cell.Any(char.IsWhiteSpace)), $"white space in {string.Join('|', row)}");
        Ask(!row[Form].Any(char.IsWhiteSpace), $"white space in the form {row[Form]}");
        if (row[0].Contains('-', StringComparison.Ordinal))
        {
            Ask(row[2..Misc].All(cell => cell == "_"), "a range has a form and MISC alone");
            return;
        }

        Ask(Tags.Contains(row[Upos]), $"unknown tag {row[Upos]}");
        Ask(row[Deprel] == "_" || Relation().IsMatch(row[Deprel]), $"relation {row[Deprel]}");
        Ask(row[Deps] == "_", "no enhanced graph");
        if (row[Feats] == "_") return;
        string[] features = row[Feats].Split('|');
        Ask(features.All(feature => Feature().IsMatch(feature)), $"features {row[Feats]}");
        Ask(features.SequenceEqual(features.OrderBy(feature => feature.Split('=')[0], StringComparer.OrdinalIgnoreCase)), $"features in order: {row[Feats]}");
        Ask(features.Select(feature => feature.Split('=')[0]).Distinct(StringComparer.Ordinal).Count() == features.Length, $"each feature once: {row[Feats]}");
    }

    /// <summary>Words are numbered from 1; a range stands before its first word, holds at least two, and ranges do not overlap.</summary>
    private void CheckIds(List<string[]> rows)
    {
        int next = 1;
        int covered = 0;
        foreach (string[] row in rows)
        {
            string[] bounds = row[0].Split('-');
            Ask(Number(bounds[0]) == next, string.Create(CultureInfo.InvariantCulture, $"id {row[0]} where {next} was due"));
            if (bounds.Length == 1)
            {
                next++;
                continue;
            }

            Ask(Number(bounds[1]) > next && next > covered, $"range {row[0]}");
            covered = Number(bounds[1]);
        }

        Ask(covered < next, "a range ends within the sentence");
    }

    private void CheckTree(List<string[]> words)
    {
        int[] heads = [.. words.Select(row => Number(row[Head]))];
        Ask(heads.All(head => head >= 0 && head <= words.Count), "heads are words");
        Ask(heads.Count(head => head == 0) == 1, "one root");
        Ask(words.All(row => (row[Head] == "0") == (row[Deprel] == "root")), "root is the relation of the root alone");
        for (int word = 0; word < heads.Length; word++)
        {
            int at = word + 1;
            for (int steps = 0; at > 0 && steps <= heads.Length; steps++) at = heads[at - 1];
            Ask(at == 0, string.Create(CultureInfo.InvariantCulture, $"word {word + 1} hangs on the root"));
        }
    }

    /// <summary>The forms with the spaces that <c>SpaceAfter</c> leaves give the text.</summary>
    private void CheckText(List<string> comments, List<string[]> rows)
    {
        string rest = comments.Single(line => line.StartsWith("# text = ", StringComparison.Ordinal))[9..];
        Ask(rest == rest.Trim(), "text without white space around it");
        int covered = 0;
        (int start, int end) last = (-1, 0);
        for (int i = 0; i < rows.Count; i++)
        {
            string[] bounds = rows[i][0].Split('-');
            string[] misc = rows[i][Misc].Split('|');
            (int start, int end) = (Place(misc, "start_char="), Place(misc, "end_char="));
            Ask(start >= last.start && end >= start, $"offsets of {rows[i][Form]}");
            last = (start, end);
            if (bounds.Length == 1 && Number(bounds[0]) <= covered)
            {
                Ask(!misc.Contains("SpaceAfter=No"), "SpaceAfter within a range");
                continue;
            }

            if (bounds.Length == 2) covered = Number(bounds[1]);
            Ask(rest.StartsWith(rows[i][Form], StringComparison.Ordinal), $"'{rows[i][Form]}' does not go on '{rest}'");
            rest = rest[Math.Min(rest.Length, rows[i][Form].Length)..];
            if (misc.Contains("SpaceAfter=No") || rest.Length == 0) continue;
            Ask(char.IsWhiteSpace(rest[0]), $"a space after {rows[i][Form]}");
            rest = rest.TrimStart();
        }

        Ask(rest.Length == 0, $"text without words: '{rest}'");
    }

    /// <summary>Brackets of CorefUD: what opens has an id and a type and closes in its sentence.</summary>
    private void CheckEntities(List<string[]> rows)
    {
        foreach (string misc in rows.Select(row => row[Misc]))
        {
            string entities = misc.Split('|').FirstOrDefault(part => part.StartsWith("Entity=", StringComparison.Ordinal))?[7..] ?? "";
            Ask(Entities().IsMatch(entities), $"entities {entities}");
            foreach (Match entity in Entity().Matches(entities))
            {
                string id = entity.Groups["id"].Value;
                if (entity.Value.StartsWith('(')) Ask(_open.Add(id), $"{id} opens twice");
                if (entity.Value.EndsWith(')')) Ask(_open.Remove(id), $"{id} closes unopened");
            }
        }

        Ask(_open.Count == 0, "names end in their sentence");
    }

    private void Ask(bool holds, string fault)
    {
        if (!holds) _faults.Add(fault);
    }

    private static int Number(string text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int number) ? number : -1;

    private static int Place(string[] misc, string key) => Number(misc.First(part => part.StartsWith(key, StringComparison.Ordinal))[key.Length..]);

    [GeneratedRegex("^[a-z]+(:[a-z]+)?$", RegexOptions.ExplicitCapture, Patience)]
    private static partial Regex Relation();

    [GeneratedRegex("^[A-Z][A-Za-z0-9]*=[A-Z0-9][A-Za-z0-9]*(,[A-Z0-9][A-Za-z0-9]*)*$", RegexOptions.ExplicitCapture, Patience)]
    private static partial Regex Feature();

    [GeneratedRegex(@"^(\(e[0-9]+-[a-z]+\)?|e[0-9]+\))*$", RegexOptions.ExplicitCapture, Patience)]
    private static partial Regex Entities();

    [GeneratedRegex(@"\((?<id>e[0-9]+)-[a-z]+\)?|(?<id>e[0-9]+)\)", RegexOptions.ExplicitCapture, Patience)]
    private static partial Regex Entity();
}
