using System.Collections.Immutable;
using System.Text;
using Dragoman.Language;
using Dragoman.Reading.Frames.Matching;
using Dragoman.Reading.Intake;
using Dragoman.Record;

namespace Dragoman.Reading.Frames;

/// <summary>Shows how the rules see a text: each sentence's tree, one word a line under the word it depends on, then the rules that fire.</summary>
public sealed class RuleSketch
{
    private readonly Reader _reader;

    public RuleSketch(Reader reader) => _reader = reader;

    public string Draw(Article article)
    {
        Annotations annotations = _reader.Annotate(article);
        ImmutableArray<Judged> judged = _reader.Frames.Judge(annotations);
        StringBuilder drawing = new();
        foreach (Sentence sentence in annotations.Text.Sentences)
        {
            for (int t = sentence.First; t < sentence.End; t++)
                if (annotations.Text.Tokens[t].Head < 0) DrawTree(annotations, t, 0, drawing);
            foreach (Judged match in judged.Where(j => sentence.Contains(j.Match.Frame.Trigger))) DrawMatch(annotations, match, drawing);
        }

        return drawing.ToString();
    }

    private static void DrawTree(Annotations annotations, int token, int depth, StringBuilder drawing)
    {
        AnnotatedDocument text = annotations.Text;
        bool drawn = false;
        foreach (int child in text.Children(token))
        {
            if (child > token && !drawn)
            {
                DrawToken(annotations, token, depth, drawing);
                drawn = true;
            }

            DrawTree(annotations, child, depth + 1, drawing);
        }

        if (!drawn) DrawToken(annotations, token, depth, drawing);
    }

    private static void DrawToken(Annotations annotations, int token, int depth, StringBuilder drawing)
    {
        Token word = annotations.Text.Tokens[token];
        drawing.Append(' ', 2 * depth).Append(word.Form).Append("  ").Append(word.Deprel).Append(' ').Append(word.Upos.ToString());
        if (word.Lemma != word.Form) drawing.Append(' ').Append(word.Lemma);
        if (annotations.Cast.HeadedBy(token) is { IsResolved: true } mention) drawing.Append("  = ").Append(annotations.Cast.Chains[mention.Chain].Name);
        drawing.Append('\n');
    }

    private static void DrawMatch(Annotations annotations, Judged judged, StringBuilder drawing)
    {
        Frame frame = judged.Match.Frame;
        drawing.Append(judged.Loss == Loss.None ? "→ " : "· ").Append(frame.Rule).Append("  [").Append(annotations.Text.Document[frame.Anchor]).Append("] ")
            .Append(frame.Factuality?.Word()).Append(judged.Loss == Loss.None ? "" : "  " + Wording.Of(judged)).Append('\n');
        foreach (Role role in frame.Roles) drawing.Append("    ").Append(role.Slot).Append(": ").Append(Wording.Of(annotations, role)).Append('\n');
    }
}
