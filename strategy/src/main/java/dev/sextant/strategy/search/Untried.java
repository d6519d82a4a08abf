package dev.sextant.strategy.search;

import dev.sextant.model.space.Configuration;
import dev.sextant.model.space.Feasible;
import dev.sextant.model.space.Odometer;
import dev.sextant.model.space.SearchSpace;
import dev.sextant.strategy.Request;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/// Finds configurations that the constraints allow and that would not be turned down as duplicates.
///
/// Immutable. Effort: at most [Feasible#EFFORT] draws; then, where every domain is discrete and the space has at most
/// [#WALK] points, one walk through all of them from a random one on, so that the last untried point is found.
public final class Untried {
    /// The largest space that is walked through to the end.
    public static final long WALK = 1_000_000;

    private static final int DRAWS_BEFORE_WALK = 1_000;

    private final SearchSpace space;
    private final Priors priors;
    private final Optional<Odometer> odometer;

    public Untried(SearchSpace space) {
        this.space = space;
        this.priors = Priors.of(space);
        this.odometer = Odometer.throughAll(space).filter(all -> all.combinations() <= WALK);
    }

    /// Whether a configuration may be proposed.
    public boolean accepts(Configuration configuration, Request request) {
        return space.allows(configuration) && !request.tried(configuration);
    }

    /// A uniform draw; see [#find].
    public Optional<Configuration> uniform(Request request) {
        return find(() -> Uniform.draw(space, request.random()), request);
    }

    /// A draw of what the user believes, but for every other trial a uniform one, as always where he believes nothing;
    /// see [#find].
    public Optional<Configuration> believed(Request request) {
        return request.trial() % 2 == 0 ? uniform(request) : find(() -> priors.draw(request.random()), request);
    }

    /// The first acceptable draw, else any acceptable point; empty if all that could be found was tried before.
    ///
    /// @throws IllegalStateException that names a constraint if not one draw kept the constraints
    public Optional<Configuration> find(Supplier<Configuration> draws, Request request) {
        boolean someAllowed = false;
        int effort = odometer.isPresent() ? DRAWS_BEFORE_WALK : Feasible.EFFORT;
        for (int i = 0; i < effort; i++) {
            Configuration drawn = draws.get();
            boolean allowed = space.allows(drawn);
            someAllowed |= allowed;
            if (allowed && !request.tried(drawn)) {
                return Optional.of(drawn);
            }
        }
        if (odometer.isEmpty() && !someAllowed) {
            throw starved(request.random());
        }
        return odometer.flatMap(all -> walk(all, request));
    }

    private Optional<Configuration> walk(Odometer all, Request request) {
        RandomGenerator random = request.random();
        Odometer.Position start = all.at(random::nextLong);
        Odometer.Position position = start;
        do {
            if (accepts(position.configuration(), request)) {
                return Optional.of(position.configuration());
            }
            position = all.next(position).orElseGet(all::first);
        } while (!position.equals(start));
        return Optional.empty();
    }

    private IllegalStateException starved(RandomGenerator random) {
        String constraint = Feasible.starving(space, Feasible.EFFORT, () -> Uniform.draw(space, random)).orElse("(several)");
        return new IllegalStateException("""
                No configuration that keeps the constraints was found in %d draws; '%s' rejects most.
                Loosen it, or narrow the parameters it names.""".formatted(Feasible.EFFORT, constraint));
    }
}
