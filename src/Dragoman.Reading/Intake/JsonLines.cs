using System.Globalization;
using System.Text.Json;

namespace Dragoman.Reading.Intake;

/// <summary>Documents in JSON Lines, one object a line; a line that is wrong is refused by its number, and those after it are read.</summary>
public sealed class JsonLines
{
    private readonly LineReader _lines;
    private readonly string _source;

    /// <param name="input">UTF-8; not closed here.</param>
    public JsonLines(Stream input, string source)
    {
        _lines = new(input, ArticleIntake.MaximumBytes);
        _source = source;
    }

    public IEnumerable<Arrival> Read()
    {
        int number = 0;
        bool any = false;
        while (Next(out ReadOnlyMemory<byte>? line, out Arrival? broken))
        {
            number++;
            if (broken is not null)
            {
                yield return broken;
                yield break;
            }

            if (line is { Length: 0 }) continue;
            any = true;
            yield return line is { } bytes ? Take(bytes, Place(number)) : Arrival.Of(TooLong(Place(number)));
        }

        if (!any) yield return Refuse("DG2002", _source, "the file is empty; leave it out, or export it again");
    }

    /// <summary>The refusal of a document that is longer than <see cref="ArticleIntake.MaximumBytes"/>.</summary>
    internal static UnreadableException TooLong(string source) => new("DG2005", source, string.Create(CultureInfo.InvariantCulture,
        $"the document is longer than {ArticleIntake.MaximumBytes / 1024 / 1024} MB; an article is not: split it, or turn a collection into JSON Lines"));

    private string Place(int line) => string.Create(CultureInfo.InvariantCulture, $"{_source}, line {line}");

    private bool Next(out ReadOnlyMemory<byte>? line, out Arrival? broken)
    {
        broken = null;
        try
        {
            return _lines.Next(out line);
        }
        catch (Exception error) when (error is IOException or InvalidDataException)
        {
            line = null;
            broken = Refuse("DG2006", _source, $"the file is damaged or not gzip ({error.Message}); fetch it again");
            return true;
        }
    }

    private Arrival Take(ReadOnlyMemory<byte> line, string place)
    {
        try
        {
            using JsonDocument json = JsonDocument.Parse(line);
            return Arrival.Of(Make(new(json.RootElement, place), line.Span));
        }
        catch (JsonException error)
        {
            string column = string.Create(CultureInfo.InvariantCulture, $"{(error.BytePositionInLine ?? 0) + 1}");
            return Refuse("DG2007", place, $"this is not JSON (at byte {column} of the line); each line must be one whole object, with \"text\" in it");
        }
        catch (UnreadableException refusal)
        {
            return Arrival.Of(refusal);
        }
    }

    private Article Make(JsonFields fields, ReadOnlySpan<byte> line)
    {
        string text = fields.Text("text") ?? throw fields.Wrong("there is no \"text\"; it is the one field that every document needs");
        if (text.AsSpan().IsWhiteSpace()) throw new UnreadableException("DG2002", fields.Place, "\"text\" is empty; leave the line out, or fetch the article again");
        string? url = fields.Text("url");
        return new Article
        {
            Id = fields.Text("id") ?? ArticleMaker.IdOf(line),
            Source = url ?? _source,
            Place = fields.Place,
            Document = new(text),
            Language = fields.Text("language"),
            Title = fields.Text("title"),
            Outlet = fields.Text("outlet"),
            Url = url,
            Published = fields.Date("published"),
            Byline = fields.Texts("byline"),
        };
    }

    private static Arrival Refuse(string code, string place, string message) => Arrival.Of(new UnreadableException(code, place, message));
}
