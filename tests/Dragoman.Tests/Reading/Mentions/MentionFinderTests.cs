using Dragoman.Language;
using Dragoman.Language.Packs;
using Dragoman.Reading.Mentions;
using Dragoman.Reading.Regions;
using Dragoman.Record;
using Dragoman.Tests.Repository;
using Xunit;

namespace Dragoman.Tests;

public sealed class MentionFinderTests
{
    private static readonly MentionFinder Finder = MentionFinder.Load(new DataFolder(RepositoryRoot.Path), "en", new Problems());

    private const string TitledPerson = """
        Norlandic Norlandic ADJ 3 amod
        Foreign foreign ADJ 3 amod
        Minister minister NOUN 6 nsubj
        Aldo Aldo PROPN 3 flat
        Vren Vren PROPN 3 flat
        said say VERB 0 root
        nothing nothing PRON 6 obj
        _. . PUNCT 6 punct

        """;

    [Fact]
    public void A_name_after_a_title_is_a_person_with_that_role()
    {
        Cast cast = Find(Tree.Of(TitledPerson), "2025-05-01");
        Chain chain = ChainOf(cast, 2)!;
        Assert.Equal(ActorKind.Person, chain.Kind);
        Assert.Equal("Aldo Vren", chain.Name);
        Assert.Equal(["foreign minister"], chain.Roles);
    }

    [Fact]
    public void A_surname_joins_the_full_name_before_it_and_so_do_the_office_and_the_pronoun()
    {
        Cast cast = Find(
            Tree.Of(TitledPerson + """
                Vren Vren PROPN 2 nsubj
                left leave VERB 0 root
                _. . PUNCT 2 punct

                He he PRON 2 nsubj
                smiled smile VERB 0 root
                _. . PUNCT 2 punct

                The the DET 3 det
                foreign foreign ADJ 3 amod
                minister minister NOUN 4 nsubj
                agreed agree VERB 0 root
                _. . PUNCT 4 punct
                """),
            null);
        Mention name = cast.HeadedBy(2)!;
        Assert.All(new[] { 8, 11, 16 }, token => Assert.Equal(name.Chain, cast.HeadedBy(token)!.Chain));
    }

    [Fact]
    public void A_surname_joins_a_full_name_that_only_comes_later()
    {
        Cast cast = Find(
            Tree.Of("""
                Mr. Mr. PROPN 3 nsubj
                Vren Vren PROPN 1 flat
                spoke speak VERB 0 root
                _. . PUNCT 3 punct

                Aldo Aldo PROPN 3 nsubj
                Vren Vren PROPN 1 flat
                left leave VERB 0 root
                _. . PUNCT 3 punct
                """),
            null);
        Assert.Equal(cast.HeadedBy(4)!.Chain, cast.HeadedBy(0)!.Chain);
        Assert.Equal("Aldo Vren", ChainOf(cast, 0)!.Name);
    }

    [Fact]
    public void A_capital_that_speaks_is_its_state_and_one_where_something_happens_is_nobody()
    {
        Cast cast = Find(
            Tree.Of("""
                Paris Paris PROPN 2 nsubj
                refused refuse VERB 0 root
                talks talk NOUN 2 obj
                in in ADP 5 case
                London London PROPN 3 nmod
                _. . PUNCT 2 punct
                """),
            null);
        Assert.Equal("France", ChainOf(cast, 0)!.Name);
        Assert.Equal("FR", ChainOf(cast, 0)!.Country);
        Assert.Equal(MentionForm.Metonym, cast.HeadedBy(0)!.Form);
        Assert.Null(cast.HeadedBy(4));
    }

    [Fact]
    public void A_state_that_no_list_knows_is_told_by_what_happens_in_it()
    {
        Cast cast = Find(
            Tree.Of("""
                Fighting fighting NOUN 4 nsubj
                in in ADP 3 case
                Sudria Sudria PROPN 1 nmod
                ended end VERB 0 root
                _. . PUNCT 4 punct

                Sudria Sudria PROPN 2 nsubj
                rejected reject VERB 0 root
                it it PRON 2 obj
                _. . PUNCT 2 punct
                """),
            null);
        Assert.Equal(ActorKind.State, ChainOf(cast, 5)!.Kind);
        Assert.Null(cast.HeadedBy(2));
    }

    [Fact]
    public void Each_state_of_a_list_is_a_mention()
    {
        Cast cast = Find(
            Tree.Of("""
                France France PROPN 7 nsubj
                _, , PUNCT 3 punct
                Germany Germany PROPN 1 conj
                and and CCONJ 6 cc
                the the DET 6 det
                UK UK PROPN 1 conj
                met meet VERB 0 root
                _. . PUNCT 7 punct
                """),
            null);
        Assert.Equal(["FR", "DE", "GB"], new[] { 0, 2, 5 }.Select(token => ChainOf(cast, token)?.Country));
    }

