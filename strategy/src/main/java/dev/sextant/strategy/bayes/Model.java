package dev.sextant.strategy.bayes;

import dev.sextant.strategy.bayes.Memories.Memory;
import dev.sextant.strategy.bayes.Results.Known;
import dev.sextant.strategy.numeric.QuasiNewton;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.stream.DoubleStream;

/// The Gaussian process that follows from what was told.
///
/// Its hyperparameters are fitted to the results as they were at certain *moments*: thoroughly whenever a quarter more
/// trials have ended, beyond a thousand whenever twice as many have, with a few steps from there
/// whenever 3 % more have, or 200. Moments are remembered and the fits done when
/// an answer is needed, so a study that is opened again comes to the same model, and pays for few fits only. Between
/// moments, results are appended. Not thread-safe.
final class Model {
    private static final QuasiNewton.Setup THOROUGH = new QuasiNewton.Setup(40, 0.05, 6, 1);
    private static final QuasiNewton.Setup BRIEF = THOROUGH.withSteps(6);
    private static final double LONG = 1.25;
    private static final int MANY = 1_000;
    private static final double LONGER = 2;
    private static final double SHORT = 1.03;
    private static final int MOST_APPENDED = 200;
    private static final int EARLY = 60;

    private final Quantity quantity;
    private final Memories memories;
    private final Work work;
    private final Deque<Moment> thorough = new ArrayDeque<>();
    private Optional<Moment> brief = Optional.empty();
    private int nextThorough;
    private int nextBrief;
    private int rewrites;
    private Optional<Hyper> thoroughly = Optional.empty();
    private Optional<Moment> base = Optional.empty();
    private Optional<Posterior> posterior = Optional.empty();

    Model(Quantity quantity, Memories memories, Work work) {
        this.work = work;
        this.quantity = quantity;
        this.memories = memories;
    }

    /// Something was told, and there are enough results for a fit.
    void tell(Ends ends) {
        if (ends.rewrites() != rewrites) {
            rewrites = ends.rewrites();
            nextBrief = 0;
        }
        if (ends.told() >= nextThorough) {
            thorough.add(moment(ends));
            brief = Optional.empty();
            nextThorough = grown(ends.told(), far(ends.told()));
            nextBrief = soon(ends.told());
        } else if (ends.told() >= nextBrief) {
            brief = Optional.of(moment(ends));
            nextBrief = soon(ends.told());
        }
    }

    /// Results of earlier studies have joined, and there are enough for a fit: the next one knows them.
    void remember(Ends ends) {
        if (!thorough.isEmpty() && thorough.getLast().ended() == ends.count()) {
            thorough.removeLast();
        }
        nextThorough = 0;
        tell(ends);
    }

    /// A long study is fitted thoroughly less often: of a quarter more results it learns ever less.
    private static double far(int told) {
        return told < MANY ? LONG : LONGER;
    }

    /// What is appended until then makes an answer dearer.
    private static int soon(int told) {
        return Math.min(grown(told, SHORT), told + MOST_APPENDED);
    }

    private static int grown(int told, double factor) {
        return Math.max(told + 1, (int) Math.ceil(told * factor));
    }

    private Moment moment(Ends ends) {
        return new Moment(quantity, ends, memories.rows(ends.count()), work.most());
    }

    /// The list of ends is about to be rewritten.
    void settle() {
        thorough.forEach(Moment::settle);
        brief.ifPresent(Moment::settle);
    }

    /// The posterior of all results, those of earlier studies before the others.
    Posterior of(Ends ends) {
        fit();
        Moment start = base.orElseThrow();
        Posterior now = posterior.orElseThrow();
        List<Known> ended = ends.list();
        for (int i = start.ended() + now.size() - start.rows().size() - start.memories().size(); i < ended.size(); i++) {
            now.add(ended.get(i).point());
        }
        return now;
    }

    /// The results of earlier studies that [#of] knows.
    List<Memory> memories() {
        return base.orElseThrow().memories();
    }

    /// Lets the posterior explain results of this study together with those of earlier ones.
    ///
    /// @param targets one for each of [#rows]
    /// @return the fitted means of all points; those of [#rows] are the last
    double[] explain(Posterior posterior, double[] targets) {
        double[] all = DoubleStream.concat(memories().stream().mapToDouble(Memory::target), java.util.Arrays.stream(targets)).toArray();
        posterior.explain(all);
        return posterior.means(all);
    }

    /// The results of this study behind the points of [#of].
    List<Known> rows(Ends ends) {
        Moment start = base.orElseThrow();
        List<Known> rows = new java.util.ArrayList<>(start.rows());
        rows.addAll(ends.list().subList(start.ended(), ends.count()));
        return rows;
    }

    private void fit() {
        while (!thorough.isEmpty()) {
            Moment moment = thorough.remove();
            Hyper fitted = thorough(likelihood(moment), moment.ended());
            thoroughly = Optional.of(fitted);
            startFrom(moment, fitted);
        }
        brief.ifPresent(moment -> startFrom(moment, likelihood(moment).fit(start(), BRIEF).hyper()));
        brief = Optional.empty();
    }

    /// From the last fit on; early, when that was made of little, also from the beginning.
    private Hyper thorough(Likelihood likelihood, int ended) {
        Likelihood.Fit warm = likelihood.fit(start(), THOROUGH);
        if (ended > EARLY) {
            return warm.hyper();
        }
        Likelihood.Fit cold = likelihood.fit(standard(), THOROUGH);
        return (warm.badness() <= cold.badness() ? warm : cold).hyper();
    }

    private Hyper start() {
        return thoroughly.filter(last -> last.weights().length == memories.nominal().length).orElseGet(this::standard);
    }

    private Hyper standard() {
        return Hyper.standard(memories.nominal().length);
    }

    private void startFrom(Moment moment, Hyper hyper) {
        base = Optional.of(moment);
        posterior = Optional.of(Posterior.of(points(moment.memories(), moment.rows()), hyper));
    }

    private Likelihood likelihood(Moment moment) {
        double[] targets = quantity.targets(moment.ranks());
        int[] chosen = Selection.indices(moment.ranks(), work.fitted());
        List<Known> rows = java.util.Arrays.stream(chosen).mapToObj(moment.rows()::get).toList();
        DoubleStream own = java.util.Arrays.stream(chosen).mapToDouble(i -> targets[i]);
        DoubleStream others = moment.memories().stream().mapToDouble(Memory::target);
        return new Likelihood(points(moment.memories(), rows), DoubleStream.concat(others, own).toArray(), quantity.noise());
    }

    private Points points(List<Memory> others, List<Known> rows) {
        Points points = new Points(memories.nominal());
        others.forEach(memory -> points.add(memory.point()));
        rows.forEach(row -> points.add(row.point()));
        return points;
    }
}
