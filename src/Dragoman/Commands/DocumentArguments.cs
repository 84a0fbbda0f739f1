using System.CommandLine;
using Dragoman.Reading.Intake;

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
    }

    /// <summary>The folder, if nothing but one folder was given.</summary>
    public string? OnlyFolder(ParseResult parsed) => parsed.GetValue(_files) is [var only] && Directory.Exists(only) ? only : null;

    /// <summary>The documents, one after the other, in the order given.</summary>
    /// <exception cref="CommandException">Standard input without its format, or an unknown encoding.</exception>
    public IEnumerable<Arrival> Open(ParseResult parsed, Terminal terminal)
    {
        ArticleIntake intake = With(parsed.GetValue(_encoding));
        string[] files = parsed.GetValue(_files) ?? [];
        InputFormat? format = parsed.GetValue(_inputFormat) switch { "text" => InputFormat.Text, "html" => InputFormat.Html, "jsonl" => InputFormat.JsonLines, _ => null };
        if (files.Contains(StandardInput) && format is null) throw new CommandException("DG4003", "standard input (-) needs --input-format text, html or jsonl");
        string? language = parsed.GetValue(_language);
        return files.SelectMany(file => file == StandardInput ? intake.Take(terminal.Input, "standard input", format!.Value) : intake.Take([file]))
            .Select(arrival => language is not null && arrival.Article is { Language: null } article ? Arrival.Of(article with { Language = language }) : arrival);
    }

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
