using Dragoman.Language;
using Dragoman.Language.Packs;
using Dragoman.Tests.Repository;
using Xunit;

namespace Dragoman.Tests;

public sealed class LanguageIdentifierTests
{
    private static readonly LanguageIdentifier Identifier = Load();

    [Theory]
    [InlineData("en", "The ministers of both countries said that they would meet again in the port, and that the truce was still in force.")]
    [InlineData("tr", "İki ülkenin bakanları ateşkesin hâlâ yürürlükte olduğunu ve görüşmelerin gelecek hafta için planlandığını söyledi.")]
    [InlineData("ru", "Министры двух стран заявили, что перемирие всё ещё действует и что они встретятся снова на следующей неделе.")]
    [InlineData("uk", "Міністри обох країн заявили, що перемир'я все ще діє і що вони зустрінуться знову наступного тижня.")]
    [InlineData("fr", "Les ministres des deux pays ont déclaré que la trêve était toujours en vigueur et qu'ils se retrouveraient dans le port.")]
    [InlineData("de", "Die Minister der beiden Länder sagten, dass die Waffenruhe noch in Kraft sei und sie sich wieder im Hafen treffen werden.")]
    [InlineData("es", "Los ministros de los dos países dijeron que la tregua sigue en vigor y que se reunirán de nuevo en el puerto.")]
    [InlineData("ar", "وقال وزيرا البلدين إن الهدنة لا تزال قائمة وإن المحادثات ستستمر في الأسبوع المقبل بعد أن وافقت الحكومة على ذلك")]
    [InlineData("bg", "Министрите на двете страни казаха, че примирието все още е в сила и че ще се срещнат отново в пристанището.")]
    [InlineData("zh", "两国部长说停火仍然有效，他们下周会在港口再次会面，并讨论了这个协议的内容。")]
    [InlineData("ja", "両国の大臣は、停戦は今も続いており、来週また港で会うと述べた。")]
    [InlineData("pl", "Ministrowie obu krajów powiedzieli, że rozejm nadal obowiązuje i że spotkają się ponownie w porcie.")]
    public void A_sentence_of_news_is_enough_to_tell_its_language(string code, string text) => Assert.Equal(code, Identifier.Identify(text));

    [Theory]
    [InlineData("")]
    [InlineData("4,900 – 12:30 … 👍")]
    [InlineData("Qwx zzrt plonk grmbl vvvt")]
    [InlineData("Tolvan Calda Lund Sarrat Halvard")]
    public void What_cannot_be_told_is_not_guessed(string text) => Assert.Null(Identifier.Identify(text));

    [Fact]
    public void Names_in_other_alphabets_do_not_change_a_texts_language() =>
        Assert.Equal("en", Identifier.Identify("Associate Professor İkbal Dürre told BirGün's Umut Can Fırtına that the truce in Україна would hold, and that it was good."));

    [Fact]
    public void A_code_has_its_languages_name()
    {
        Assert.Equal("Turkish", Identifier.NameOf("tr"));
        Assert.Equal("xx", Identifier.NameOf("xx"));
    }

    private static LanguageIdentifier Load()
    {
        Problems problems = new();
        LanguageIdentifier identifier = LanguageIdentifier.Load(new DataFolder(RepositoryRoot.Path), problems);
        problems.ThrowIfAny();
        return identifier;
    }
}
