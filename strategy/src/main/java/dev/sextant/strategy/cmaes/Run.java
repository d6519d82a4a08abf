package dev.sextant.strategy.cmaes;

import dev.sextant.strategy.cmaes.Gaussian.Told;
import dev.sextant.strategy.cube.Rank;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/// One search from a start until it has converged: distributions, results that wait for the next update, and the signs
/// that it is over. Not thread-safe.
///
/// Signs, after Hansen's tutorial, section B.3: the best results of the last 10 + 30·n/λ generations differ by less than 1e-11
/// of the spread of the first one; the deviation of every real parameter is below 1e-11 of its range; the distribution is 10⁷ times as long as wide; λ
/// proposals found nothing untried.
final class Run {
    private static final double LEAST_DEVIATION = 1e-11;
    private static final double LEAST_CHANGE = 1e-11;
    private static final double LONGEST = 1e7;
    private static final int MOST_TIMES = 20;
    private static final int PENDING_SHARE = 2;

    private final Layout layout;
    private final Population population;
    private final Gaussian gaussian;
    private final Choices choices;
    private final Margin margin;
    private final Deque<Double> history = new ArrayDeque<>();
    private final List<Result> waiting = new ArrayList<>();
    private Optional<Result> guest = Optional.empty();
    private Rates rates;
    private double firstSpread = Double.NaN;
    private int generation;
    private boolean over;
    private int lost;
    private int evaluations;

    /// What one run is given.
    ///
    /// @param number of the run, from 0
    /// @param lambda results an update, at least
    /// @param large whether it belongs to the large ones of BIPOP
    record Population(int number, int lambda, boolean large) {}

    /// A result and what it came from.
    ///
    /// @param fresh the generation of the distribution that it was drawn from; negative if from no such
    record Result(int trial, Place place, int fresh, Rank rank) {}

    Run(Layout layout, Region start, Population population) {
        this.layout = layout;
        this.population = population;
        this.gaussian = new Gaussian(start);
        this.margin = Margin.of(layout.lines(), layout.discrete());
        this.choices = new Choices(layout.nominals(), margin.alpha());
        this.rates = rates(0);
        margin.correct(gaussian);
    }

    /// With very many pending trials more results make an update, for most of them come from distributions long gone.
    private Rates rates(int pending) {
        int lambda = Math.clamp(pending / PENDING_SHARE, population.lambda(), MOST_TIMES * population.lambda());
        return new Rates(Math.max(1, layout.lines().size()), lambda);
    }

    Population population() {
        return population;
    }

    /// How many results it has had.
    int evaluations() {
        return evaluations;
    }

    int generation() {
        return generation;
    }

    double sigma() {
        return gaussian.sigma();
    }

    Choices choices() {
        return choices;
    }

    /// A point of the cube, drawn from the distributions.
    ///
    /// @param widen how many times as wide as they are
    double[] sample(RandomGenerator random, double widen) {
        return layout.point(Bounds.inside(() -> gaussian.sample(random, widen)), choices.sample(random));
    }

    /// A proposal that was no draw of this run, for there was nothing left to draw.
    void lose() {
        lost++;
        over |= lost >= population.lambda();
    }

    /// Takes a result of its own; the distributions are updated when there are enough.
    ///
    /// @param pending trials of this search without a result
    void take(Result result, int pending) {
        waiting.add(result);
        evaluations++;
        if (waiting.size() >= rates.lambda()) {
            update();
            over |= isFlat() || isSmall() || gaussian.elongation() > LONGEST;
            rates = rates(pending);
        }
    }

    /// Takes a result that somebody else thought of; the best one takes part in the next update if it is the best of all.
    void visit(Result result) {
        if (guest.isEmpty() || result.rank().compareTo(guest.get().rank()) < 0) {
            guest = Optional.of(result);
        }
    }

    /// Gives back the result of a trial that has not been learned from yet.
    Optional<Result> takeBack(int trial) {
        Optional<Result> found = waiting.stream().filter(result -> result.trial() == trial).findFirst();
        found.ifPresent(waiting::remove);
        guest = guest.filter(result -> result.trial() != trial);
        return found;
    }

    private void update() {
        List<Result> ranked = new ArrayList<>(waiting);
        waiting.clear();
        ranked.sort(Comparator.comparing(Result::rank));
        guest.filter(result -> result.rank().compareTo(ranked.getFirst().rank()) < 0).ifPresent(result -> {
            ranked.addFirst(result);
            ranked.removeLast();
        });
        guest = Optional.empty();
        remember(ranked);
        if (ranked.getFirst().rank().tier() != Rank.Tier.WORTHLESS) {
            gaussian.update(ranked.stream().map(this::told).toList(), rates);
            margin.correct(gaussian);
            choices.update(ranked.stream().map(result -> result.place().choices()).toList(), rates);
            generation++;
        }
    }

    private Told told(Result result) {
        return new Told(result.place().lines(), result.place().active(), result.fresh() == generation);
    }

    private void remember(List<Result> ranked) {
        double best = loss(ranked.getFirst());
        if (Double.isNaN(firstSpread) && best < Double.POSITIVE_INFINITY) {
            firstSpread = Math.min(loss(ranked.get(ranked.size() / 2)), Double.MAX_VALUE) - best;
        }
        history.addLast(best);
        while (history.size() > window()) {
            history.removeFirst();
        }
    }

    private static double loss(Result result) {
        return result.rank().tier() == Rank.Tier.WORTHLESS ? Double.POSITIVE_INFINITY : result.rank().loss();
    }

    private int window() {
        return 10 + 30 * layout.lines().size() / rates.lambda();
    }

    /// Whether nothing more is to be expected.
    boolean isOver() {
        return over;
    }

    private boolean isFlat() {
        double lowest = history.stream().mapToDouble(loss -> loss).min().orElse(0);
        double highest = history.stream().mapToDouble(loss -> loss).max().orElse(0);
        return history.size() >= window() && (lowest == highest || highest - lowest <= LEAST_CHANGE * firstSpread);
    }

    private boolean isSmall() {
        boolean small = false;
        for (int i = 0; i < layout.lines().size(); i++) {
            if (layout.lines().get(i).isReal()) {
                small = true;
                if (gaussian.deviation(i) > LEAST_DEVIATION) {
                    return false;
                }
            }
        }
        return small;
    }
}
