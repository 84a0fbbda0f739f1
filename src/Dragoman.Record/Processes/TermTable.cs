using System.Collections.Immutable;
using Dragoman.Record.Views.Boards;

namespace Dragoman.Record.Processes;

/// <summary>What a term of a process shows when a text has it.</summary>
public enum TermKind
{
    Party, Place, Word,
}

/// <summary>A name or word of a process that a text may have.</summary>
/// <param name="Process">Index of the process.</param>
/// <param name="Label">The party's id, or the term as the file has it.</param>
public readonly record struct Term(int Process, TermKind Kind, string Label);

/// <summary>All names and words of all processes, found in one pass over a text. Terms of every language are looked for: what is written in one script does not occur in another.</summary>
internal sealed class TermTable
{
    private readonly Dictionary<string, List<(WordPattern Pattern, Term Term)>> _byKey = new(StringComparer.Ordinal);

    public TermTable(ImmutableArray<PeaceProcess> processes)
    {
        for (int i = 0; i < processes.Length; i++)
        {
            foreach (Party party in processes[i].Parties.Where(p => p.IsPrincipal)) Add(party.Names, name => new(i, TermKind.Party, party.Id));
            Add(processes[i].Places, place => new(i, TermKind.Place, place));
            Add(processes[i].Words, word => new(i, TermKind.Word, word));
        }
    }

    /// <summary>Every term that stands in the words, as often as it does.</summary>
    public IEnumerable<Term> In(IReadOnlyList<string> words)
    {
        for (int at = 0; at < words.Count; at++)
        {
            for (int length = 1; length <= Math.Min(WordPattern.KeyLength, words[at].Length); length++)
            {
                if (!_byKey.TryGetValue(words[at][..length], out List<(WordPattern Pattern, Term Term)>? entries)) continue;
                foreach ((WordPattern pattern, Term term) in entries)
                    if (pattern.Matches(words, at)) yield return term;
            }
        }
    }

    private void Add(Wording wording, Func<string, Term> term)
    {
        foreach (string text in wording.ByLanguage.Values.SelectMany(list => list))
        {
            if (WordPattern.Parse(text) is not { } pattern) continue;
            if (!_byKey.TryGetValue(pattern.Key, out List<(WordPattern, Term)>? entries)) _byKey.Add(pattern.Key, entries = []);
            entries.Add((pattern, term(text)));
        }
    }
}
