using Dragoman.Language;
using Dragoman.Language.Models;
using Dragoman.Language.Packs;
using Dragoman.Tests.Repository;
using Xunit;

namespace Dragoman.Tests;

public sealed class ModelFileTests : IDisposable
{
    private const string File = "models/en/accurate.bin";
    private readonly DataFolder _data = new(Directory.CreateTempSubdirectory().FullName);

    public ModelFileTests() => Directory.CreateDirectory(_data.Path("models/en"));

    public void Dispose() => Directory.Delete(_data.Root, recursive: true);

    [Fact]
    public void What_was_written_is_read_again()
    {
        Write(Sound());
        using BinaryReader section = ModelFile.Read(_data, File, new())!.Open("words");
        Assert.Equal("truce", section.ReadString());
    }

    [Fact]
    public void A_missing_model_is_a_problem_that_says_how_to_make_it() => AssertProblem("DG1021", "dev train");

    [Theory]
    [InlineData(0)]
    [InlineData(11)]
    [InlineData(40)]
    public void A_truncated_model_is_a_problem(int length)
    {
        Write(Sound()[..length]);
        AssertProblem("DG1022", "truncated or altered");
    }

    [Fact]
    public void A_model_with_any_one_byte_changed_is_a_problem()
    {
        byte[] sound = Sound();
        for (int i = 0; i < sound.Length; i++)
        {
            byte[] altered = [.. sound];
            altered[i] ^= 0x10;
            Write(altered);
            AssertProblem("DG1022", "restore it");
        }
    }

    [Fact]
    public void The_annotator_does_not_load_a_damaged_model()
    {
        byte[] bytes = System.IO.File.ReadAllBytes(RepositoryRoot.At("models", "en", "accurate.bin"));
        bytes[bytes.Length / 2] ^= 1;
        Write(bytes);
        Problems problems = new();
        Assert.Null(Annotator.Load(_data, "en", problems));
        Assert.Equal("DG1022", Assert.Single(problems.Items).Code);
    }

    private static byte[] Sound()
    {
        ModelFile file = new();
        file.Add("words", output => output.Write("truce"));
        return file.ToBytes();
    }

    private void Write(byte[] bytes) => System.IO.File.WriteAllBytes(_data.Path(File), bytes);

    private void AssertProblem(string code, string words)
    {
        Problems problems = new();
        Assert.Null(ModelFile.Read(_data, File, problems));
        Problem problem = Assert.Single(problems.Items);
        Assert.Equal((File, code), (problem.File, problem.Code));
        Assert.Contains(words, problem.Message, StringComparison.Ordinal);
    }
}
