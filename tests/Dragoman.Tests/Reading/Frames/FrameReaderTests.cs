using System.Collections.Immutable;
using Dragoman.Language;
using Dragoman.Language.Packs;
using Dragoman.Reading.Frames;
using Dragoman.Reading.Mentions;
using Dragoman.Reading.Regions;
using Dragoman.Record;
using Xunit;

namespace Dragoman.Tests;

public sealed class FrameReaderTests
{
    private const string Declare = """
        rules:
          - id: declare
            trigger: declare
            where: { truce: "patient[@ceasefire]" }
            unless: ["truce > compound[sporting]"]
            slots: { act: announced, by: agent, occasion: "truce > nmod:for" }
            examples: ["[Norland]{by} declared a truce."]
        """;

    private const string Passive = """
        A a DET 2 det
        truce truce NOUN 4 nsubj:pass
        was be AUX 4 aux:pass VerbForm=Fin
        declared declare VERB 0 root VerbForm=Part|Voice=Pass
        by by ADP 6 case
        Norland Norland PROPN 4 obl:agent
        """;

    [Fact]
    public void An_active_and_a_passive_clause_have_the_same_agent_and_patient()
    {
        string active = """
            Norland Norland PROPN 2 nsubj
            declared declare VERB 0 root VerbForm=Fin|Tense=Past
            a a DET 4 det
            truce truce NOUN 2 obj
            """;
        foreach (string tree in new[] { active, Passive })
        {
            Frame frame = Assert.Single(Read(Declare, tree));
            Assert.Equal("en/frames/ceasefire.yml#declare", frame.Rule);
            Assert.Equal("Norland", Norland(frame).Why);
            Assert.Equal("announced", frame.Roles.Single(r => r.Slot == "act").Word);
        }
    }

    [Fact]
    public void A_participle_has_the_noun_it_modifies_for_its_patient() => Assert.Equal("Norland", Norland(Assert.Single(Read(Declare, """
        The the DET 2 det
        truce truce NOUN 6 nsubj
        declared declare VERB 2 acl VerbForm=Part|Tense=Past
        by by ADP 5 case
        Norland Norland PROPN 3 obl
        holds hold VERB 0 root VerbForm=Fin
        """))).Why);

    [Fact]
    public void A_subject_is_shared_through_infinitives_and_coordination()
    {
        Frame frame = Assert.Single(Read(Declare, """
            Norland Norland PROPN 2 nsubj
            met meet VERB 0 root VerbForm=Fin|Tense=Past
            and and CCONJ 4 cc
            agreed agree VERB 2 conj VerbForm=Fin|Tense=Past
            to to PART 6 mark
            declare declare VERB 4 xcomp VerbForm=Inf
            a a DET 8 det
            truce truce NOUN 6 obj
            """));
        Assert.Equal("Norland", Norland(frame).Why);
        Assert.Equal(Factuality.Planned, frame.Factuality);
    }

    [Fact]
    public void What_stands_under_unless_keeps_a_rule_from_firing() => Assert.Empty(Read(Declare, """
        Norland Norland PROPN 2 nsubj
        declared declare VERB 0 root VerbForm=Fin|Tense=Past
        a a DET 5 det
        sporting sporting NOUN 5 compound
        truce truce NOUN 2 obj
        """));

    [Fact]
    public void A_text_slot_is_the_phrase_without_its_preposition()
    {
        Frame frame = Assert.Single(Read(Declare, """
            Norland Norland PROPN 2 nsubj
            declared declare VERB 0 root VerbForm=Fin
            a a DET 4 det
            truce truce NOUN 2 obj
            for for ADP 7 case
            the the DET 7 det
            feast feast NOUN 4 nmod
            _. . PUNCT 2 punct
            """));
        Assert.Equal(new TextSpan(29, 38), frame.Roles.Single(r => r.Slot == "occasion").Text);
    }

    [Fact]
    public void Negation_and_refusal_deny_and_together_they_do_not()
    {
        string refused = """
            Norland Norland PROPN 2 nsubj
            refused refuse VERB 0 root VerbForm=Fin|Tense=Past
            to to PART 4 mark
            declare declare VERB 2 xcomp VerbForm=Inf
            a a DET 6 det
            truce truce NOUN 4 obj
            """;
        string notRefused = """
            Norland Norland PROPN 4 nsubj
            did do AUX 4 aux VerbForm=Fin
            not not PART 4 advmod
            refuse refuse VERB 0 root VerbForm=Inf
            to to PART 6 mark
            declare declare VERB 4 xcomp VerbForm=Inf
            a a DET 8 det
            truce truce NOUN 6 obj
            """;
        Assert.Equal(Factuality.Denied, Assert.Single(Read(Declare, refused)).Factuality);
        Assert.NotEqual(Factuality.Denied, Assert.Single(Read(Declare, notRefused)).Factuality);
    }

