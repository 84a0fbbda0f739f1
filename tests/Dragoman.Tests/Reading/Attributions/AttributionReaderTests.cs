using System.Collections.Immutable;
using System.Globalization;
using CsCheck;
using Dragoman.Language;
using Dragoman.Language.Packs;
using Dragoman.Reading.Attributions;
using Dragoman.Reading.Mentions;
using Dragoman.Reading.Regions;
using Dragoman.Record;
using Dragoman.Tests.Repository;
using Xunit;

namespace Dragoman.Tests;

public sealed class AttributionReaderTests
{
    private static readonly AttributionReader Reader = Load();

    [Fact]
    public void A_reported_clause_is_content_without_its_complementizer()
    {
        AnnotatedDocument text = Tree.Of("""
            Dorn Dorn PROPN 2 nsubj
            said say VERB 0 root VerbForm=Fin|Tense=Past
            that that SCONJ 5 mark
            Norland Norland PROPN 5 nsubj
            waited wait VERB 2 ccomp VerbForm=Fin
            _. . PUNCT 2 punct
            """);
        Attribution attribution = Assert.Single(Read(text));
        Assert.Equal("Norland waited", Words(text, attribution));
        Assert.Equal("said", text.Document[attribution.Cue!.Value]);
        Assert.Equal("Dorn", text.Document[attribution.Source!.Value]);
        Assert.Equal("en/cues.tsv#say", attribution.Rule);
        Assert.Equal(QuotationMode.Indirect, attribution.Mode);
    }

    [Fact]
    public void An_agentless_passive_has_no_speaker_and_says_why()
    {
        AnnotatedDocument text = Tree.Of("""
            It it PRON 3 expl
            was be AUX 3 aux:pass VerbForm=Fin
            reported report VERB 0 root VerbForm=Part|Tense=Past
            that that SCONJ 6 mark
            Norland Norland PROPN 6 nsubj
            waited wait VERB 3 ccomp VerbForm=Fin
            _. . PUNCT 3 punct
            """);
        Attribution attribution = Assert.Single(Read(text));
        Assert.Null(attribution.Speaker);
        Assert.Contains("passive", attribution.Why, StringComparison.Ordinal);
    }

    [Fact]
    public void An_interrupted_quotation_is_one_statement()
    {
        AnnotatedDocument text = Tree.Of("""
            “ “ PUNCT 3 punct
            We we PRON 3 nsubj
            wait wait VERB 7 ccomp VerbForm=Fin
            _, , PUNCT 3 punct
            _” ” PUNCT 3 punct
            Dorn Dorn PROPN 7 nsubj
            said say VERB 0 root VerbForm=Fin
            _. . PUNCT 7 punct

            “ “ PUNCT 3 punct
            They they PRON 3 nsubj
            come come VERB 0 root VerbForm=Fin
            _. . PUNCT 3 punct
            _” ” PUNCT 3 punct
            """);
        Attribution attribution = Assert.Single(Read(text));
        Assert.Equal("We wait, | They come.", Words(text, attribution));
        Assert.Equal(QuotationMode.Direct, attribution.Mode);
    }

    [Fact]
    public void Coordinated_cues_share_their_source()
    {
        AnnotatedDocument text = Tree.Of("""
            Dorn Dorn PROPN 2 nsubj
            said say VERB 0 root VerbForm=Fin|Tense=Past
            talks talk NOUN 4 nsubj
            failed fail VERB 2 ccomp VerbForm=Fin
            and and CCONJ 6 cc
            added add VERB 2 conj VerbForm=Fin|Tense=Past
            that that SCONJ 9 mark
            Sudria Sudria PROPN 9 nsubj
            lied lie VERB 6 ccomp VerbForm=Fin
            _. . PUNCT 2 punct
            """);
        ImmutableArray<Attribution> found = Read(text);
        Assert.Equal(["talks failed", "Sudria lied"], found.Select(a => Words(text, a)));
        Assert.All(found, attribution => Assert.Equal("Dorn", text.Document[attribution.Source!.Value]));
    }

    [Fact]
    public void An_aside_reports_the_sentence_that_it_follows()
    {
        AnnotatedDocument text = Tree.Of("""
            Norland Norland PROPN 2 nsubj
            waited wait VERB 5 ccomp VerbForm=Fin
            _, , PUNCT 2 punct
            officials official NOUN 5 nsubj
            said say VERB 0 root VerbForm=Fin
            _. . PUNCT 5 punct
            """);
        Assert.Equal("Norland waited", Words(text, Assert.Single(Read(text))));
    }

