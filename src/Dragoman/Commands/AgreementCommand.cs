using System.Collections.Immutable;
using System.CommandLine;
using System.Globalization;
using System.Text;
using Dragoman.Record;
using Dragoman.Record.Agreement;

namespace Dragoman.Commands;

/// <summary><c>dragoman agreement [A B]</c>: how far coders agree with one another and with the reader.</summary>
internal static class AgreementCommand
{
    public static Command Create(Terminal terminal)
    {
        LedgerOption ledger = new();
        Argument<string[]> ledgers = new("ledger") { Description = "The ledgers of coders who worked apart on the same documents; without them, the coders are those who decided in one ledger", Arity = ArgumentArity.ZeroOrMore };
        Option<string[]> coders = new("--coder") { Description = "Only these people; repeat it for several", HelpName = "NAME" };
        Option<bool> people = new("--without-reader") { Description = "Leave the reader out, who else is one coder more" };
        Command command = new("agreement", "Tells how far coders agree: on which records there are, and on each slot (Krippendorff's alpha).") { ledgers, coders, people };
        ledger.AddTo(command);
        command.SetAction(parsed =>
        {
            string[] places = [.. parsed.GetValue(ledgers) ?? []];
            ImmutableArray<Coding> codings = places.Length == 0 ? Coding.InLedger(LedgerSource.Open(ledger.PathOf(parsed), null, []).State) : Apart(places);
            if (parsed.GetValue(people)) codings = codings.RemoveAt(0);
            if (parsed.GetValue(coders) is { Length: > 0 } named) codings = [.. codings.Where((coding, i) => named.Contains(coding.Coder) || (i == 0 && !parsed.GetValue(people)))];
            if (codings.Length < 2) throw new CommandException("DG4062", $"there are not two coders to compare: {string.Join(", ", codings.Select(c => c.Coder))}; name two ledgers, or a ledger in which two people decided");
            Print(AgreementReport.Of(codings), terminal);
            return ExitCode.Done;
        });
        return command;
    }

    /// <summary>The reader, as the first ledger has it, and the coder of each ledger.</summary>
    private static ImmutableArray<Coding> Apart(string[] places)
    {
        ImmutableArray<Dragoman.Record.Views.LedgerState> states = [.. places.Select(place => LedgerSource.Open(place, null, []).State)];
        return [Coding.Machine(states[0]), .. states.Select((state, i) => Coding.OfLedger(state, Path.GetFileNameWithoutExtension(places[i])))];
    }

    private static void Print(AgreementReport report, Terminal terminal)
    {
        Write($"{"coders",-40} {"both",6} {"first",6} {"second",6} {"F1",6}");
        foreach (CoderPair pair in report.Pairs)
            Write(string.Create(CultureInfo.InvariantCulture, $"{pair.Left + " / " + pair.Right,-40} {pair.Both,6} {pair.OnlyLeft,6} {pair.OnlyRight,6} {Number(pair.F1),6}"));
        Write("");
        Write($"{"kind",-12} {"slot",-14} {"scale",-9} {"units",6} {"alpha",6}");
        foreach (AgreementLine line in report.Lines)
            Write(string.Create(CultureInfo.InvariantCulture, $"{line.Kind,-12} {line.Slot,-14} {ContractWords.WordOf(line.Scale),-9} {line.Units,6} {Number(line.Alpha),6}"));

        void Write(string text) => terminal.WriteLine(Encoding.UTF8.GetBytes(text.TrimEnd()));
    }

    private static string Number(double? value) => value is { } number ? number.ToString("0.00", CultureInfo.InvariantCulture) : "-";
}
