package dev.sextant.strategy.forest;

import java.util.List;

/// What a forest learns of outcomes.
enum Lesson {
    /// How large the losses are, of those that have some.
    LOSSES {
        @Override
        List<Outcome> material(List<Outcome> outcomes) {
            return outcomes.stream().filter(outcome -> !outcome.losses().isEmpty()).toList();
        }

        @Override
        double[] targets(List<Outcome> material, double[] weights) {
            return Targets.of(material, weights);
        }
    },
    /// How likely a trial is to fail, 0 to 1.
    FAILURES {
        @Override
        List<Outcome> material(List<Outcome> outcomes) {
            return outcomes;
        }

        @Override
        double[] targets(List<Outcome> material, double[] weights) {
            return material.stream().mapToDouble(outcome -> outcome.losses().isEmpty() ? 1 : 0).toArray();
        }
    };

    /// The outcomes that say something of it.
    abstract List<Outcome> material(List<Outcome> outcomes);

    /// One number each, the less the better.
    ///
    /// @param weights of the objectives
    abstract double[] targets(List<Outcome> material, double[] weights);
}