    [Fact]
    public void According_to_somebody_the_rest_of_the_sentence_holds()
    {
        AnnotatedDocument text = Tree.Of("""
            According accord VERB 3 case
            to to ADP 1 fixed
            monitors monitor NOUN 6 obl
            _, , PUNCT 6 punct
            Norland Norland PROPN 6 nsubj
            waited wait VERB 0 root VerbForm=Fin
            _. . PUNCT 6 punct
            """);
        Attribution attribution = Assert.Single(Read(text));
        Assert.Equal("Norland waited", Words(text, attribution));
        Assert.Equal("monitors", text.Document[attribution.Source!.Value]);
    }

    [Fact]
    public void A_fragment_in_marks_makes_indirect_speech_mixed()
    {
        AnnotatedDocument text = Tree.Of("""
            Dorn Dorn PROPN 2 nsubj
            said say VERB 0 root VerbForm=Fin
            Norland Norland PROPN 6 nsubj
            was be AUX 6 cop VerbForm=Fin
            “ “ PUNCT 6 punct
            _ready ready ADJ 2 ccomp
            _” ” PUNCT 6 punct
            _. . PUNCT 2 punct
            """);
        Attribution attribution = Assert.Single(Read(text));
        Assert.Equal("Norland was “ready”", Words(text, attribution));
        Assert.Equal(QuotationMode.Mixed, attribution.Mode);
    }

    [Fact]
    public void Words_in_marks_that_nobody_is_said_to_say_are_no_statement()
    {
        AnnotatedDocument text = Tree.Of("""
            The the DET 4 det
            “ “ PUNCT 4 punct
            _ceasefire ceasefire NOUN 5 nsubj
            _” ” PUNCT 3 punct
            failed fail VERB 0 root VerbForm=Fin
            _. . PUNCT 5 punct
            """);
        Assert.Empty(Read(text));
    }

    [Fact]
    public void An_accusation_takes_the_accused_and_the_deed()
    {
        AnnotatedDocument text = Tree.Of("""
            Dorn Dorn PROPN 2 nsubj
            accused accuse VERB 0 root VerbForm=Fin
            Sudria Sudria PROPN 2 obj
            of of SCONJ 5 mark
            stalling stall VERB 2 advcl VerbForm=Ger
            _. . PUNCT 2 punct
            """);
        Assert.Equal("Sudria of stalling", Words(text, Assert.Single(Read(text))));
    }

    [Fact]
    public void Turns_of_a_transcript_are_direct_and_their_label_is_the_cue()
    {
        AnnotatedDocument text = Tree.Of("""
            DORN Dorn PROPN 4 nsubj
            _: : PUNCT 1 punct
            We we PRON 4 nsubj
            wait wait VERB 0 root VerbForm=Fin
            _. . PUNCT 4 punct
            ¶
            Q Q NOUN 3 dep
            _: : PUNCT 1 punct
            Why why ADV 0 root
            _? ? PUNCT 3 punct
            ¶
            DORN Dorn PROPN 3 nsubj
            _: : PUNCT 1 punct
            Because because SCONJ 0 root
            _. . PUNCT 3 punct
            """);
        ImmutableArray<Attribution> found = Read(text);
        Assert.Equal(["We wait.", "Why?", "Because."], found.Select(a => Words(text, a)));
        Assert.All(found, attribution => Assert.Equal(QuotationMode.Direct, attribution.Mode));
    }

    [Fact]
    public void The_source_between_commas_interrupts_what_it_says()
    {
        AnnotatedDocument text = Tree.Of("""
            Norland Norland PROPN 6 nsubj
            _, , PUNCT 4 punct
            officials official NOUN 4 nsubj
            said say VERB 6 parataxis VerbForm=Fin
            _, , PUNCT 4 punct
            waits wait VERB 0 root VerbForm=Fin
            _. . PUNCT 6 punct
            """);
        Assert.Equal("Norland | waits", Words(text, Assert.Single(Read(text))));
    }

    [Fact]
    public void A_participle_after_reported_speech_shares_its_source()
    {
        AnnotatedDocument text = Tree.Of("""
            Dorn Dorn PROPN 2 nsubj
            said say VERB 0 root VerbForm=Fin
            Sudria Sudria PROPN 4 nsubj
            lied lie VERB 2 ccomp VerbForm=Fin
            _, , PUNCT 6 punct
            adding add VERB 4 advcl VerbForm=Ger
            that that SCONJ 9 mark
            Norland Norland PROPN 9 nsubj
            waited wait VERB 6 ccomp VerbForm=Fin
            _. . PUNCT 2 punct
            """);
        ImmutableArray<Attribution> found = Read(text);
        Assert.Equal(["Sudria lied", "Norland waited"], found.Select(a => Words(text, a)));
        Assert.All(found, attribution => Assert.Equal("Dorn", text.Document[attribution.Source!.Value]));
    }

