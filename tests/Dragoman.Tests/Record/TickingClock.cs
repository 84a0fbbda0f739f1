using NodaTime;

namespace Dragoman.Tests;

/// <summary>A clock that moves on by a fixed step each time it is read.</summary>
internal sealed class TickingClock(Instant start, Duration step = default) : IClock
{
    private Instant _next = start;

    public Instant GetCurrentInstant()
    {
        Instant now = _next;
        _next += step;
        return now;
    }
}
