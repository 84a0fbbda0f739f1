using System.Collections.Immutable;

namespace Dragoman.Language.Neural;

/// <summary>The labels that a model knows, by number. Words are tagged in four groups: UPOS (numbers of <see cref="Upos"/>), XPOS, FEATS, lemma script.</summary>
/// <param name="Scripts">Lemma scripts, as <see cref="EditScript.ToString"/> writes them.</param>
internal sealed record LabelSets(ImmutableArray<string> Xpos, ImmutableArray<string> Feats, ImmutableArray<string> Scripts, ImmutableArray<string> Relations)
{
    public const int UposGroup = 0;
    public const int XposGroup = 1;
    public const int FeatsGroup = 2;
    public const int ScriptGroup = 3;
    public const int UposCount = (int)Upos.VERB + 1;

    public ImmutableArray<int> GroupSizes => [UposCount, Xpos.Length, Feats.Length, Scripts.Length];
}
