package dev.sextant.engine.think;

import dev.sextant.model.space.Configuration;
import dev.sextant.model.space.Feasible;
import dev.sextant.model.space.SearchSpace;
import dev.sextant.model.space.SpaceWalk;
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
    private final Optional<SpaceWalk> walk;
    private Optional<Configuration> here;

    Untried(SearchSpace space) {
        this.space = space;
        this.walk = SpaceWalk.throughAll(space);
        this.here = walk.flatMap(SpaceWalk::next);
    }

    Found find(Predicate<Configuration> mayRun, RandomGenerator random) {
        return walk.map(w -> walkOn(w, mayRun)).orElseGet(() -> drawFrom(mayRun, random));
    }

    private Found walkOn(SpaceWalk steps, Predicate<Configuration> mayRun) {
        for (int i = 0; i < EFFORT; i++) {
            if (here.isEmpty()) {
                return new Found.NoneLeft();
            }
            if (mayRun.test(here.get())) {
                return new Found.One(here.get());
            }
            here = steps.next();
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
