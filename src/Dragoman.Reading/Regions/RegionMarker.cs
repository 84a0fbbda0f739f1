using System.Collections.Immutable;
using Dragoman.Language;
using Dragoman.Reading.Intake;
using Dragoman.Record;

namespace Dragoman.Reading.Regions;

/// <summary>Tells what each paragraph of a page is, and reads from it what it says of the document itself.</summary>
public sealed class RegionMarker
{
    public Page Mark(Article article)
    {
        Document document = article.Document;
        ImmutableArray<Region>.Builder regions = ImmutableArray.CreateBuilder<Region>();
        int start = 0;
        foreach (string line in document.Text.Split('\n'))
        {
            TextSpan span = document.Trim(new(start, start + line.Length));
            if (!span.IsEmpty) regions.Add(new(RegionKind.Body, span));
            start += line.Length + 1;
        }

        return new Page
        {
            Regions = regions.ToImmutable(),
            Title = article.Title,
            Outlet = article.Outlet,
            Byline = article.Byline,
            Published = article.Published,
        };
    }
}
