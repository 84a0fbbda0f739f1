using ArchUnitNET.Domain;
using ArchUnitNET.Fluent;
using ArchUnitNET.Loader;
using Xunit;
using static ArchUnitNET.Fluent.ArchRuleDefinition;

namespace Dragoman.Tests.Repository;

public sealed class ArchitectureTests
{
    private const int MaximumLines = 400;

    private static readonly Architecture Code = new ArchLoader().LoadAssemblies(
        typeof(Language.Document).Assembly, typeof(Reading.Reader).Assembly, typeof(Record.Finding).Assembly).Build();

    [Fact]
    public void Language_knows_nothing_of_the_domain() => Check(Types().That().ResideInAssembly(typeof(Language.Document).Assembly)
        .Should().NotDependOnAny(Types().That().ResideInAssembly(typeof(Reading.Reader).Assembly).Or().ResideInAssembly(typeof(Record.Finding).Assembly)));

    [Fact]
    public void The_record_does_not_know_how_it_was_read() => Check(Types().That().ResideInAssembly(typeof(Record.Finding).Assembly)
        .Should().NotDependOnAny(Types().That().ResideInAssembly(typeof(Reading.Reader).Assembly)));

    [Fact]
    public void No_source_file_is_longer_than_the_limit()
    {
        var tooLong = Directory.EnumerateFiles(RepositoryRoot.At("src"), "*.cs", SearchOption.AllDirectories)
            .Select(path => (path, lines: File.ReadLines(path).Count())).Where(file => file.lines > MaximumLines);
        Assert.Empty(tooLong);
    }

    private static void Check(IArchRule rule) => Assert.True(rule.HasNoViolations(Code), rule.Description);
}
