using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using Dragoman.Reading.Intake;
using Xunit;

namespace Dragoman.Tests;

public sealed class ArticleIntakeTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("dragoman-intake-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public void Plain_text_loses_its_mark_and_its_carriage_returns_and_nothing_else()
    {
        byte[] bytes = [0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes("One.\r\n\r\n  Two 👩‍🌾 é\u0301.\rThree\t\n")];
        Article article = Read("a.txt", bytes);

        Assert.Equal("One.\n\n  Two 👩‍🌾 é\u0301.\rThree\t\n", article.Document.Text);
        Assert.Equal("sha256:" + Convert.ToHexStringLower(SHA256.HashData(bytes)), article.Id);
        Assert.Equal("a.txt", article.Source);
    }

    [Fact]
    public void A_folder_is_read_with_its_subfolders_in_ordinal_order_and_other_files_are_passed_over()
    {
        foreach (string file in (string[])["b.txt", "B.txt", "sub/a.md", "a.txt", "notes.pdf"]) Write(file, "A text."u8.ToArray());
        string[] sources = [.. new ArticleIntake().Take([_folder.FullName]).Select(arrival => arrival.Article!.Source)];
        Assert.Equal(["B.txt", "a.txt", "b.txt", "sub/a.md"], sources);
    }

    [Fact]
    public void A_JSON_line_is_trusted_and_its_text_taken_as_given()
    {
        Article article = Read("a.jsonl", """{"id":"x1","text":"One.\r\nTwo.","language":"en","title":"T","outlet":"O","published":"2026-09-07T10:00:00Z","url":"https://o.example/1","byline":["Ana Orlo"],"more":1}"""u8);

        Assert.Equal(("x1", "One.\r\nTwo.", "en", "T", "O"), (article.Id, article.Document.Text, article.Language, article.Title, article.Outlet));
        Assert.Equal(("2026-09-07T10:00:00Z", "https://o.example/1", "https://o.example/1"), (article.Published, article.Url, article.Source));
        Assert.Equal(["Ana Orlo"], article.Byline);
    }

    [Fact]
    public void Bad_JSON_lines_are_refused_by_number_and_the_good_ones_are_read()
    {
        string lines = "{\"text\":\"Good.\"}\nnonsense\n\n{\"title\":\"no text\"}\n{\"text\":7}\n[1]\n{\"text\":\"\\ud800\"}\n{\"text\":\"x\",\"published\":\"22.04.2025\"}\n{\"text\":\" \"}\n{\"text\":\"Good again.\"}";
        Arrival[] arrivals = Take("a.jsonl", Encoding.UTF8.GetBytes(lines));

        Assert.Equal("ok DG2007 DG2008 DG2008 DG2008 DG2008 DG2008 DG2002 ok", Codes(arrivals));
        Assert.Equal("a.jsonl, line 2", arrivals[1].Refusal!.Origin);
        Assert.Equal("a.jsonl, line 4", arrivals[2].Refusal!.Origin);
    }

    [Fact]
    public void Compressed_JSON_lines_are_read_and_a_damaged_file_says_so()
    {
        using MemoryStream packed = new();
        using (GZipStream gzip = new(packed, CompressionMode.Compress, leaveOpen: true)) gzip.Write("{\"text\":\"One.\"}\n{\"text\":\"Two.\"}\n"u8);

        Assert.Equal("ok ok", Codes(Take("a.jsonl.gz", packed.ToArray())));
        Assert.Equal("DG2006", Codes(Take("b.jsonl.gz", "{\"text\":\"not gzip\"}"u8)));
        byte[] damaged = packed.ToArray();
        damaged[^6] ^= 0xFF; // in the checksum
        Assert.EndsWith("DG2006", Codes(Take("c.jsonl.gz", damaged)), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("utf-16", true)]
    [InlineData("utf-16BE", true)]
    [InlineData("utf-16", false)]
    [InlineData("utf-16BE", false)]
    [InlineData("utf-32", true)]
    public void Other_Unicode_encodings_are_recognised(string name, bool marked)
    {
        const string Text = "Перемир'я триває: İkbal Dürre said so. 👍";
        Encoding encoding = Encoding.GetEncoding(name);
        Assert.Equal(Text, Read("a.txt", [.. marked ? encoding.GetPreamble() : [], .. encoding.GetBytes(Text)]).Document.Text);
    }

    [Fact]
    public void Text_in_an_old_encoding_is_refused_unless_the_user_names_it()
    {
        byte[] turkish = CodePagesEncodingProvider.Instance.GetEncoding(1254)!.GetBytes("Ateşkes görüşmeleri İstanbul'da sürüyor.");
        UnreadableException(Take("a.txt", turkish), "DG2004", "--encoding");
        Assert.Equal("Ateşkes görüşmeleri İstanbul'da sürüyor.", new ArticleIntake("windows-1254").Take([Write("a.txt", turkish)]).Single().Article!.Document.Text);
        Assert.Throws<ArgumentException>(() => new ArticleIntake("klingon-8"));
    }

    [Fact]
    public void A_page_in_an_old_encoding_is_read_as_it_declares()
    {
        string page = $"<html><head><meta http-equiv='Content-Type' content='text/html; charset=windows-1251'><title>Перемирие</title></head><body><p>{string.Concat(Enumerable.Repeat("Стороны договорились о перемирии на три дня. ", 12))}</p></body></html>";
        Article article = Read("a.html", CodePagesEncodingProvider.Instance.GetEncoding(1251)!.GetBytes(page));
        Assert.StartsWith("Перемирие\n\nСтороны договорились", article.Document.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_page_gives_its_article_and_what_its_markup_says_of_it()
    {
        string filler = string.Concat(Enumerable.Repeat("The two governments agreed to go on talking, and nobody left the room. ", 6));
        Article article = Read("a.html", Encoding.UTF8.GetBytes($$"""
            <html lang="en"><head><title>Truce holds | Straits Wire</title><link rel="canonical" href="https://wire.example/truce">
            <script type="application/ld+json">{"@graph":[{"@type":"NewsArticle","headline":"Truce holds","author":{"name":"Mira Dahl"},"publisher":{"name":"Straits Wire"},"datePublished":"2026-09-23T01:10:00+02:00"}]}</script></head>
            <body><nav><a href="/">Home</a></nav><article><h1>Truce holds</h1><p>{{filler}}</p><p>A line<br>break. {{filler}}</p><h2>What next</h2><ul><li>One <b>bold</b> word &amp; more.</li></ul>
            <p><a href="/x">Another article that nobody asked for</a></p><aside><p>Most read</p></aside></article><footer>Contact us</footer></body></html>
            """));

        string[] paragraphs = article.Document.Text.Split("\n\n");
        Assert.Equal(("Truce holds", filler.Trim(), "A line break. " + filler.Trim(), "What next", "One bold word & more."), (paragraphs[0], paragraphs[1], paragraphs[2], paragraphs[3], paragraphs[4]));
        Assert.Equal(5, paragraphs.Length);
        Assert.Equal(("Truce holds", "Straits Wire", "2026-09-23", "https://wire.example/truce"), (article.Title, article.Outlet, article.Published, article.Url));
        Assert.Equal(["Mira Dahl"], article.Byline);
        Assert.Equal(("en", null), (article.DeclaredLanguage, article.Language));
    }

    [Fact]
    public void What_cannot_be_read_is_refused_with_what_to_do()
    {
        Directory.CreateDirectory(Path.Combine(_folder.FullName, "empty"));
        UnreadableException(Take("empty.txt", [.. " \r\n\t"u8]), "DG2002", "empty");
        UnreadableException(Take("picture.txt", [0x89, 0x50, 0x4E, 0x47, 0, 0, 0, 13, 0xFF, 0xFE, 7]), "DG2003", "not text");
        UnreadableException(Take("page.html", [.. "<html><body><nav>Home</nav></body></html>"u8]), "DG2011", "no article");
        UnreadableException(Take("letter.doc", [.. "text"u8]), "DG2010", ".txt");
        UnreadableException([.. new ArticleIntake().Take([Path.Combine(_folder.FullName, "empty")])], "DG2009", ".jsonl");
        UnreadableException([.. new ArticleIntake().Take([Path.Combine(_folder.FullName, "missing.txt")])], "DG2001", "no such file");
    }

    [Fact]
    public void A_gigantic_document_is_refused_without_being_read()
    {
        string path = Path.Combine(_folder.FullName, "huge.txt");
        using (FileStream file = File.Create(path)) file.SetLength(100L * 1024 * 1024);
        long before = GC.GetAllocatedBytesForCurrentThread();
        UnreadableException([.. new ArticleIntake().Take([path])], "DG2005", "16 MB");
        Assert.True(GC.GetAllocatedBytesForCurrentThread() - before < 1024 * 1024);
    }

    [Fact]
    public void A_gigantic_line_is_passed_over_and_the_next_one_read()
    {
        using Stream input = new MemoryStream([.. Enumerable.Repeat((byte)'x', ArticleIntake.MaximumBytes + 1), .. "\n{\"text\":\"Good.\"}"u8]);
        Assert.Equal("DG2005 ok", Codes([.. new ArticleIntake().Take(input, "standard input", InputFormat.JsonLines)]));
    }

    private static string Codes(Arrival[] arrivals) => string.Join(' ', arrivals.Select(arrival => arrival.Refusal?.Code ?? "ok"));

    private static void UnreadableException(Arrival[] arrivals, string code, string remedy)
    {
        Assert.Equal(code, Assert.Single(arrivals).Refusal?.Code);
        Assert.Contains(remedy, arrivals[0].Refusal!.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', arrivals[0].Refusal!.Message);
    }

    private Article Read(string name, ReadOnlySpan<byte> bytes) => Assert.Single(Take(name, bytes)).Article!;

    private Arrival[] Take(string name, ReadOnlySpan<byte> bytes) => [.. new ArticleIntake().Take([Write(name, bytes)])];

    private string Write(string name, ReadOnlySpan<byte> bytes)
    {
        string path = Path.Combine(_folder.FullName, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllBytes(path, bytes);
        return path;
    }
}
