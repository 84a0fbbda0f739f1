using Dragoman.Language;
using Dragoman.Reading.Regions;

namespace Dragoman.Reading.Mentions;

/// <summary>Finds who is mentioned where: names, offices, nominals, pronouns and metonyms, linked into chains.</summary>
public sealed class MentionFinder
{
    public Cast Find(AnnotatedDocument text, Page page) => new([], []);
}
