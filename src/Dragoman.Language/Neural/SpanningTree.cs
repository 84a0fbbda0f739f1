namespace Dragoman.Language.Neural;

/// <summary>
/// The maximum spanning tree of a complete directed graph with exactly one word below the root: Chu and Liu 1965, Edmonds 1967,
/// with cycles contracted until none is left. Keeps its buffers; not thread-safe.
/// </summary>
internal sealed class SpanningTree
{
    private readonly List<Graph> _graphs = [];

    /// <summary>
    /// Finds the tree. Node 0 is the root, words are nodes 1 … <paramref name="words"/>; <c>scores[(dependent − 1) · stride + governor]</c>.
    /// </summary>
    /// <param name="heads">Receives the governor (a node) of each word.</param>
    public void Find(ReadOnlySpan<float> scores, int stride, int words, Span<int> heads)
    {
        if (words == 0) return;
        int nodes = words + 1;
        Graph graph = At(0, nodes);
        double spread = 1;
        for (int d = 1; d < nodes; d++)
        {
            ReadOnlySpan<float> row = scores.Slice((d - 1) * stride, nodes);
            for (int g = 0; g < nodes; g++)
            {
                graph.Score[(g * nodes) + d] = row[g];
                if (g != d) spread += Math.Abs(row[g]) * 2.0;
            }
        }

        // Each arc from the root costs more than all the other arcs can win: the best tree has one.
        for (int d = 1; d < nodes; d++) graph.Score[d] -= spread;
        Solve(0);
        graph.Parent.AsSpan(1, words).CopyTo(heads);
    }

    private void Solve(int depth)
    {
        Graph graph = _graphs[depth];
        graph.ChooseParents();
        int length = graph.FindCycle();
        if (length == 0) return;
        Graph smaller = At(depth + 1, graph.Nodes - length + 1);
        graph.Contract(smaller);
        Solve(depth + 1);
        graph.Expand(smaller);
    }

    private Graph At(int depth, int nodes)
    {
        if (_graphs.Count == depth) _graphs.Add(new());
        _graphs[depth].Reset(nodes);
        return _graphs[depth];
    }

    /// <summary>A graph at one depth of contraction. <c>Score[governor · Nodes + dependent]</c>.</summary>
    private sealed class Graph
    {
        private int[] _mark = [];
        private int[] _cycle = [];
        private int[] _inner = []; // node of this graph → node of the smaller one; the cycle → its last node
        private int[] _outer = []; // the inverse
        private int[] _leave = []; // dependent outside the cycle → the node of the cycle that governs it best
        private int[] _enter = []; // governor outside the cycle → the node of the cycle that it enters best
        private int _cycleLength;

        public int Nodes { get; private set; }

        public double[] Score { get; private set; } = [];

        public int[] Parent { get; private set; } = [];

        public void Reset(int nodes)
        {
            Nodes = nodes;
            if (Parent.Length >= nodes) return;
            int size = Math.Max(nodes, 2 * Parent.Length);
            Score = new double[size * size];
            Parent = new int[size];
            (_mark, _cycle, _inner, _outer, _leave, _enter) = (new int[size], new int[size], new int[size], new int[size], new int[size], new int[size]);
        }

        public void ChooseParents()
        {
            Parent[0] = -1;
            for (int d = 1; d < Nodes; d++)
            {
                int best = d == 1 && Nodes > 1 ? 0 : -1;
                for (int g = 0; g < Nodes; g++)
                    if (g != d && (best < 0 || Score[(g * Nodes) + d] > Score[(best * Nodes) + d])) best = g;
                Parent[d] = best;
            }
        }

        /// <summary>Looks for a cycle of parents; its length, or 0.</summary>
        public int FindCycle()
        {
            _mark.AsSpan(0, Nodes).Clear();
            for (int start = 1; start < Nodes; start++)
            {
                int node = start;
                while (node > 0 && _mark[node] == 0)
                {
                    _mark[node] = start;
                    node = Parent[node];
                }

                if (node <= 0 || _mark[node] != start) continue;
                _cycleLength = 0;
                int first = node;
                do
                {
                    _cycle[_cycleLength++] = node;
                    node = Parent[node];
                }
                while (node != first);
                return _cycleLength;
            }

            return 0;
        }

        /// <summary>Makes the cycle one node, the last of the smaller graph.</summary>
        public void Contract(Graph smaller)
        {
            _mark.AsSpan(0, Nodes).Clear();
            for (int i = 0; i < _cycleLength; i++) _mark[_cycle[i]] = 1;
            int whole = smaller.Nodes - 1;
            int next = 0;
            for (int node = 0; node < Nodes; node++)
            {
                _inner[node] = _mark[node] == 1 ? whole : next;
                if (_mark[node] == 0) _outer[next++] = node;
            }

            for (int g = 0; g < whole; g++)
                for (int d = 0; d < whole; d++) smaller.Score[(g * smaller.Nodes) + d] = Score[(_outer[g] * Nodes) + _outer[d]];
            for (int other = 0; other < whole; other++) Connect(smaller, other, whole);
        }

        private void Connect(Graph smaller, int other, int whole)
        {
            int node = _outer[other];
            double leave = double.NegativeInfinity;
            double enter = double.NegativeInfinity;
            for (int i = 0; i < _cycleLength; i++)
            {
                int member = _cycle[i];
                double leaving = Score[(member * Nodes) + node];
                double entering = Score[(node * Nodes) + member] - Score[(Parent[member] * Nodes) + member];
                if (leaving > leave || i == 0) (leave, _leave[node]) = (leaving, member);
                if (entering > enter || i == 0) (enter, _enter[node]) = (entering, member);
            }

            smaller.Score[(whole * smaller.Nodes) + other] = leave;
            smaller.Score[(other * smaller.Nodes) + whole] = enter;
        }

        /// <summary>Takes over the tree of the smaller graph; the cycle opens where the tree enters it.</summary>
        public void Expand(Graph smaller)
        {
            int whole = smaller.Nodes - 1;
            for (int other = 1; other < whole; other++)
            {
                int node = _outer[other];
                int parent = smaller.Parent[other];
                Parent[node] = parent == whole ? _leave[node] : _outer[parent];
            }

            int governor = _outer[smaller.Parent[whole]];
            Parent[_enter[governor]] = governor;
        }
    }
}
