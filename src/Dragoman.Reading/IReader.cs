using Dragoman.Reading.Intake;
using Dragoman.Record;
using Dragoman.Record.Entries;

namespace Dragoman.Reading;

/// <summary>Reads an article. The rule reader is one implementation; a language model can be another.</summary>
public interface IReader
{
    /// <summary>Names the reader and its version on every draft: <c>rules/1</c>.</summary>
    string Name { get; }

    /// <summary>How the reader signs what it files: its name, with the versions of what it reads with.</summary>
    Run Writer => Run.Reader(Name);

    /// <summary>Thread-safe; the same article gives the same reading. Any text is accepted.</summary>
    /// <exception cref="UnreadableException">The article cannot be read, for example for want of a language pack; the message says what to do.</exception>
    DocumentReading Read(Article article);
}
