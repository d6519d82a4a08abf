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

/// Independent draws, even in the scale of each parameter; every other one as the user believes.
///
/// Source: J. Bergstra and Y. Bengio, Random search for hyper-parameter optimization, JMLR 13 (2012) 281-305.
public final class RandomSearch implements Strategy {
    private final Untried untried;
    private final boolean believes;

    /// Random search of a space.
    public static RandomSearch of(SearchSpace space) {
        return new RandomSearch(new Untried(space), !Priors.of(space).isFlat());
    }

    private RandomSearch(Untried untried, boolean believes) {
        this.untried = untried;
        this.believes = believes;
    }

    @Override
    public Answer ask(Request request) {
        return untried.believed(request)
                .map(configuration -> Answer.start(configuration, believes && request.trial() % 2 == 1 ? "draw of the prior" : "uniform draw"))
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
