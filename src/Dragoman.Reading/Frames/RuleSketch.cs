using System.Text;
using Dragoman.Language;
using Dragoman.Reading.Frames.Matching;
using Dragoman.Reading.Intake;

namespace Dragoman.Reading.Frames;

/// <summary>Shows how the rules see a text: each sentence's tree, one word a line under the word it depends on, then the rules that fire.</summary>
public sealed class RuleSketch
{
    private readonly Reader _reader;

    public RuleSketch(Reader reader) => _reader = reader;

    public string Draw(Article article)
    {
        Annotations annotations = _reader.Annotate(article);
        IReadOnlyList<Match> matches = _reader.Frames.Match(annotations);
        HashSet<Frame> kept = [.. _reader.Frames.Read(annotations).Select(Same(matches))];
        StringBuilder drawing = new();
        foreach (Sentence sentence in annotations.Text.Sentences)
        {
            for (int t = sentence.First; t < sentence.End; t++)
                if (annotations.Text.Tokens[t].Head < 0) DrawTree(annotations, t, 0, drawing);
            foreach (Match match in matches.Where(m => sentence.Contains(m.Frame.Trigger)))
                DrawMatch(annotations, match, kept.Contains(match.Frame), drawing);
        }

        return drawing.ToString();
    }

    private static Func<Frame, Frame> Same(IReadOnlyList<Match> matches) =>
        frame => matches.First(m => m.Frame.Rule == frame.Rule && m.Frame.Trigger == frame.Trigger).Frame;

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

    private static void DrawMatch(Annotations annotations, Match match, bool kept, StringBuilder drawing)
    {
        Document document = annotations.Text.Document;
        Frame frame = match.Frame;
        drawing.Append(kept ? "→ " : "· ").Append(frame.Rule).Append("  [").Append(document[frame.Anchor]).Append("] ").Append(frame.Factuality.ToString()).Append('\n');
        foreach (Role role in frame.Roles) drawing.Append("    ").Append(role.Slot).Append(": ").Append(Describe(annotations, role)).Append('\n');
    }

    private static string Describe(Annotations annotations, Role role)
    {
        Document document = annotations.Text.Document;
        if (role.Word is { } word) return word;
        if (role.Number is { } number) return number.ToString(System.Globalization.CultureInfo.InvariantCulture);
        if (role.Time is { } time) return $"\"{document[annotations.Times[time].Span]}\" {annotations.Times[time].Value}";
        if (role.Text is { } text) return $"\"{document[text]}\"";
        return string.Join(" + ", role.Actors.Select(a => annotations.Cast.Chains[a.Chain].Name));
    }
}
