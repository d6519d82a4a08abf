package dev.sextant.strategy.bayes;

import dev.sextant.model.space.Configuration;
import dev.sextant.strategy.Problem;
import dev.sextant.strategy.Remembered;
import dev.sextant.strategy.bayes.Results.Known;
import dev.sextant.strategy.search.Priors;
import dev.sextant.strategy.search.Untried;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/// A Gaussian process over configurations and how far each was trained: what is known of a training at one time says
/// something about later times, and about trainings of similar configurations.
///
/// Time is one more axis of the process that [GaussianProcessSearch] has; it goes from 0 to 1 in whatever scale the caller
/// thinks in. Conditions, several objectives, failures and losses worse than the median are treated as there. Not thread-safe.
///
/// Source: K. Swersky, J. Snoek and R. Adams, Freeze-thaw Bayesian optimization, arXiv 1406.3896, 2014. Differs: one kernel for
/// all, a product over axes, instead of one for curves of which each is independent given its end.
public final class CurveModel {
    private static final int LEADERS = 5;
    private static final int MOST_COMING = 200;
    private static final int CANDIDATES = 300;
    private static final int STARTS = 3;
    /// As many results of its own are enough where there are those of earlier studies.
    private static final int FIRST = 2;

    private final Axes axes;
    private final int enough;
    private final Results results;
    private final Scalarisation scalarisation;
    private final Memories memories;
    private final Model model;
    private final Survival survival;
    private final Work work;
    private final Untried untried;

    /// A time in the training of a configuration.
    public record Spot(Configuration configuration, double time) {}

    /// @param enough results before the model is asked
    public CurveModel(Problem problem, int enough) {
        this.axes = new Axes(problem.space());
        this.enough = enough;
        this.results = new Results(axes);
        this.scalarisation = new Scalarisation(problem.objectives(), problem.seed());
        this.memories = new Memories(axes.at(1));
        this.work = Work.full(CANDIDATES, STARTS).within(axes.count(), Work.STANDARD_MILLISECONDS);
        this.model = new Model(scalarisation, memories, work);
        this.survival = new Survival(axes.at(1), work);
        this.untried = new Untried(problem.space());
    }

    /// Whether it knows enough to be asked.
    public boolean isReady() {
        return axes.count() > 0 && results.valued() >= (memories.isEmpty() ? enough : Math.min(enough, FIRST));
    }

    /// Takes the result of a full training in an earlier study.
    public void remember(Remembered result) {
        if (scalarisation.objectives() == 1) {
            memories.add(result);
            if (isReady()) {
                model.remember(results.sound());
            }
        }
    }

    /// Learns what a training came to. What lies outside of the space is passed over. O(1) but at a few moments, O(n·log n).
    ///
    /// @param losses one for each objective; empty if it failed
    public void learn(Spot spot, List<Double> losses) {
        axes.genes(spot.configuration()).ifPresent(genes -> results.add(spot.configuration(), genes, axes.at(spot.time()).point(genes), losses));
        survival.tell(results);
        if (isReady()) {
            model.tell(results.sound());
        }
    }

    /// What may be expected.
    ///
    /// @param coming what will be known when those that run have arrived: nearby the model is surer, not higher
    /// @param random weighs several objectives
    public Outlook outlook(List<Spot> coming, RandomGenerator random) {
        Posterior posterior = model.of(results.sound());
        List<Known> rows = model.rows(results.sound());
        List<Rank> ranks = scalarisation.ofProposal(rows, random);
        double[] targets = HalfRank.warp(ranks.toArray(Rank[]::new));
        double[] means = model.explain(posterior, targets);
        double best = Arrays.stream(means, means.length - rows.size(), means.length).min().orElse(0);
        Posterior wider = posterior.copy();
        coming.subList(Math.max(0, coming.size() - MOST_COMING), coming.size()).forEach(spot ->
                axes.genes(spot.configuration()).ifPresent(genes -> wider.add(axes.at(spot.time()).point(genes))));
        return new Outlook(new Outlook.Place(axes, untried, work.search()), new LossPromise(wider, best, 1), Odds.CERTAIN.with(survival.border(results)),
                Priors.fading(results.valued()), leaders(rows, ranks));
    }

    private static List<double[]> leaders(List<Known> rows, List<Rank> ranks) {
        List<double[]> leaders = new ArrayList<>();
        IntStream.range(0, rows.size()).boxed().sorted(Comparator.comparing(ranks::get, HalfRank.ORDER)).map(i -> rows.get(i).genes())
                .filter(genes -> leaders.stream().noneMatch(leader -> Arrays.equals(leader, genes))).limit(LEADERS).forEach(leaders::add);
        return leaders;
    }
}
