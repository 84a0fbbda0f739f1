using System.Collections.Immutable;
using Dragoman.Record.Views.Boards;

namespace Dragoman.Charts;

/// <summary>A party at its place.</summary>
public sealed record DrawnNode(Party Party, double X, double Y, double Radius);

/// <summary>A tie between two places.</summary>
public sealed record DrawnTie(Tie Tie, DrawnNode From, DrawnNode To, double Width);

/// <summary>
/// Places the parties with most ties so that those with much contact stand near each other (Fruchterman and Reingold 1991, with fixed
/// first places on a circle: the same record is always drawn the same way).
/// </summary>
public sealed class NetworkDrawing
{
    public const int Width = 1160;
    public const int Height = 680;
    private const int MostNodes = 26;
    private const int Rounds = 240;
    private const double Margin = 70;

    public NetworkDrawing(ContactNetwork network, TieKind? kind)
    {
        Tie[] asked = [.. network.Ties.Where(t => kind is null || t.Kind == kind)];
        Dictionary<string, int> weight = new(StringComparer.Ordinal);
        foreach (Tie tie in asked)
        {
            weight[tie.From.Key] = weight.GetValueOrDefault(tie.From.Key) + tie.Count;
            weight[tie.To.Key] = weight.GetValueOrDefault(tie.To.Key) + tie.Count;
        }

        Party[] parties = [.. network.Parties.Where(p => weight.ContainsKey(p.Key)).OrderByDescending(p => weight[p.Key]).ThenBy(p => p.Key, StringComparer.Ordinal).Take(MostNodes)];
        Dictionary<string, int> index = parties.Select((p, i) => (p.Key, i)).ToDictionary(StringComparer.Ordinal);
        Tie[] ties = [.. asked.Where(t => index.ContainsKey(t.From.Key) && index.ContainsKey(t.To.Key))];
        (double X, double Y)[] places = Place(parties.Length, [.. ties.Select(t => (index[t.From.Key], index[t.To.Key], Math.Log2(1 + t.Count)))]);
        Nodes = [.. parties.Select((p, i) => new DrawnNode(p, places[i].X, places[i].Y, 6 + (3 * Math.Log2(1 + weight[p.Key]))))];
        Ties = [.. ties.Reverse().Select(t => new DrawnTie(t, Nodes[index[t.From.Key]], Nodes[index[t.To.Key]], Math.Min(9, 0.8 + Math.Log2(t.Count))))];
    }

    public ImmutableArray<DrawnNode> Nodes { get; }

    /// <summary>The strongest last, so that they are drawn on top.</summary>
    public ImmutableArray<DrawnTie> Ties { get; }

    private static (double X, double Y)[] Place(int count, (int From, int To, double Pull)[] ties)
    {
        (double X, double Y)[] at = [.. Enumerable.Range(0, count).Select(i => (Math.Cos(2 * Math.PI * i / Math.Max(1, count)), Math.Sin(2 * Math.PI * i / Math.Max(1, count))))];
        double ideal = 1.9 / Math.Sqrt(Math.Max(1, count));
        for (int round = 0; round < Rounds; round++)
        {
            (double X, double Y)[] force = Forces(at, ties, ideal);
            double limit = 0.12 * (1 - ((double)round / Rounds));
            for (int i = 0; i < count; i++)
            {
                double length = Math.Max(1e-9, Math.Sqrt((force[i].X * force[i].X) + (force[i].Y * force[i].Y)));
                at[i] = (at[i].X + (force[i].X / length * Math.Min(length, limit)), at[i].Y + (force[i].Y / length * Math.Min(length, limit)));
            }
        }

        return Fit(at);
    }

    private static (double X, double Y)[] Forces((double X, double Y)[] at, (int From, int To, double Pull)[] ties, double ideal)
    {
        (double X, double Y)[] force = new (double, double)[at.Length];
        for (int i = 0; i < at.Length; i++)
        {
            force[i] = (force[i].X - (at[i].X * 0.06), force[i].Y - (at[i].Y * 0.06)); // towards the middle, so that what has few ties does not drift off
            for (int j = 0; j < at.Length; j++)
            {
                if (i == j) continue;
                (double dx, double dy) = (at[i].X - at[j].X, at[i].Y - at[j].Y);
                double square = Math.Max(1e-4, (dx * dx) + (dy * dy));
                force[i] = (force[i].X + (dx * ideal * ideal / square), force[i].Y + (dy * ideal * ideal / square));
            }
        }

        foreach ((int from, int to, double pull) in ties)
        {
            (double dx, double dy) = (at[to].X - at[from].X, at[to].Y - at[from].Y);
            double strength = 0.05 * pull * Math.Sqrt((dx * dx) + (dy * dy)) / ideal;
            force[from] = (force[from].X + (dx * strength), force[from].Y + (dy * strength));
            force[to] = (force[to].X - (dx * strength), force[to].Y - (dy * strength));
        }

        return force;
    }

    private static (double X, double Y)[] Fit((double X, double Y)[] at)
    {
        if (at.Length == 0) return at;
        (double left, double right) = (at.Min(p => p.X), at.Max(p => p.X));
        (double top, double bottom) = (at.Min(p => p.Y), at.Max(p => p.Y));
        return [.. at.Select(p => (
            Margin + ((Width - (2 * Margin)) * (right > left ? (p.X - left) / (right - left) : 0.5)),
            (Margin / 2) + ((Height - Margin) * (bottom > top ? (p.Y - top) / (bottom - top) : 0.5))))];
    }
}
