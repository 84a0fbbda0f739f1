using System.Text;
using Dragoman.Briefs;
using Dragoman.Record;
using Spectre.Console;

namespace Dragoman.Commands;

/// <summary>Where a command reads and writes. Everything that reaches the user goes through here, so that a test can look on.</summary>
public sealed class Terminal
{
    private const int PlainWidth = 100; // columns

    public Terminal(Stream input, Stream output, TextWriter error)
    {
        Input = input;
        Output = output;
        Error = error;
    }

    public Stream Input { get; }

    /// <summary>Results, UTF-8 without a byte order mark.</summary>
    public Stream Output { get; }

    /// <summary>Messages and progress.</summary>
    public TextWriter Error { get; }

    /// <summary>Whether results go to a person's screen; not to a pipe, a file or a test.</summary>
    public bool IsScreen { get; private init; }

    /// <summary>Whether messages go to a person's screen.</summary>
    public bool IsErrorScreen { get; private init; }

    public static Terminal Console { get; } = new(
        System.Console.OpenStandardInput(),
        System.Console.OpenStandardOutput(),
        new StreamWriter(System.Console.OpenStandardError(), new UTF8Encoding(false)) { AutoFlush = true, NewLine = "\n" })
    {
        IsScreen = !System.Console.IsOutputRedirected,
        IsErrorScreen = !System.Console.IsErrorRedirected,
    };

    /// <summary>One line about something that went wrong: <c>dragoman: DG2003 notes.txt: the file is empty; …</c>.</summary>
    public void Report(string code, string? place, string message) =>
        Error.WriteLine(place is null ? $"dragoman: {code} {message}" : $"dragoman: {code} {place}: {message}");

    /// <summary>A brief for people: coloured and as wide as the screen, or plain and 100 columns wide where results go elsewhere.</summary>
    public void WriteBrief(DocumentReading reading)
    {
        using StreamWriter writer = new(Output, leaveOpen: true) { NewLine = "\n" };
        bool hasColours = IsScreen && string.IsNullOrEmpty(Environment.GetEnvironmentVariable("NO_COLOR"));
        IAnsiConsole console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Out = new AnsiConsoleOutput(writer),
            Ansi = hasColours ? AnsiSupport.Detect : AnsiSupport.No,
            ColorSystem = hasColours ? ColorSystemSupport.Detect : ColorSystemSupport.NoColors,
        });
        if (!IsScreen) console.Profile.Width = PlainWidth;
        console.Profile.Capabilities.Unicode = true;
        new BriefPrinter(console).Print(new BriefMaker().Make(reading));
    }

    public void WriteLine(ReadOnlySpan<byte> line)
    {
        Output.Write(line);
        Output.WriteByte((byte)'\n');
    }
}
