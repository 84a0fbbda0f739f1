using System.Security.Cryptography;
using System.Text;
using Dragoman.Language.Packs;
using Dragoman.Reading;
using Dragoman.Reading.Drafting;
using Dragoman.Reading.Intake;

namespace Dragoman.Commands;

/// <summary>The program's commands.</summary>
public static class CommandLine
{
    public static async Task<int> RunAsync(string[] args)
    {
        string folder = Environment.GetEnvironmentVariable("DRAGOMAN_DATA") ?? AppContext.BaseDirectory;
        Reader reader = Reader.Load(new DataFolder(folder), "en");
        await using Stream output = Console.OpenStandardOutput();
        foreach (string file in args)
        {
            byte[] bytes = await File.ReadAllBytesAsync(file);
            Article article = new()
            {
                Id = "sha256:" + Convert.ToHexStringLower(SHA256.HashData(bytes)),
                Source = Path.GetFileName(file),
                Document = new(Encoding.UTF8.GetString(bytes)),
            };
            await output.WriteAsync(ReadingJson.Write(reader.Read(article)));
            output.WriteByte((byte)'\n');
        }

        return 0;
    }
}