    [Fact]
    public void The_earlier_of_two_rules_for_the_same_words_has_them()
    {
        string two = Declare + "\n" + """
              - id: truce
                trigger: "@ceasefire"
                slots: { act: in-effect }
                examples: ["The truce."]
            """.ReplaceLineEndings("\n");
        Assert.Equal("en/frames/ceasefire.yml#declare", Assert.Single(Read(two, Passive)).Rule);
    }

    [Fact]
    public void A_rule_of_the_file_that_forbids_bare_infinitives_does_not_fire_on_one()
    {
        string rules = "unless: [\"trigger[purpose]\"]\n" + Declare;
        Assert.Empty(Read(rules, """
            Norland Norland PROPN 2 nsubj
            has have VERB 0 root VerbForm=Fin
            plans plan NOUN 2 obj
            to to PART 5 mark
            declare declare VERB 3 acl VerbForm=Inf
            a a DET 7 det
            truce truce NOUN 5 obj
            """));
    }

    [Fact]
    public void A_path_finds_a_coordinated_word_and_a_marked_dependent()
    {
        string rules = """
            rules:
              - id: for
                trigger: call
                where: { thing: "obl:for[@ceasefire]" }
                slots: { act: announced, by: agent, with: "*:with" }
                examples: ["Norland called for a truce."]
            """;
        Frame frame = Assert.Single(Read(rules, """
            Norland Norland PROPN 2 nsubj
            called call VERB 0 root VerbForm=Fin
            for for ADP 4 case
            restraint restraint NOUN 2 obl
            and and CCONJ 6 cc
            truce truce NOUN 4 conj
            with with ADP 8 case
            Sudria Sudria PROPN 2 obl
            """));
        Assert.Equal("Sudria", Assert.Single(frame.Roles.Single(r => r.Slot == "with").Actors).Why);
    }

    [Fact]
    public void Every_fault_of_a_rule_file_is_reported_with_its_place_and_what_was_meant()
    {
        Problems problems = new();
        using RuleFolder folder = new("""
            rules:
              - id: declare
                triger: declare
                where: { truce: "pacient[@ceasfire]" }
                slots: { act: anounced, bye: agent }
                examples: ["[Norland]{buy} declared."]
            """);
        FrameReader.Load(folder.Data, "en", problems);
        string all = string.Join('\n', problems.Items);
        Assert.Contains("lang/en/frames/ceasefire.yml:2:5 DG1006 key 'trigger' is missing", all, StringComparison.Ordinal);
        Assert.Contains("lang/en/frames/ceasefire.yml:3:5 DG1007 unknown key 'triger'; did you mean 'trigger'?", all, StringComparison.Ordinal);
        Assert.Contains("did you mean 'patient'?", all, StringComparison.Ordinal);
        Assert.Contains("DG1047 'anounced' is no word for 'act'; did you mean 'announced'?", all, StringComparison.Ordinal);
        Assert.Contains("DG1048 a ceasefire has no slot 'bye'; did you mean 'by'?", all, StringComparison.Ordinal);
        Assert.Contains("DG1048 a ceasefire has no slot 'buy'", all, StringComparison.Ordinal);
    }

    [Fact]
    public void A_class_that_is_not_there_is_reported()
    {
        Problems problems = new();
        using RuleFolder folder = new(Declare.Replace("@ceasefire", "@ceasefires", StringComparison.Ordinal));
        FrameReader.Load(folder.Data, "en", problems);
        Assert.Contains("DG1043 there is no class '@ceasefires' in classes.tsv; did you mean '@ceasefire'?", Assert.Single(problems.Items).ToString(), StringComparison.Ordinal);
    }

    private static Mention Norland(Frame frame) => Assert.Single(frame.Roles.Single(r => r.Slot == "by").Actors);

    private static ImmutableArray<Frame> Read(string rules, string tree)
    {
        Problems problems = new();
        using RuleFolder folder = new(rules);
        FrameReader reader = FrameReader.Load(folder.Data, "en", problems);
        Assert.Empty(problems.Items);
        AnnotatedDocument text = Tree.Of(tree);
        return reader.Read(new() { Page = new Page { Regions = [] }, Text = text, Times = [], Cast = CastOf(text), Attributions = [] });
    }

    /// <summary>Each proper noun is an actor of its own.</summary>
    private static Cast CastOf(AnnotatedDocument text)
    {
        int[] names = [.. Enumerable.Range(0, text.Tokens.Length).Where(t => text.Tokens[t].Upos == Upos.PROPN)];
        return new(
            [.. names.Select((t, i) => new Mention { Span = text.Tokens[t].Span, First = t, End = t + 1, Head = t, Form = MentionForm.Name, Chain = i, Why = text.Tokens[t].Form })],
            [.. names.Select(t => new Chain { Kind = ActorKind.State, Name = text.Tokens[t].Form })]);
    }
}
