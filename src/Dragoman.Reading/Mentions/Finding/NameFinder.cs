using System.Collections.Immutable;
using Dragoman.Language;
using Dragoman.Reading.Mentions.Lexicon;
using Dragoman.Reading.Mentions.World;
using Dragoman.Record;

namespace Dragoman.Reading.Mentions.Finding;

/// <summary>
/// Finds names: persons with their titles, states and what stands for them, organisations, groups. Works on capitals, lists and
/// adjacency, so that a wrong tree does not tear <c>Foreign Minister Aldo Vren</c> apart.
/// </summary>
internal sealed class NameFinder(FoldedTokens tokens, ActorCatalogue actors, Gazetteer gazetteer, MentionLexicon lexicon, CountryWords countries)
{
    private readonly AnnotatedDocument _text = tokens.Text;
    private readonly NameSegmenter _segmenter = new(tokens, actors, gazetteer, lexicon);
    private readonly PlaceReader _places = new(tokens, lexicon);
    private readonly NameBuilder _builder = new(tokens, actors, lexicon, countries);
    private readonly bool[] _covered = new bool[tokens.Count];

    /// <summary>Whether a token lies in a name, be it an actor's or not; known after <see cref="Find"/>.</summary>
    public bool Covers(int token) => _covered[token];

    public ImmutableArray<Candidate> Find()
    {
        ImmutableArray<Candidate>.Builder found = ImmutableArray.CreateBuilder<Candidate>();
        foreach (Sentence sentence in _text.Sentences)
        {
            foreach (IReadOnlyList<Segment> run in _segmenter.Runs(sentence)) Assemble(run, sentence, found);
        }

        foreach (Candidate candidate in found) Array.Fill(_covered, true, candidate.First, candidate.End - candidate.First);
        return found.ToImmutable();
    }

    /// <summary>Turns one run of adjacent segments into mentions, from left to right.</summary>
    private void Assemble(IReadOnlyList<Segment> run, Sentence sentence, ImmutableArray<Candidate>.Builder found)
    {
        List<Segment> waiting = [];
        for (int i = 0; i < run.Count; i++)
        {
            int titles = i;
            while (titles < run.Count && run[titles].IsTitle) titles++;
            if (titles > i && titles < run.Count && PersonAt(run, titles, out int personEnd))
            {
                found.Add(_builder.Person(run, titles, personEnd, Modifiers(waiting, run[i].First, run[titles].End), i, titles));
                waiting.Clear();
                i = personEnd - 1;
            }
            else if (run[i].IsTitle)
            {
                Flush(waiting, sentence, found);
            }
            else if (PersonAt(run, i, out personEnd))
            {
                Flush(waiting, sentence, found);
                found.Add(_builder.Person(run, i, personEnd, [], i, i));
                i = personEnd - 1;
            }
            else
            {
                i = TakeOther(run, i, waiting) - 1;
            }
        }

        Flush(waiting, sentence, found);
    }

    /// <summary>Adds a place, body or bare name to those that wait for a title or for their own turn; joins what makes one name.</summary>
    private int TakeOther(IReadOnlyList<Segment> run, int index, List<Segment> waiting)
    {
        Segment segment = run[index];
        if (segment.IsBare && waiting.Count > 0 && waiting[^1] is { Places: not null } before && JoinsName(before, segment))
        {
            waiting[^1] = new(before.First, segment.End) { Places = before.Places, IsJoined = true };
            return index + 1;
        }

        waiting.Add(segment);
        return index + 1;
    }

    /// <summary>Whether a listed word before a bare name is part of that name: <c>Sudria Relief Fund</c>.</summary>
    private bool JoinsName(Segment before, Segment name) => _builder.ClassOf(name) switch
    {
        NominalClass.Body or NominalClass.Outlet or NominalClass.Ending => true,
        NominalClass.People or NominalClass.Government => before.Places!.All(place => place.Kind is not (PlaceKind.Adjective or PlaceKind.People)),
        _ => false,
    };

    /// <summary>The states, bodies and bare names directly before a title that belong to it: <c>US</c> in <c>US Secretary of State Ada Lind</c>.</summary>
    private List<Segment> Modifiers(List<Segment> waiting, int first, int end)
    {
        int from = waiting.Count;
        int start = first;
        while (from > 0 && waiting[from - 1].End == start && BelongsTo(waiting[from - 1], end))
        {
            from--;
            start = waiting[from].First;
        }

        List<Segment> modifiers = waiting.GetRange(from, waiting.Count - from);
        waiting.RemoveRange(from, waiting.Count - from);
        return modifiers;
    }

    private bool BelongsTo(Segment segment, int end)
    {
        if (segment.Actor is not null || segment.Places?.Any(place => place.Kind is PlaceKind.State or PlaceKind.Adjective or PlaceKind.Seat) == true) return true;
        int above = _text.Tokens[Phrases.HeadOf(_text, segment.First, segment.End)].Head;
        return above >= segment.End && above < end;
    }

    private bool PersonAt(IReadOnlyList<Segment> run, int index, out int end)
    {
        Segment segment = run[index];
        end = index + 1;
        if (segment.Actor is { Kind: ActorKind.Person } && segment.Length > 1) return true;
        bool alias = segment.Actor is { Kind: ActorKind.Person };
        if (!alias && !segment.IsBare) return false;
        while (end < run.Count && (run[end].IsBare || run[end].Actor is { Kind: ActorKind.Person } && run[end].Length == 1)) end++;
        if (alias && end == index + 1) return true;
        return _builder.LooksLikePerson(run, index, end, titled: index > 0 && run[index - 1].IsTitle);
    }

    private void Flush(List<Segment> waiting, Sentence sentence, ImmutableArray<Candidate>.Builder found)
    {
        foreach (Segment segment in waiting)
        {
            Candidate? candidate = segment switch
            {
                { Actor: { } actor } => _builder.Listed(segment, actor),
                { Places: { } places, IsJoined: false } => _places.Read(segment, places),
                _ => _builder.Bare(segment, sentence),
            };
            if (candidate is null && (segment.Length > 1 || !segment.IsBare)) Array.Fill(_covered, true, segment.First, segment.Length);
            if (candidate is not null) found.Add(candidate);
        }

        waiting.Clear();
    }
}
