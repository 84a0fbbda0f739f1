using System.CommandLine;
using Dragoman.Language;

namespace Dragoman.Commands;

/// <summary>The option by which a command is told which of a language's models reads.</summary>
internal sealed class ProfileOption
{
    private const string Fast = "fast";
    private const string Accurate = "accurate";

    private readonly Option<string> _profile = new("--profile")
    {
        Description = "The model that reads: accurate, or the smaller fast one for more than twice the speed",
        DefaultValueFactory = _ => Accurate,
    };

    public ProfileOption() => _profile.AcceptOnlyFromAmong(Accurate, Fast);

    public void AddTo(Command command) => command.Add(_profile);

    public Profile Of(ParseResult parsed) => parsed.GetValue(_profile) == Fast ? Profile.Fast : Profile.Accurate;
}
