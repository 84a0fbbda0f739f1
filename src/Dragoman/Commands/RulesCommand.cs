using System.CommandLine;
using System.Text;
using Dragoman.Language.Packs;
using Dragoman.Reading;
using Dragoman.Reading.Frames;
using Dragoman.Reading.Intake;

namespace Dragoman.Commands;

/// <summary><c>dragoman rules check | test | try | explain | coverage</c>: what an analyst who writes rules needs.</summary>
internal static class RulesCommand
{
    public static Command Create(Terminal terminal)
    {
        Option<string> language = new("--language") { Description = "The language whose rules to use", DefaultValueFactory = _ => "en" };
        Command check = new("check", "Reads all data files of a language and lists every fault in them.") { language };
        check.SetAction(parsed => Check(CommandLine.DataOf(parsed), parsed.GetValue(language)!, terminal));
        Command test = new("test", "Runs the examples that the rules carry.") { language };
        test.SetAction(parsed => Test(CommandLine.DataOf(parsed), parsed.GetValue(language)!, terminal));
        Argument<string> sentence = new("sentence") { Description = "A sentence or more" };
        Command attempt = new("try", "Shows a sentence's tree and the rules that fire on it.") { language, sentence };
        attempt.SetAction(parsed => Try(CommandLine.DataOf(parsed), parsed.GetValue(language)!, parsed.GetValue(sentence)!, terminal));
        return new("rules", "Checks, tests, tries and explains the rules that find records; docs/rules.md teaches their language.") { check, test, attempt, RulesExplainCommand.Create(terminal), RulesCoverageCommand.Create(terminal) };
    }

    private static int Check(DataFolder data, string language, Terminal terminal)
    {
        Reader.Load(data, language);
        Write(terminal, $"lang/{language}: no fault found");
        return ExitCode.Done;
    }

    private static int Test(DataFolder data, string language, Terminal terminal)
    {
        int held = 0;
        int missed = 0;
        int failed = 0;
        foreach (TrialResult result in new RuleTrial(Reader.Load(data, language)).Run())
        {
            if (result.Fault is null) held++;
            else if (result.IsTodo) missed++;
            else failed++;
            if (result.Fault is not null && !result.IsTodo) Write(terminal, $"{result.Place} {result.Rule}: {result.Fault}: {result.Sentence}");
            if (result.Fault is null && result.IsTodo) Write(terminal, $"{result.Place} {result.Rule}: holds now; move it from 'todo' to 'examples': {result.Sentence}");
        }

        Write(terminal, string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{held} examples hold, {failed} fail, {missed} are known misses"));
        return failed == 0 ? ExitCode.Done : ExitCode.SomeFailed;
    }

    private static int Try(DataFolder data, string language, string sentence, Terminal terminal)
    {
        Article article = new() { Id = "try", Source = "try", Document = new(sentence) };
        Write(terminal, new RuleSketch(Reader.Load(data, language)).Draw(article).TrimEnd('\n'));
        return ExitCode.Done;
    }

    private static void Write(Terminal terminal, string line) => terminal.WriteLine(Encoding.UTF8.GetBytes(line));
}
