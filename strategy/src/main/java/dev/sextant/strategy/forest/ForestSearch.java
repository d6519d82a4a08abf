package dev.sextant.strategy.forest;

import dev.sextant.model.space.Configuration;
import dev.sextant.strategy.Answer;
import dev.sextant.strategy.Observation;
import dev.sextant.strategy.Problem;
import dev.sextant.strategy.Request;
import dev.sextant.strategy.Strategy;
import dev.sextant.strategy.StrategyFactory;
import dev.sextant.strategy.design.SobolSearch;
import dev.sextant.strategy.search.Untried;
import dev.sextant.strategy.settings.Knobs;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/// Search guided by a forest of regression trees: proposes where the forest expects the largest improvement on the best
/// mean it has seen.
///
/// Until `startup` trials have ended with losses, Sobol points are proposed; later a share `explore` of the proposals are
/// uniform draws. Pending trials count as ended with what is expected of them. Failed ones say nothing of losses; a second forest learns from them
/// how likely a result is, by which the improvement is multiplied. A candidate that the constraints forbid or that was tried gives way to the next. Several objectives are weighed anew for each proposal.
///
/// Sources: F. Hutter, H. H. Hoos and K. Leyton-Brown, Sequential model-based optimization for general algorithm
/// configuration, LION 2011 (SMAC); M. Lindauer et al., SMAC3, JMLR 23 (2022). Differs: randomised trees (see [Growth]),
/// grown in turn (see [GrowingForest]); losses are warped by half-rank instead of the logarithm (see [Targets]); fewer
/// candidates; pending trials are believed instead of left out.
public final class ForestSearch implements Strategy {
    private final Axes axes;
    private final Strategy start;
    private final Setup setup;
    private final int objectives;
    private final History history;
    private final GrowingForest forest;
    private final GrowingForest failures;
    private final Untried untried;

    /// How much is done before and for each proposal.
    ///
    /// @param startup    results before the forest takes over, at least 1
    /// @param trees      at least 1
    /// @param candidates uniform draws for each proposal, at least 1
    /// @param explore    the share of proposals that are drawn uniformly
    public record Setup(int startup, int trees, int candidates, double explore) {}

    /// @param start proposes until there are enough results; it is told everything too
    public ForestSearch(Problem problem, Strategy start, Setup setup) {
        this.axes = new Axes(problem.space());
        this.start = start;
        this.setup = setup;
        this.objectives = problem.objectives();
        this.history = new History(axes);
        var settings = new GrowingForest.Settings(setup.trees(), objectives, problem.seed());
        this.forest = new GrowingForest(history, axes.levels(), Lesson.LOSSES, settings);
        this.failures = new GrowingForest(history, axes.levels(), Lesson.FAILURES, settings);
        this.untried = new Untried(problem.space());
    }

    @Override
    public Answer ask(Request request) {
        if (history.results() < setup.startup() || axes.width() == 0) {
            return start.ask(request);
        }
        RandomGenerator random = request.random();
        if (random.nextDouble() < setup.explore()) {
            return uniform(request, "uniform draw: a share of %s explores".formatted(setup.explore()));
        }
        double[] weights = Weights.draw(objectives, random);
        GrowingForest.Now now = forest.now(weights);
        Optional<Forest> failing = history.failures() > 0 ? Optional.of(failures.now(weights).forest()) : Optional.empty();
        List<Candidates.Scored> ranking = new Candidates(axes, now, failing, random).draw(setup.candidates(), now.good());
        for (int rank = 0; rank < ranking.size(); rank++) {
            Configuration configuration = axes.configuration(ranking.get(rank).row());
            if (untried.accepts(configuration, request)) {
                return Answer.start(configuration, why(now, failing, ranking.get(rank).row()));
            }
        }
        return uniform(request, "uniform draw: what the forest likes was tried or is forbidden");
    }

    private Answer uniform(Request request, String why) {
        return untried.uniform(request).map(drawn -> Answer.start(drawn, why)).orElseGet(Answer.Exhausted::new);
    }

    private String why(GrowingForest.Now now, Optional<Forest> failing, double[] row) {
        Forest.Belief belief = now.forest().predict(row);
        String survives = failing.map(forest -> "; a result with %d %%".formatted(Math.round(100 * (1 - forest.predict(row).mean())))).orElse("");
        return "forest after %d results: a new best with %.2g %%%s".formatted(
                history.results(), 100 * Improvement.probability(now.best(), belief.mean(), belief.variance()), survives);
    }

    @Override
    public void tell(Observation observation) {
        start.tell(observation);
        history.tell(observation);
    }

    /// Makes [ForestSearch] with a start of Sobol points.
    public static final class Factory implements StrategyFactory {
        @Override
        public String name() {
            return "forest";
        }

        @Override
        public String summary() {
            return "a forest of regression trees; for choices, conditions and rough objectives; settings: startup, trees (50), "
                    + "candidates (400), explore (0.05)";
        }

        @Override
        public boolean weighsLimits() {
            return true;
        }

        @Override
        public Strategy create(Problem problem) {
            var knobs = new Knobs(problem.settings());
            int axes = new Axes(problem.space()).width();
            var setup = new Setup(
                    knobs.whole("startup", Math.clamp(axes + 2, 4, 10), 1, 1_000_000),
                    knobs.whole("trees", 50, 1, 1_000),
                    knobs.whole("candidates", 400, 1, 100_000),
                    knobs.fraction("explore", 0.05));
            knobs.noOthers();
            return new ForestSearch(problem, SobolSearch.gathered(problem, setup.startup()), setup);
        }
    }
}
