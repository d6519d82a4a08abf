package dev.sextant.strategy;

import dev.sextant.model.space.Configuration;
import java.util.Set;
import java.util.random.RandomGenerator;

/// A request of a test.
public record Question(int trial, RandomGenerator random, Set<Configuration> known) implements Request {
    /// The request for a trial when some configurations were tried.
    public static Request of(int trial, Set<Configuration> known) {
        return new Question(trial, Streams.ofTrial(1, trial, 0), known);
    }

    @Override
    public boolean tried(Configuration configuration) {
        return known.contains(configuration);
    }
}
