using System.Globalization;
using System.Text;
using Dragoman.Reading.Frames.Matching;
using Dragoman.Reading.Frames.Rules;
using Dragoman.Reading.Intake;

namespace Dragoman.Reading.Frames;

/// <summary>What a collection of texts makes of the rules: which never fire, which fire and always lose, and which words of the lists never occur.</summary>
public sealed class RuleCoverage
{
    private readonly Reader _reader;
    private readonly Phrases<Listed> _words = new();
    private readonly List<Listed> _listed = [];
    private readonly Dictionary<FrameRule, Count> _counts = new(ReferenceEqualityComparer.Instance);
    private int _documents;
    private int _sentences;

    public RuleCoverage(Reader reader)
    {
        _reader = reader;
        foreach (FrameRule rule in reader.Frames.Rules)
        {
            _counts[rule] = new();
            foreach (string word in rule.Triggers.Where(t => !t.StartsWith('@')).Distinct(StringComparer.Ordinal)) List(rule.Id, word);
        }

        foreach (string name in reader.Frames.Classes.Names.Order(StringComparer.Ordinal))
            foreach (string word in reader.Frames.Classes.WordsOf(name)) List("@" + name, word);
    }

    public void Add(Article article)
    {
        Annotations annotations = _reader.Annotate(article);
        _documents++;
        _sentences += annotations.Text.Sentences.Length;
        for (int t = 0; t < annotations.Text.Tokens.Length; t++) _words.At(annotations.Text, t, hit => hit.Value.IsSeen = true);
        foreach (Judged judged in _reader.Frames.Judge(annotations))
        {
            Count count = _counts[judged.Match.Rule];
            count.Fired++;
            if (judged.Loss == Loss.None) count.Kept++;
        }
    }

    public string Write()
    {
        StringBuilder text = new();
        FrameRule[] silent = [.. _reader.Frames.Rules.Where(rule => _counts[rule].Fired == 0)];
        FrameRule[] losers = [.. _reader.Frames.Rules.Where(rule => _counts[rule] is { Fired: > 0, Kept: 0 })];
        ILookup<string, string> unseen = _listed.Where(word => !word.IsSeen).ToLookup(word => word.List, word => word.Word, StringComparer.Ordinal);
        text.Append(CultureInfo.InvariantCulture, $"{_documents} documents, {_sentences} sentences, {_reader.Frames.Rules.Length} rules, {_listed.Count} words in their triggers and classes\n");
        text.Append("\nrecords  fired  rule\n");
        foreach (FrameRule rule in _reader.Frames.Rules.Where(rule => _counts[rule].Kept > 0))
            text.Append(CultureInfo.InvariantCulture, $"{_counts[rule].Kept,7} {_counts[rule].Fired,6}  {rule.Id}\n");
        text.Append(CultureInfo.InvariantCulture, $"\nrules that fire but never give a record: {losers.Length}\n");
        foreach (FrameRule rule in losers) text.Append(CultureInfo.InvariantCulture, $"{_counts[rule].Fired,14}  {rule.Id}\n");
        text.Append(CultureInfo.InvariantCulture, $"\nrules that never fire: {silent.Length}\n");
        foreach (FrameRule rule in silent) text.Append("  ").Append(rule.Id).Append('\n');
        text.Append(CultureInfo.InvariantCulture, $"\nwords that never occur: {unseen.Sum(list => list.Count())}\n");
        foreach (IGrouping<string, string> list in unseen) text.Append("  ").Append(list.Key).Append(": ").AppendJoin(", ", list).Append('\n');
        return text.ToString();
    }

    private void List(string list, string word)
    {
        Listed listed = new(list, word);
        _listed.Add(listed);
        _words.Add(word, listed);
    }

    /// <summary>A word of a rule's trigger or of a class.</summary>
    private sealed record Listed(string List, string Word)
    {
        public bool IsSeen { get; set; }
    }

    private sealed class Count
    {
        public int Fired { get; set; }

        public int Kept { get; set; }
    }
}
