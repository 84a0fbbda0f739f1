namespace Dragoman.Language.Training;

/// <summary>Writes CoNLL-U: LF line ends, an empty line after every sentence.</summary>
public sealed class ConlluWriter
{
    private readonly TextWriter _output;

    public ConlluWriter(TextWriter output)
    {
        ArgumentNullException.ThrowIfNull(output);
        _output = output;
    }

    public void Write(ConlluSentence sentence)
    {
        foreach (string comment in sentence.Comments)
        {
            _output.Write(comment);
            _output.Write('\n');
        }

        foreach (ConlluRow row in sentence.Rows) Write(row);
        _output.Write('\n');
    }

    private void Write(ConlluRow row)
    {
        ReadOnlySpan<string> cells = [row.Id, row.Form, row.Lemma, row.Upos, row.Xpos, row.Feats, row.HeadColumn, row.Deprel, row.Deps, row.Misc];
        for (int i = 0; i < cells.Length; i++)
        {
            if (i > 0) _output.Write('\t');
            _output.Write(cells[i]);
        }

        _output.Write('\n');
    }
}
