using Dragoman.Language.Packs;
using Dragoman.Reading.Mentions;
using Dragoman.Tests.Repository;
using Xunit;

namespace Dragoman.Tests;

public sealed class WorldDataTests
{
    [Fact]
    public void The_world_and_the_english_lists_load_without_a_problem()
    {
        Problems problems = new();
        MentionFinder.Load(new DataFolder(RepositoryRoot.Path), "en", problems);
        Assert.Empty(problems.Items);
    }
}
