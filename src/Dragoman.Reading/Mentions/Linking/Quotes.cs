using Dragoman.Language;

namespace Dragoman.Reading.Mentions.Linking;

/// <summary>Which tokens stand between quotation marks; an opening mark without a closing one reaches to the end of its block.</summary>
internal sealed class Quotes
{
    private readonly bool[] _inside;

    public Quotes(AnnotatedDocument text)
    {
        _inside = new bool[text.Tokens.Length];
        foreach (IGrouping<int, Sentence> block in text.Sentences.GroupBy(sentence => sentence.Block))
        {
            bool open = false;
            foreach (Sentence sentence in block)
            {
                for (int t = sentence.First; t < sentence.End; t++)
                {
                    open = text.Tokens[t].Form switch { "“" or "«" or "„" or "``" => true, "”" or "»" or "''" => false, "\"" => !open, _ => open };
                    _inside[t] = open;
                }
            }
        }
    }

    public bool Hold(int token) => _inside[token];
}
