package dev.sextant.strategy.design;

import dev.sextant.model.space.Configuration;
import dev.sextant.model.space.Odometer;
import dev.sextant.model.space.SearchSpace;
import dev.sextant.model.trial.Origin;
import dev.sextant.strategy.Answer;
import dev.sextant.strategy.Observation;
import dev.sextant.strategy.Problem;
import dev.sextant.strategy.Request;
import dev.sextant.strategy.Strategy;
import dev.sextant.strategy.StrategyFactory;
import dev.sextant.strategy.search.Untried;
import java.util.Optional;

/// Every combination of a few values of each parameter, the last parameter turning fastest.
///
/// Inactive parameters are not counted, so no configuration comes twice. A point that the constraints forbid or that was
/// tried is left out; the proposals themselves say how far the count has come.
public final class Grid implements Strategy {
    private static final int EFFORT = 1_000_000;

    private final Odometer odometer;
    private final Untried untried;
    private Optional<Odometer.Position> next;

    Grid(SearchSpace space, Odometer odometer) {
        this.odometer = odometer;
        this.untried = new Untried(space);
        this.next = Optional.of(odometer.first());
    }

    @Override
    public Answer ask(Request request) {
        Optional<Odometer.Position> position = next;
        for (int i = 0; i < EFFORT; i++) {
            if (position.isEmpty()) {
                return new Answer.Exhausted();
            }
            Configuration configuration = position.get().configuration();
            if (untried.accepts(configuration, request)) {
                return Answer.start(configuration, "next point of the grid");
            }
            position = position.flatMap(odometer::next);
        }
        throw new IllegalStateException("""
                Strategy 'grid': none of the %d points from '%s' on is allowed and untried.
                Loosen the constraints, or use 'sobol'.""".formatted(EFFORT, next.orElseThrow().configuration()));
    }

    @Override
    public void tell(Observation observation) {
        if (observation instanceof Observation.Proposed proposed && proposed.origin() == Origin.STRATEGY) {
            odometer.of(proposed.configuration()).ifPresent(position -> next = odometer.next(position));
        }
    }

    /// Makes [Grid].
    public static final class Factory implements StrategyFactory {
        @Override
        public String name() {
            return "grid";
        }

        @Override
        public String summary() {
            return "every combination; settings: points (5) of a range, points.NAME of one parameter";
        }

        @Override
        public Strategy create(Problem problem) {
            return new Grid(problem.space(), new Odometer(problem.space(), GridTicks.of(problem)));
        }
    }
}
