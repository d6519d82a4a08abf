package dev.sextant.strategy.insight;

import dev.sextant.model.space.SearchSpace;
import dev.sextant.strategy.Streams;
import dev.sextant.strategy.forest.Axes;
import dev.sextant.strategy.forest.Forest;
import dev.sextant.strategy.forest.Rules;
import dev.sextant.strategy.forest.Sample;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/// A model of the objective over a space, learnt from finished trials: a forest, in units of the loss.
///
/// Losses far above the others (three quartile distances above the upper quartile) count as if they lay at that border,
/// so that one diverged trial does not flatten all the rest. The same trials and seed give the same model. Immutable.
public final class Landscape {
    private static final int TREES = 60;
    private static final double FAR = 3;
    private static final int MOST_TRIALS = 2_000;

    private final Table table;
    private final double scale;
    private final Forest forest;
    private final List<double[]> best;

    private Landscape(Table table, double scale, Forest forest) {
        this.table = table;
        this.scale = scale;
        this.forest = forest;
        this.best = ranked();
    }

    /// What is expected of a configuration.
    ///
    /// @param deviation how unsure that is, as a standard deviation
    public record Expected(double loss, double deviation) {}

    /// Learns from trials, [Importances#FEWEST] or more; from the best half of 2,000 and an even share of the others where
    /// there are more. O(trees · n · axes · depth).
    public static Landscape of(SearchSpace space, List<Finished> all, long seed) {
        var trials = thinned(all);
        var table = Table.of(new Axes(space), trials);
        double scale = trials.stream().mapToDouble(trial -> Math.abs(trial.loss())).max().orElse(0);
        double[] sorted = table.losses().clone();
        Arrays.sort(sorted);
        double upper = sorted[sorted.length * 3 / 4];
        double border = upper + FAR * (upper - sorted[sorted.length / 4]);
        double[] losses = Arrays.stream(table.losses()).map(loss -> Math.min(loss, border > upper ? border : Double.MAX_VALUE)).toArray();
        var sample = Sample.of(table.rows(), losses, table.axes().levels());
        return new Landscape(table, scale, Forest.fit(sample, TREES, Rules.RANDOM_CUTS, Streams.of(seed, "landscape")));
    }

    private static List<Finished> thinned(List<Finished> all) {
        if (all.size() <= MOST_TRIALS) {
            return all;
        }
        var ranked = all.stream().sorted(Comparator.comparingDouble(Finished::loss)).toList();
        int stride = Math.ceilDiv(all.size(), MOST_TRIALS / 2);
        return IntStream.range(0, ranked.size()).filter(i -> i < MOST_TRIALS / 2 || i % stride == 0).mapToObj(ranked::get).toList();
    }

    Axes axes() {
        return table.axes();
    }

    /// What is expected of a row.
    Expected at(double[] row) {
        Forest.Belief belief = forest.predict(row);
        return new Expected(belief.mean() * scale, Math.sqrt(belief.variance()) * scale);
    }

    /// What is expected along a parameter, all others as in the best trial in which it was active; what becomes active on
    /// the way takes its default. Empty if it was never active, or does not vary.
    ///
    /// @param most values, from the lowest to the highest; one a cell of equal width
    public List<Spot> slice(String parameter, int most) {
        int axis = axis(parameter);
        var start = start(axis);
        return start.isEmpty() ? List.of() : numbers(axis, most)
                .mapToObj(number -> new Spot(axes().value(axis, number), at(moved(start.get(), new int[] {axis}, number)))).toList();
    }

    /// What is expected on the plane of two parameters, as along one.
    public Optional<Plane> plane(String across, String up, int most) {
        int one = axis(across);
        int other = axis(up);
        return start(one, other).map(start -> new Plane(
                numbers(one, most).mapToObj(number -> axes().value(one, number)).toList(),
                numbers(other, most).mapToObj(number -> axes().value(other, number)).toList(),
                numbers(one, most).mapToObj(x -> numbers(other, most)
                        .mapToObj(y -> at(moved(start, new int[] {one, other}, x, y))).toList()).toList()));
    }

    private int axis(String parameter) {
        return IntStream.range(0, axes().width()).filter(i -> table.name(i).equals(parameter)).findFirst().orElse(-1);
    }

    private Optional<double[]> start(int... which) {
        return Arrays.stream(which).anyMatch(axis -> axis < 0) ? Optional.empty()
                : best().stream().filter(row -> Arrays.stream(which).noneMatch(axis -> Double.isNaN(row[axis]))).findFirst();
    }

    private DoubleStream numbers(int axis, int most) {
        int cells = axes().cells(axis, most);
        return IntStream.range(0, cells).mapToDouble(i -> axes().levels()[axis] > 0 ? i : axes().snap(axis, (i + 0.5) / cells));
    }

    private double[] moved(double[] start, int[] which, double... numbers) {
        double[] row = start.clone();
        for (int i = 0; i < which.length; i++) {
            row[which[i]] = numbers[i];
        }
        return axes().row(axes().configuration(row));
    }

    /// The rows of the trials, the smallest expected loss first.
    List<double[]> best() {
        return best;
    }

    private List<double[]> ranked() {
        double[] means = Arrays.stream(table.rows()).mapToDouble(row -> forest.predict(row).mean()).toArray();
        return IntStream.range(0, means.length).boxed().sorted(Comparator.comparingDouble(i -> means[i])).map(i -> table.rows()[i]).toList();
    }
}
