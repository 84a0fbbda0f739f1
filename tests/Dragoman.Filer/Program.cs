using System.Globalization;
using Dragoman.Filer;
using Dragoman.Record;
using Dragoman.Record.Entries;
using Dragoman.Record.Views;
using Dragoman.Storage;
using NodaTime;

// Files documents of one line without end and says on standard output what the ledger has acknowledged, until somebody kills it.
string place = args[0];
int session = int.Parse(args[1], CultureInfo.InvariantCulture);
using ILedgerStore store = LedgerPlace.OpenOrCreate(place);
Ledger ledger = new(store, SystemClock.Instance);
Run reader = ledger.Begin(Run.Reader("filer/1"));
Run person = ledger.Begin(Run.Person("Ada"));
#pragma warning disable RS0030 // standard output is how the program tells the test that will kill it what was acknowledged
await using StreamWriter acknowledged = new(Console.OpenStandardOutput()) { AutoFlush = true, NewLine = "\n" };
#pragma warning restore RS0030
for (int number = 0; ; number++)
{
    DocumentReading reading = TinyReading.Of(session, number);
    ledger.File(reading, reader);
    await acknowledged.WriteLineAsync("filed " + reading.Document.Id);
    RecordState record = DocumentState.Of(store.ReadDocument(reading.Document.Id).Select(line => line.Parse()))!.Records[0];
    ledger.Decide(new RecordConfirmed { Document = reading.Document.Id, Record = record.Id, After = record.Latest }, person);
    await acknowledged.WriteLineAsync("decided " + reading.Document.Id);
}
