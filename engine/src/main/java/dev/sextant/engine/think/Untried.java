package dev.sextant.engine.think;

import dev.sextant.model.space.Configuration;
import dev.sextant.model.space.Feasible;
import dev.sextant.model.space.Odometer;
import dev.sextant.model.space.SearchSpace;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.random.RandomGenerator;

/// Finds a configuration that may run when a strategy offers none.
///
/// A countable space is walked through once over the life of this object, whatever the number of searches; elsewhere
/// it is drawn from at random. One search looks at [#EFFORT] configurations at most. Not thread-safe.
final class Untried {
    static final int EFFORT = 100_000;

    /// What a search found.
    sealed interface Found {
        record One(Configuration configuration) implements Found {}

        /// The whole space was walked through.
        record NoneLeft() implements Found {}

        /// The effort was spent.
        record GaveUp() implements Found {}
    }

    private final SearchSpace space;
    private final Optional<Odometer> odometer;
    private Optional<Odometer.Position> here;

    Untried(SearchSpace space) {
        this.space = space;
        this.odometer = Odometer.throughAll(space);
        this.here = odometer.map(Odometer::first);
    }

    Found find(Predicate<Configuration> mayRun, RandomGenerator random) {
        return odometer.map(all -> walkOn(all, mayRun)).orElseGet(() -> drawFrom(mayRun, random));
    }

    private Found walkOn(Odometer all, Predicate<Configuration> mayRun) {
        for (int i = 0; i < EFFORT; i++) {
            if (here.isEmpty()) {
                return new Found.NoneLeft();
            }
            Configuration configuration = here.get().configuration();
            if (mayRun.test(configuration)) {
                return new Found.One(configuration);
            }
            here = all.next(here.get());
        }
        return new Found.GaveUp();
    }

    private Found drawFrom(Predicate<Configuration> mayRun, RandomGenerator random) {
        for (int i = 0; i < Feasible.EFFORT; i++) {
            var configuration = space.configuration(p -> p.domain().at(random.nextDouble()));
            if (mayRun.test(configuration)) {
                return new Found.One(configuration);
            }
        }
        return new Found.GaveUp();
    }
}
