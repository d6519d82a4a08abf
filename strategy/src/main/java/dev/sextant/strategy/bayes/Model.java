package dev.sextant.strategy.bayes;

import dev.sextant.strategy.bayes.Results.Known;
import dev.sextant.strategy.numeric.QuasiNewton;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/// The Gaussian process that follows from what was told.
///
/// Its hyperparameters are fitted to the results as they were at certain *moments*: thoroughly whenever a quarter more
/// trials have ended, with a few steps from there whenever 3 % more have. Moments are remembered and the fits done when
/// an answer is needed, so a study that is opened again comes to the same model, and pays for few fits only. Between
/// moments, results are appended. Not thread-safe.
final class Model {
    private static final QuasiNewton.Setup THOROUGH = new QuasiNewton.Setup(40, 0.05, 6, 1);
    private static final QuasiNewton.Setup BRIEF = THOROUGH.withSteps(6);
    private static final double LONG = 1.25;
    private static final double SHORT = 1.03;
    private static final int FITTED = 120;
    private static final int EARLY = 60;

    private final Scalarisation scalarisation;
    private final boolean[] nominal;
    private final Deque<Moment> thorough = new ArrayDeque<>();
    private Optional<Moment> brief = Optional.empty();
    private int nextThorough;
    private int nextBrief;
    private int rewrites;
    private Hyper thoroughly;
    private Optional<Moment> base = Optional.empty();
    private Optional<Posterior> posterior = Optional.empty();

    /// Results as they were once.
    ///
    /// @param ended how many ends there were
    private record Moment(int ended, List<Known> kept, List<Rank> ranks) {}

    Model(Axes axes, Scalarisation scalarisation) {
        this.scalarisation = scalarisation;
        this.nominal = axes.nominal();
        this.thoroughly = Hyper.standard(nominal.length);
    }

    /// Something was told, and there are enough results for a fit.
    void tell(Results results) {
        if (results.rewrites() != rewrites) {
            rewrites = results.rewrites();
            nextBrief = 0;
        }
        if (results.told() >= nextThorough) {
            thorough.add(moment(results));
            brief = Optional.empty();
            nextThorough = grown(results.told(), LONG);
            nextBrief = grown(results.told(), SHORT);
        } else if (results.told() >= nextBrief) {
            brief = Optional.of(moment(results));
            nextBrief = grown(results.told(), SHORT);
        }
    }

    private static int grown(int told, double factor) {
        return Math.max(told + 1, (int) Math.ceil(told * factor));
    }

    private Moment moment(Results results) {
        List<Known> ended = results.ended();
        int[] kept = Selection.indices(scalarisation.ofFit(results.told(), ended), Selection.MOST);
        List<Known> rows = java.util.Arrays.stream(kept).mapToObj(ended::get).toList();
        return new Moment(ended.size(), rows, scalarisation.ofFit(results.told(), rows));
    }

    /// The posterior of all results.
    Posterior of(Results results) {
        fit();
        Moment start = base.orElseThrow();
        Posterior now = posterior.orElseThrow();
        List<Known> ended = results.ended();
        for (int i = start.ended() + now.size() - start.kept().size(); i < ended.size(); i++) {
            now.add(ended.get(i).point());
        }
        return now;
    }

    /// What [#of] explains: the results behind its points.
    List<Known> rows(Results results) {
        Moment start = base.orElseThrow();
        List<Known> rows = new java.util.ArrayList<>(start.kept());
        rows.addAll(results.ended().subList(start.ended(), results.ended().size()));
        return rows;
    }

    private void fit() {
        while (!thorough.isEmpty()) {
            Moment moment = thorough.remove();
            thoroughly = thorough(likelihood(moment), moment.ended());
            startFrom(moment, thoroughly);
        }
        brief.ifPresent(moment -> startFrom(moment, likelihood(moment).fit(thoroughly, BRIEF).hyper()));
        brief = Optional.empty();
    }

    /// From the last fit on; early, when that was made of little, also from the beginning.
    private Hyper thorough(Likelihood likelihood, int ended) {
        Likelihood.Fit warm = likelihood.fit(thoroughly, THOROUGH);
        if (ended > EARLY) {
            return warm.hyper();
        }
        Likelihood.Fit cold = likelihood.fit(Hyper.standard(nominal.length), THOROUGH);
        return (warm.badness() <= cold.badness() ? warm : cold).hyper();
    }

    private void startFrom(Moment moment, Hyper hyper) {
        base = Optional.of(moment);
        posterior = Optional.of(Posterior.of(points(moment.kept()), hyper));
    }

    private Likelihood likelihood(Moment moment) {
        double[] targets = HalfRank.warp(moment.ranks().toArray(Rank[]::new));
        int[] chosen = Selection.indices(moment.ranks(), FITTED);
        List<Known> rows = java.util.Arrays.stream(chosen).mapToObj(moment.kept()::get).toList();
        double[] fitted = java.util.Arrays.stream(chosen).mapToDouble(i -> targets[i]).toArray();
        return new Likelihood(points(rows), fitted);
    }

    private Points points(List<Known> rows) {
        Points points = new Points(nominal);
        rows.forEach(row -> points.add(row.point()));
        return points;
    }
}
