using System.Collections.Immutable;

namespace Dragoman.Reading.Times.Patterns;

/// <summary>A part of a pattern as it was written; compiles itself into steps.</summary>
internal abstract record PatternNode
{
    public abstract void Emit(List<Step> steps);

    public sealed record Single(Step Step) : PatternNode
    {
        public override void Emit(List<Step> steps) => steps.Add(Step);
    }

    public sealed record Sequence(ImmutableArray<PatternNode> Parts) : PatternNode
    {
        public override void Emit(List<Step> steps)
        {
            foreach (PatternNode part in Parts) part.Emit(steps);
        }
    }

    public sealed record Choice(ImmutableArray<PatternNode> Branches) : PatternNode
    {
        public override void Emit(List<Step> steps)
        {
            List<int> jumps = [];
            for (int i = 0; i < Branches.Length - 1; i++)
            {
                int split = steps.Count;
                steps.Add(default);
                Branches[i].Emit(steps);
                jumps.Add(steps.Count);
                steps.Add(default);
                steps[split] = new(StepKind.Split, split + 1, steps.Count);
            }

            Branches[^1].Emit(steps);
            foreach (int jump in jumps) steps[jump] = new(StepKind.Jump, steps.Count);
        }
    }

    public sealed record Optional(PatternNode Part) : PatternNode
    {
        public override void Emit(List<Step> steps)
        {
            int split = steps.Count;
            steps.Add(default);
            Part.Emit(steps);
            steps[split] = new(StepKind.Split, split + 1, steps.Count);
        }
    }

    public sealed record Refusal(PatternNode Part) : PatternNode
    {
        public override void Emit(List<Step> steps)
        {
            int refuse = steps.Count;
            steps.Add(default);
            Part.Emit(steps);
            steps.Add(new(StepKind.Match));
            steps[refuse] = new(StepKind.Refuse, steps.Count);
        }
    }
}
