package dev.sextant.strategy.design;

import dev.sextant.model.space.SearchSpace;
import dev.sextant.strategy.Answer;
import dev.sextant.strategy.Observation;
import dev.sextant.strategy.Problem;
import dev.sextant.strategy.Request;
import dev.sextant.strategy.Strategy;
import dev.sextant.strategy.StrategyFactory;
import dev.sextant.strategy.search.Priors;
import dev.sextant.strategy.search.Untried;
import dev.sextant.strategy.settings.Knobs;

/// Independent draws, even in the scale of each parameter, or as the user believes.
///
/// Source: J. Bergstra and Y. Bengio, Random search for hyper-parameter optimization, JMLR 13 (2012) 281-305.
public final class RandomSearch implements Strategy {
    private final Untried untried;
    private final String why;

    /// Random search of a space.
    public static RandomSearch of(SearchSpace space) {
        return new RandomSearch(new Untried(space), Priors.of(space).isFlat() ? "uniform draw" : "draw of the prior");
    }

    private RandomSearch(Untried untried, String why) {
        this.untried = untried;
        this.why = why;
    }

    @Override
    public Answer ask(Request request) {
        return untried.believed(request)
                .map(configuration -> Answer.start(configuration, why))
                .orElseGet(Answer.Exhausted::new);
    }

    @Override
    public void tell(Observation observation) {}

    /// Makes [RandomSearch].
    public static final class Factory implements StrategyFactory {
        @Override
        public String name() {
            return "random";
        }

        @Override
        public String summary() {
            return "independent draws; the yardstick, and hard to beat with very many slots";
        }

        @Override
        public Strategy create(Problem problem) {
            new Knobs(problem.settings()).noOthers();
            return RandomSearch.of(problem.space());
        }
    }
}
