using System.CommandLine;
using System.Text;
using Dragoman.Desk.Access;
using Dragoman.Storage.People;
using NodaTime;

namespace Dragoman.Commands;

/// <summary><c>dragoman people</c>: who may sign in at a team's desk, and what they did there.</summary>
internal static class PeopleCommand
{
    private const int AuditLines = 1000;

    private static readonly Argument<string> Name = new("NAME") { Description = "The account's name; decisions are signed with it" };
    private static readonly Option<Role> RoleOption = new("--role") { Description = "reader, coder, curator or administrator", HelpName = "ROLE", DefaultValueFactory = _ => Role.Coder };
    private static readonly Argument<Role> RoleArgument = new("ROLE") { Description = "reader, coder, curator or administrator" };

    public static Command Create(Terminal terminal)
    {
        Option<string> file = new("--people") { Description = "The file of the people [default: people.db in this folder]", HelpName = "PATH", DefaultValueFactory = _ => "people.db", Recursive = true };
        Command command = new("people", "Says who may sign in at a team's desk. Passwords are read from standard input.") { file };
        Add("add", "Adds somebody; the password is the first line of standard input.", [Name], [RoleOption],
            (people, parsed) => people.AddAsync(NameOf(parsed), parsed.GetValue(RoleOption), ReadPassword(terminal), By));
        Add("role", "Gives somebody another role.", [Name, RoleArgument], [], (people, parsed) => people.SetRoleAsync(NameOf(parsed), parsed.GetValue(RoleArgument), By));
        Add("password", "Sets a new password, the first line of standard input; open sessions end.", [Name], [], (people, parsed) => people.SetPasswordAsync(NameOf(parsed), ReadPassword(terminal), By));
        Add("disable", "Keeps somebody out; sessions and tokens end.", [Name], [], (people, parsed) => people.SetDisabledAsync(NameOf(parsed), isDisabled: true, By));
        Add("enable", "Lets somebody in again.", [Name], [], (people, parsed) => people.SetDisabledAsync(NameOf(parsed), isDisabled: false, By));
        Add("token", "Makes an access token for programs that act for somebody, and prints it once.", [Name], [],
            async (people, parsed) => Print(terminal, await people.MakeTokenAsync(NameOf(parsed), By)));
        Add("revoke", "Ends all access tokens of somebody.", [Name], [], (people, parsed) => people.RevokeTokensAsync(NameOf(parsed), By));
        Show("list", "Lists the accounts.", people => people.Accounts.Select(account => $"{account.Name}\t{account.Role}\t{(account.IsDisabled ? "disabled" : "may sign in")}"));
        Show("audit", "Prints the latest lines of the audit log, the latest first.", people => people.Audit(AuditLines).Select(line => string.Join('\t', line.At, line.Who, line.What, line.About, line.From)));
        return command;

        void Add(string verb, string description, Argument[] arguments, Option[] options, Func<People, ParseResult, Task> change)
        {
            Command part = new(verb, description);
            foreach (Argument argument in arguments) part.Add(argument);
            foreach (Option option in options) part.Add(option);
            part.SetAction((parsed, _) => ChangeAsync(parsed.GetRequiredValue(file), people => change(people, parsed)));
            command.Add(part);
        }

        void Show(string verb, string description, Func<PeopleFile, IEnumerable<string>> show)
        {
            Command part = new(verb, description);
            part.SetAction(parsed =>
            {
                using PeopleFile people = PeopleFile.OpenOrCreate(parsed.GetRequiredValue(file), SystemClock.Instance);
                foreach (string line in show(people)) Print(terminal, line);
                return ExitCode.Done;
            });
            command.Add(part);
        }
    }

    /// <summary>How the audit log names whoever sits at the command line.</summary>
    private static string By => "command-line:" + Environment.UserName;

    private static string NameOf(ParseResult parsed) => parsed.GetRequiredValue(Name);

    private static async Task<int> ChangeAsync(string path, Func<People, Task> change)
    {
        using PeopleFile file = PeopleFile.OpenOrCreate(path, SystemClock.Instance);
        People people = People.Of(file, out IDisposable services);
        using (services)
        {
            try
            {
                await change(people);
                return ExitCode.Done;
            }
            catch (PeopleException refusal)
            {
                throw new CommandException("DG4023", refusal.Message);
            }
        }
    }

    private static string ReadPassword(Terminal terminal)
    {
        if (terminal.IsErrorScreen) terminal.Error.Write("Password: ");
        using StreamReader reader = new(terminal.Input, Encoding.UTF8, leaveOpen: true);
        return reader.ReadLine() ?? "";
    }

    private static void Print(Terminal terminal, string line) => terminal.WriteLine(Encoding.UTF8.GetBytes(line));
}
