package dev.sextant.strategy;

import dev.sextant.model.space.Configuration;
import dev.sextant.model.space.Discrete;
import dev.sextant.model.space.Parameter;
import dev.sextant.model.space.RealRange;
import dev.sextant.model.space.Scale;
import dev.sextant.model.space.SearchSpace;
import dev.sextant.model.study.StrategySpec;
import dev.sextant.model.trial.Origin;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/// A study of real parameters `x0`, `x1`, … for tests of one strategy; the oldest trial ends next. Not thread-safe.
public final class Trials {
    private final Strategy strategy;
    private final long seed;
    private final ToDoubleFunction<double[]> loss;
    private final Set<Configuration> tried = new HashSet<>();
    private final Deque<Configuration> running = new ArrayDeque<>();
    private int begun;
    private int ended;
    private double best = Double.POSITIVE_INFINITY;

    /// A study at its beginning.
    public Trials(StrategyFactory factory, Problem problem, ToDoubleFunction<double[]> loss) {
        this.strategy = factory.create(problem);
        this.seed = problem.seed();
        this.loss = loss;
    }

    /// A problem of real parameters.
    public static Problem problem(StrategySpec settings, int parameters, double low, double high, long seed) {
        List<Parameter> reals = IntStream.range(0, parameters)
                .mapToObj(i -> Parameter.of("x" + i, new RealRange(low, high, Scale.LINEAR))).toList();
        return new Problem(new SearchSpace(reals, List.of(), 1), 1, settings, Optional.empty(), seed);
    }

    /// The numbers of a configuration.
    public static double[] numbers(Configuration configuration) {
        return configuration.values().values().stream().mapToDouble(Discrete::number).toArray();
    }

    /// Asks and ends trials, so many of them running at once, until some have ended in all; the smallest loss.
    public double run(int trials, int slots) {
        while (ended < trials) {
            while (running.size() < slots) {
                ask();
            }
            Configuration next = running.remove();
            double value = loss.applyAsDouble(numbers(next));
            best = Math.min(best, value);
            strategy.tell(new Observation.Completed(ended++, List.of(value)));
        }
        return best;
    }

    private void ask() {
        var request = new Question(begun, Streams.ofTrial(seed, begun, 0), tried);
        if (strategy.ask(request) instanceof Answer.Propose(Proposal.Start start)) {
            strategy.tell(new Observation.Proposed(begun++, start.configuration(), OptionalLong.empty(), Origin.STRATEGY, start.note()));
            tried.add(start.configuration());
            running.add(start.configuration());
        } else {
            throw new AssertionError("nothing proposed");
        }
    }
}
