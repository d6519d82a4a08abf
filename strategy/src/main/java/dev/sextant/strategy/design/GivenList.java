package dev.sextant.strategy.design;

import dev.sextant.model.space.Configuration;
import dev.sextant.model.space.SearchSpace;
import dev.sextant.model.study.StrategySpec;
import dev.sextant.model.trial.Origin;
import dev.sextant.strategy.Answer;
import dev.sextant.strategy.Observation;
import dev.sextant.strategy.Problem;
import dev.sextant.strategy.Request;
import dev.sextant.strategy.Strategy;
import dev.sextant.strategy.StrategyFactory;
import dev.sextant.strategy.settings.Knobs;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The configurations a user listed, in their order, and no others; what was tried before is left out.
public final class GivenList implements Strategy {
    private final List<Configuration> configurations;
    private int next;

    GivenList(List<Configuration> configurations) {
        this.configurations = List.copyOf(configurations);
    }

    @Override
    public Answer ask(Request request) {
        for (int i = next; i < configurations.size(); i++) {
            Configuration configuration = configurations.get(i);
            if (!request.tried(configuration)) {
                String why = "number %d of %d in the list".formatted(i + 1, configurations.size());
                return Answer.start(configuration, why, Integer.toString(i));
            }
        }
        return new Answer.Exhausted();
    }

    @Override
    public void tell(Observation observation) {
        if (observation instanceof Observation.Proposed proposed && proposed.origin() == Origin.STRATEGY) {
            PointNumber.of(proposed.note()).ifPresent(index -> next = (int) Math.max(next, index + 1));
        }
    }

    /// Makes [GivenList].
    public static final class Factory implements StrategyFactory {
        @Override
        public String name() {
            return "list";
        }

        @Override
        public String summary() {
            return "the configurations of a file, in order: {list: points.jsonl} or points.csv";
        }

        @Override
        public boolean startsWithDefaults() {
            return false;
        }

        @Override
        public Strategy create(Problem problem) {
            StrategySpec spec = problem.settings();
            new Knobs(spec).noOtherKeys();
            if (spec.given().isEmpty()) {
                throw new IllegalArgumentException("Strategy 'list' was given no configuration; it needs at least one.");
            }
            List<Configuration> accepted = new ArrayList<>();
            for (int i = 0; i < spec.given().size(); i++) {
                accepted.add(accept(problem.space(), spec, i));
            }
            return new GivenList(accepted);
        }

        private static Configuration accept(SearchSpace space, StrategySpec spec, int index) {
            Configuration configuration;
            try {
                configuration = space.accept(spec.given().get(index));
            } catch (IllegalArgumentException wrong) {
                throw new IllegalArgumentException("Configuration %d of the list: %s".formatted(index + 1, wrong.getMessage()), wrong);
            }
            Optional<String> broken = space.broken(configuration);
            if (broken.isPresent()) {
                throw new IllegalArgumentException("Configuration %d of the list (%s) breaks the constraint '%s'."
                        .formatted(index + 1, configuration, broken.get()));
            }
            return configuration;
        }
    }
}
