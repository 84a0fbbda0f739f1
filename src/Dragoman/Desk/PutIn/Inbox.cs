using System.Collections.Immutable;
using System.Threading.Channels;
using Dragoman.Commands;
using Dragoman.Reading;
using Dragoman.Reading.Intake;
using Dragoman.Record;
using Dragoman.Record.Entries;

namespace Dragoman.Desk.PutIn;

public enum InboxState
{
    Waiting, Reading, Filed, Failed,
}

/// <summary>Something that was put in, and how far it has come.</summary>
/// <param name="Number">In order of arrival.</param>
/// <param name="Source">As the list names it.</param>
public sealed record InboxItem(long Number, string Source, InboxState State)
{
    /// <summary>The documents that came of it, each by its short name in addresses.</summary>
    public ImmutableArray<(string Key, string Source, bool IsNew, int Records)> Documents { get; init; } = [];

    /// <summary>Why it, or some of its documents, could not be read.</summary>
    public ImmutableArray<ReadingFailed> Failures { get; init; } = [];
}

/// <summary>Reads what is put in at the desk, one after the other, behind the pages. What cannot be read stays with its error until it is tried again or dropped.</summary>
public sealed class Inbox : IAsyncDisposable
{
    private const int MostItems = 200;
    private readonly Registrar _registrar;
    private readonly Spool _spool;
    private readonly AddressFetcher? _fetcher;
    private readonly Channel<long> _waiting = Channel.CreateUnbounded<long>();
    private readonly CancellationTokenSource _closing = new();
    private readonly Lock _gate = new();
    private readonly Task _work;
    private int _isClosed;
    private ImmutableSortedDictionary<long, InboxItem> _items = ImmutableSortedDictionary<long, InboxItem>.Empty;

    /// <param name="registrar">Reads and files.</param>
    /// <param name="spool">Where things wait; what waits there from before is read first.</param>
    /// <param name="fetcher">Null where the desk may not fetch from the web.</param>
    public Inbox(Registrar registrar, Spool spool, AddressFetcher? fetcher = null)
    {
        (_registrar, _spool, _fetcher) = (registrar, spool, fetcher);
        foreach (long number in spool.Numbers())
            if (spool.Get(number) is { } kept) Enqueue(number, kept.Parcel.Source);
        _work = Task.Run(WorkAsync, CancellationToken.None); // it ends by itself when the inbox closes
    }

    public bool MayFetch => _fetcher is not null;

    /// <summary>The latest first.</summary>
    public IEnumerable<InboxItem> Items => _items.Values.Reverse();

    public bool IsBusy => _items.Values.Any(i => i.State is InboxState.Waiting or InboxState.Reading);

    /// <summary>Keeps it safely, and reads it when its turn comes.</summary>
    public InboxItem Put(Parcel parcel, ReadOnlySpan<byte> bytes) => Enqueue(_spool.Put(parcel, bytes), parcel.Source);

    /// <summary>Reads something anew that could not be read.</summary>
    public void Retry(long number)
    {
        if (_items.GetValueOrDefault(number) is { State: InboxState.Failed } item) Enqueue(number, item.Source);
    }

    /// <summary>Forgets something that could not be read, or that is done.</summary>
    public void Drop(long number)
    {
        if (_items.GetValueOrDefault(number) is not { State: InboxState.Failed or InboxState.Filed }) return;
        _spool.Remove(number);
        lock (_gate) _items = _items.Remove(number);
    }

    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref _isClosed, 1) == 1) return;
        await _closing.CancelAsync();
        await _work;
        _closing.Dispose();
        _fetcher?.Dispose();
    }

    private InboxItem Enqueue(long number, string source)
    {
        InboxItem item = new(number, source, InboxState.Waiting);
        Set(item);
        _waiting.Writer.TryWrite(number);
        return item;
    }

    private void Set(InboxItem item)
    {
        lock (_gate)
        {
            _items = _items.SetItem(item.Number, item);
            foreach (InboxItem old in _items.Values.Where(i => i.State == InboxState.Filed).SkipLast(MostItems)) _items = _items.Remove(old.Number);
        }
    }

    private async Task WorkAsync()
    {
        try
        {
            await foreach (long number in _waiting.Reader.ReadAllAsync(_closing.Token))
            {
                if (_items.GetValueOrDefault(number) is not { } item || _spool.Get(number) is not { } kept) continue;
                Set(item with { State = InboxState.Reading });
                Set(await ReadAsync(item, kept.Parcel, kept.Bytes));
            }
        }
        catch (OperationCanceledException)
        {
            // the desk closes; what waits is in the spool
        }
    }

    private async Task<InboxItem> ReadAsync(InboxItem item, Parcel parcel, byte[] bytes)
    {
        try
        {
            (byte[] content, InputFormat format, Parcel described) = await OpenAsync(parcel, bytes);
            ImmutableArray<(string Key, string Source, bool IsNew, int Records)>.Builder documents = ImmutableArray.CreateBuilder<(string, string, bool, int)>();
            ImmutableArray<ReadingFailed>.Builder failures = ImmutableArray.CreateBuilder<ReadingFailed>();
            using MemoryStream stream = new(content);
            foreach (Arrival arrival in new ArticleIntake().Take(stream, described.Source, format))
            {
                _closing.Token.ThrowIfCancellationRequested();
                Arrival ours = arrival.Article is { } article ? Arrival.Of(described.Described(article)) : arrival;
                Registration registration = _registrar.File([ours]).Single();
                if (registration.Failure is { } failure) failures.Add(failure);
                else documents.Add((ContentId.Document(ours.Article!.Id), registration.Source, registration.Outcome != Outcome.Known, registration.Records));
                Set(item with { State = InboxState.Reading, Documents = documents.ToImmutable(), Failures = failures.ToImmutable() });
            }

            if (failures.Count == 0) _spool.Remove(item.Number);
            return item with { State = failures.Count == 0 ? InboxState.Filed : InboxState.Failed, Documents = documents.ToImmutable(), Failures = failures.ToImmutable() };
        }
        catch (UnreadableException refusal)
        {
            return Failed(item, refusal.Code, refusal.Message);
        }
        catch (LedgerException refusal)
        {
            return Failed(item, refusal.Code, refusal.Message);
        }
    }

    private async Task<(byte[] Bytes, InputFormat Format, Parcel Parcel)> OpenAsync(Parcel parcel, byte[] bytes)
    {
        if (parcel.Address is not { } address) return (bytes, parcel.Format ?? InputFormat.Text, parcel);
        if (_fetcher is null) throw new UnreadableException("DG2025", parcel.Source, "this desk may not fetch from the web; open it with --allow-fetching, or save the page and drop the file here");
        FetchedPage page = await _fetcher.FetchAsync(address, _closing.Token);
        string url = page.Address.ToString();
        return (page.Bytes, page.Format, parcel with { Source = url, Url = url });
    }

    private static InboxItem Failed(InboxItem item, string code, string message) => item with
    {
        State = InboxState.Failed,
        Failures = [new() { Document = "source:" + item.Source, Source = item.Source, Code = code, Message = message }],
    };
}
