using System.Globalization;
using Dragoman.Language;
using Dragoman.Reading.Frames.Matching;

namespace Dragoman.Reading.Frames;

/// <summary>What the tools for writers of rules say of matches, fillers and verdicts.</summary>
internal static class Wording
{
    /// <summary>Why a rule that fired gives no record.</summary>
    public static string Of(Judged judged)
    {
        string to = judged.To is { } other ? " " + other.Frame.Rule : "";
        return judged.Loss switch
        {
            Loss.Elsewhere => "(the text is not about a conflict: topic.yml)",
            Loss.Passing => "(hardly a word of the text is on settling a conflict, and no party is named: topic.yml)",
            Loss.Heading => "(headings carry no record)",
            Loss.SameWords => $"(the words belong to{to}, which stands earlier)",
            Loss.LessSpecific => $"(a forecast gives way to{to})",
            Loss.Part => $"(it is part of what{to} tells)",
            Loss.Repetition => $"(nothing new after{to})",
            _ => "",
        };
    }

    public static string Of(Annotations annotations, Role role)
    {
        Document document = annotations.Text.Document;
        if (role.Word is { } word) return word;
        if (role.Number is { } number) return number.ToString(CultureInfo.InvariantCulture);
        if (role.Time is { } time) return Time(annotations, time);
        if (role.Text is { } text) return $"\"{document[text]}\"";
        return string.Join(" + ", role.Actors.Select(a => annotations.Cast.Chains[a.Chain].Name));
    }

    /// <summary>The words that a path leads to.</summary>
    public static string Of(Annotations annotations, Filler filler)
    {
        if (filler.Span is { } span) return $"\"{annotations.Text.Document[span]}\"";
        if (filler.Mention is { } mention) return $"\"{annotations.Text.Document[mention.Span]}\"";
        return filler.Time >= 0 ? Time(annotations, filler.Time) : $"\"{annotations.Text.Tokens[filler.Token].Form}\"";
    }

    private static string Time(Annotations annotations, int time) => $"\"{annotations.Text.Document[annotations.Times[time].Span]}\" {annotations.Times[time].Value}";
}
