using System.CommandLine;
using Dragoman.Reading.Intake;
using Dragoman.Reading.Times;

namespace Dragoman.Commands;

/// <summary>The arguments by which a command is given documents: files, folders, or <c>-</c> for standard input.</summary>
internal sealed class DocumentArguments
{
    private const string StandardInput = "-";

    private readonly Argument<string[]> _files = new("FILE")
    {
        Description = $"Files ({InputFormats.Known}), folders with such files, or - for standard input",
    };

    private readonly Option<string> _inputFormat = new("--input-format") { Description = "What standard input holds", HelpName = "text|html|jsonl" };

    private readonly Option<string> _encoding = new("--encoding") { Description = "The encoding of texts and pages that are not UTF-8, such as windows-1254", HelpName = "NAME" };

    private readonly Option<string> _language = new("--language") { Description = "The language of the documents, such as en, where it is known", HelpName = "CODE" };

    private readonly Option<string> _published = new("--published")
    {
        Description = "The day (or month, or year) that the documents were published, such as 2026-09-10: trusted over what stands in them; \"Monday\" hangs on it",
        HelpName = "DATE",
    };

    /// <param name="optional">Whether the command can do without documents.</param>
    public DocumentArguments(bool optional = false)
    {
        _files.Arity = optional ? ArgumentArity.ZeroOrMore : ArgumentArity.OneOrMore;
        _inputFormat.AcceptOnlyFromAmong("text", "html", "jsonl");
    }

    public void AddTo(Command command)
    {
        command.Add(_files);
        command.Add(_inputFormat);
        command.Add(_encoding);
        command.Add(_language);
        command.Add(_published);
    }

    /// <summary>The folder, if nothing but one folder was given.</summary>
    public string? OnlyFolder(ParseResult parsed) => parsed.GetValue(_files) is [var only] && Directory.Exists(only) ? only : null;

    /// <summary>The documents, one after the other, in the order given.</summary>
    /// <exception cref="CommandException">Standard input without its format, an unknown encoding, or no date.</exception>
    public IEnumerable<Arrival> Open(ParseResult parsed, Terminal terminal)
    {
        ArticleIntake intake = With(parsed.GetValue(_encoding));
        string[] files = parsed.GetValue(_files) ?? [];
        InputFormat? format = parsed.GetValue(_inputFormat) switch { "text" => InputFormat.Text, "html" => InputFormat.Html, "jsonl" => InputFormat.JsonLines, _ => null };
        if (files.Contains(StandardInput) && format is null) throw new CommandException("DG4003", "standard input (-) needs --input-format text, html or jsonl");
        string? language = parsed.GetValue(_language);
        string? published = PublishedOf(parsed);
        return files.SelectMany(file => file == StandardInput ? intake.Take(terminal.Input, "standard input", format!.Value) : intake.Take([file]))
            .Select(arrival => arrival.Article is { } article
                ? Arrival.Of(article with { Language = article.Language ?? language, Published = published ?? article.Published })
                : arrival);
    }

    private string? PublishedOf(ParseResult parsed) => parsed.GetValue(_published) is not { } given || TimexReference.Parse(given) is not null
        ? parsed.GetValue(_published)
        : throw new CommandException("DG4014", $"'{given}' is no date; write it as 2026-09-10, 2026-09 or 2026");

    private static ArticleIntake With(string? encoding)
    {
        try
        {
            return new(encoding);
        }
        catch (ArgumentException)
        {
            throw new CommandException("DG4004", $"'{encoding}' is not the name of an encoding; examples: utf-8, utf-16, windows-1251, windows-1254, koi8-u");
        }
    }
}