    [Fact]
    public void The_author_who_welcomes_something_makes_no_statement_about_himself()
    {
        AnnotatedDocument text = Tree.Of("""
            I I PRON 2 nsubj Person=1|Number=Sing
            welcome welcome VERB 0 root VerbForm=Fin|Tense=Pres
            the the DET 4 det
            truce truce NOUN 2 obj
            _. . PUNCT 2 punct
            """);
        Assert.Empty(Read(text));
    }

    [Fact]
    public void A_statement_inside_a_statement_names_the_outer_one()
    {
        AnnotatedDocument text = Tree.Of("""
            Dorn Dorn PROPN 2 nsubj
            said say VERB 0 root VerbForm=Fin
            Sudria Sudria PROPN 4 nsubj
            claimed claim VERB 2 ccomp VerbForm=Fin
            that that SCONJ 7 mark
            Norland Norland PROPN 7 nsubj
            fled flee VERB 4 ccomp VerbForm=Fin
            _. . PUNCT 2 punct
            """);
        ImmutableArray<Attribution> found = Read(text);
        Assert.Equal([null, 0], found.Select(a => a.Within));
    }

    [Fact]
    public void Whatever_the_tree_content_is_trimmed_disjoint_in_order_and_without_its_cue()
    {
        string[] words =
        [
            "said say VERB", "told tell VERB", "accused accuse VERB", "according according VERB", "to to ADP", "that that SCONJ", "claims claim NOUN", "_, , PUNCT", "_: : PUNCT",
            "“ “ PUNCT", "_” ” PUNCT", "Norland Norland PROPN", "he he PRON", "was be AUX", "adding add VERB", "_. . PUNCT", "and and CCONJ", "attack attack NOUN", "called call VERB", "for for ADP",
        ];
        string[] relations = ["nsubj", "ccomp", "xcomp", "obj", "conj", "cc", "mark", "case", "punct", "advcl", "acl", "acl:relcl", "parataxis", "obl", "nmod", "aux:pass", "nmod:poss", "appos"];
        Gen.Select(Gen.Int[0, 999], Gen.Int[0, 999], Gen.Int[0, 999], (word, head, relation) => (word, head, relation)).List[1, 25].Sample(draws =>
        {
            bool headsLeft = draws[0].head % 2 == 0;
            IEnumerable<string> lines = draws.Select((draw, i) =>
            {
                int root = headsLeft ? 0 : draws.Count - 1;
                int head = i == root ? 0 : headsLeft ? 1 + (draw.head % i) : i + 2 + (draw.head % (draws.Count - 1 - i));
                string feats = draw.relation % 3 == 0 ? "VerbForm=Ger" : "VerbForm=Fin|Tense=Past";
                return string.Create(CultureInfo.InvariantCulture, $"{words[draw.word % words.Length]} {head} {relations[draw.relation % relations.Length]} {feats}");
            });
            AnnotatedDocument text = Tree.Of(string.Join('\n', lines));
            foreach (Attribution attribution in Read(text)) Check(text, attribution);
        });
    }

    private static void Check(AnnotatedDocument text, Attribution attribution)
    {
        Assert.NotEmpty(attribution.Content);
        for (int i = 0; i < attribution.Content.Length; i++)
        {
            TextSpan span = attribution.Content[i];
            Assert.False(span.IsEmpty);
            Assert.Equal(span, text.Document.Trim(span));
            if (i > 0) Assert.True(attribution.Content[i - 1].End <= span.Start);
            if (attribution.Cue is { } cue) Assert.False(span.Overlaps(cue));
        }
    }

    private static string Words(AnnotatedDocument text, Attribution attribution) => string.Join(" | ", attribution.Content.Select(span => text.Document[span]));

    private static ImmutableArray<Attribution> Read(AnnotatedDocument text)
    {
        Page page = new() { Regions = [.. text.Blocks.Select(block => new Region(RegionKind.Body, block))] };
        return Reader.Read(text, page, new Cast([], []), []);
    }

    private static AttributionReader Load()
    {
        Problems problems = new();
        AttributionReader reader = AttributionReader.Load(new DataFolder(RepositoryRoot.Path), "en", problems);
        problems.ThrowIfAny();
        return reader;
    }
}