    [Fact]
    public void An_abbreviation_in_brackets_belongs_to_the_name_before_it()
    {
        Cast cast = Find(
            Tree.Of("""
                The the DET 4 det
                Norland Norland PROPN 4 compound
                Liberation Liberation PROPN 4 compound
                Front Front PROPN 8 nsubj
                ( ( PUNCT 6 punct
                _NLF NLF PROPN 4 appos
                _) ) PUNCT 6 punct
                agreed agree VERB 0 root
                _. . PUNCT 8 punct

                The the DET 2 det
                NLF NLF PROPN 3 nsubj
                left leave VERB 0 root
                _. . PUNCT 3 punct

                The the DET 2 det
                front front NOUN 3 nsubj
                split split VERB 0 root
                _. . PUNCT 3 punct
                """),
            null);
        Chain chain = ChainOf(cast, 3)!;
        Assert.Equal("Norland Liberation Front", chain.Name);
        Assert.Contains("NLF", chain.Aliases);
        Assert.Equal(cast.HeadedBy(3)!.Chain, cast.HeadedBy(10)!.Chain);
    }

    [Theory]
    [InlineData("2010-06-01", "angela-merkel")]
    [InlineData("2023-06-01", "olaf-scholz")]
    [InlineData(null, null)]
    public void An_office_without_a_name_is_the_one_who_held_it_on_the_day(string? published, string? expected)
    {
        Cast cast = Find(
            Tree.Of("""
                The the DET 3 det
                German German ADJ 3 amod
                chancellor chancellor NOUN 4 nsubj
                declined decline VERB 0 root
                _. . PUNCT 4 punct
                """),
            published);
        Assert.Equal(expected, ChainOf(cast, 2)!.World);
        Assert.Equal("DE", ChainOf(cast, 2)!.Country);
    }

    [Fact]
    public void An_unnamed_source_is_named_by_its_phrase()
    {
        Cast cast = Find(
            Tree.Of("""
                A a DET 4 det
                senior senior ADJ 4 amod
                US US PROPN 4 compound
                official official NOUN 8 nsubj
                in in ADP 7 case
                the the DET 7 det
                delegation delegation NOUN 4 nmod
                agreed agree VERB 0 root
                _. . PUNCT 8 punct
                """),
            null);
        Chain chain = ChainOf(cast, 3)!;
        Assert.Equal((ActorKind.Unnamed, "A senior US official", "US"), (chain.Kind, chain.Name, chain.Country));
        Assert.Contains("senior US official", chain.Aliases);
        Assert.Contains("A senior US official in the delegation", chain.Aliases);
    }

    [Fact]
    public void The_government_of_a_state_is_the_state()
    {
        Cast cast = Find(
            Tree.Of("""
                Colombia Colombia PROPN 2 nsubj
                waited wait VERB 0 root
                _. . PUNCT 2 punct

                The the DET 3 det
                Colombian Colombian ADJ 3 amod
                government government NOUN 4 nsubj
                signed sign VERB 0 root
                _. . PUNCT 4 punct
                """),
            null);
        Assert.Equal(cast.HeadedBy(0)!.Chain, cast.HeadedBy(5)!.Chain);
        Assert.Equal(cast.HeadedBy(0)!.Chain, cast.StateOf(4)!.Chain);
    }

    [Fact]
    public void A_relative_pronoun_means_the_noun_of_its_clause()
    {
        Cast cast = Find(
            Tree.Of("""
                Rebels rebel NOUN 5 nsubj Number=Plur
                who who PRON 3 nsubj
                signed sign VERB 1 acl:relcl
                _, , PUNCT 1 punct
                left leave VERB 0 root
                _. . PUNCT 5 punct
                """),
            null);
        Assert.Equal(cast.HeadedBy(0)!.Chain, cast.HeadedBy(1)!.Chain);
    }

    [Fact]
    public void The_first_person_has_no_chain_until_the_speaker_is_known()
    {
        Cast cast = Find(
            Tree.Of("""
                French French ADJ 2 amod
                President president NOUN 5 nsubj
                Luc Luc PROPN 2 flat
                Morvan Morvan PROPN 2 flat
                said say VERB 0 root
                we we PRON 7 nsubj
                refuse refuse VERB 5 ccomp
                _. . PUNCT 5 punct

                France France PROPN 2 nsubj
                waits wait VERB 0 root
                _. . PUNCT 2 punct
                """),
            null);
        Mention we = cast.HeadedBy(5)!;
        Assert.False(we.IsResolved);
        Assert.Equal(cast.HeadedBy(8)!.Chain, cast.Spoken(we, cast.HeadedBy(1)).Chain);
    }

    [Fact]
    public void Nobody_is_guessed_for_a_pronoun_without_a_person_before_it()
    {
        Cast cast = Find(
            Tree.Of("""
                He he PRON 2 nsubj
                left leave VERB 0 root
                _. . PUNCT 2 punct
                """),
            null);
        Mention he = cast.HeadedBy(0)!;
        Assert.False(he.IsResolved);
        Assert.Contains("nobody near fits", he.Why, StringComparison.Ordinal);
    }

    [Fact]
    public void Both_parts_of_a_title_and_name_that_the_tree_tears_apart_lead_to_the_person()
    {
        Cast cast = Find(Tree.Of(TitledPerson.Replace("Aldo Aldo PROPN 3 flat", "Aldo Aldo PROPN 6 nsubj", StringComparison.Ordinal)), null);
        Assert.Same(cast.HeadedBy(2), cast.HeadedBy(3));
    }

    private static Chain? ChainOf(Cast cast, int token) => cast.HeadedBy(token) is { } mention ? cast.ChainOf(mention) : null;

    private static Cast Find(AnnotatedDocument text, string? published) => Finder.Find(text, new Page { Regions = [], Published = published });
}
