package dev.sextant.strategy.bayes;

import dev.sextant.strategy.numeric.QuasiNewton;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/// Looks for the genes where the expected improvement is largest.
///
/// Many candidates – even draws, and copies of the best results varied by steps of many sizes – are screened by an upper
/// bound of their improvement, the most promising ones by its exact value, and the best few climb: by quasi-Newton
/// steps along the lines and by trying values on the other axes, in turn until nothing gets better.
final class Search {
    private static final int LISTED = 16;
    private static final int ROUNDS = 3;
    /// One axis of which other values are tried for so many candidates.
    private static final int FOR_AN_AXIS = 12;
    /// A slope of the logarithm per range of a parameter that is not worth following.
    private static final double FLAT = 0.02;
    private static final Comparator<Found> MOST_FIRST = Comparator.comparingDouble(Found::logImprovement).reversed();

    private final Axes axes;
    private final Aim aim;
    private final Predicate<double[]> allowed;
    private final RandomGenerator random;
    private final Effort effort;
    private final boolean checksAlways;

    /// What is looked for.
    ///
    /// @param promise what is to be large
    /// @param belief how much what the user believes counts, 0 to 1: it multiplies the improvement by a power of the density
    /// @param odds   of keeping the limits
    /// @param reach  how far it goes
    /// @param plateau where it does not look
    record Aim(Promise promise, double belief, Odds odds, Reach reach, Plateau plateau) {}

    /// How thorough a search is.
    ///
    /// @param draws    even candidates
    /// @param copies   varied copies of the best results
    /// @param screened candidates of which the exact improvement is computed
    /// @param starts   of them that climb
    /// @param steps    quasi-Newton steps of each climb
    record Effort(int draws, int copies, int screened, int starts, int steps) {}

    /// Genes with their expected improvement.
    @SuppressWarnings("ArrayRecordComponent") // never compared as a record
    record Found(double[] genes, double logImprovement) {}

    /// @param allowed whether genes may be proposed
    Search(Axes axes, Aim aim, Effort effort, Predicate<double[]> allowed, RandomGenerator random) {
        this.axes = axes;
        this.aim = aim;
        this.allowed = allowed;
        this.random = random;
        this.effort = effort;
        this.checksAlways = axes.isFinite() || !axes.space().constraints().isEmpty();
    }

    /// What was found, the best first.
    ///
    /// @param leaders genes of the best results, the best first
    List<Found> run(List<double[]> leaders) {
        List<Found> found = new ArrayList<>(screened(candidates(leaders)));
        int starts = Math.min(effort.starts(), found.size());
        for (int i = 0; i < starts; i++) {
            found.add(climb(found.get(i)));
        }
        found.sort(MOST_FIRST);
        return found;
    }

    private List<double[]> candidates(List<double[]> leaders) {
        List<double[]> candidates = new ArrayList<>();
        for (int i = 0; i < effort.draws(); i++) {
            keep(reached(axes.draw(random)), candidates);
        }
        for (int i = 0; i < effort.copies() && !leaders.isEmpty(); i++) {
            keep(varied(leaders.get(i % leaders.size()), 0.3 * Math.pow(2, -(i / leaders.size()) % 6)), candidates);
        }
        return candidates;
    }

    /// Moved into the box of the reach.
    private double[] reached(double[] genes) {
        if (!aim.reach().isFull()) {
            Arrays.setAll(genes, axis -> axes.isNominal(axis) ? genes[axis] : axes.snapped(axis, aim.reach().within(axis, genes[axis])));
        }
        return genes;
    }

    private void keep(double[] genes, List<double[]> candidates) {
        if (!checksAlways || allowed.test(genes)) {
            candidates.add(genes);
        }
    }

    private double[] varied(double[] leader, double scale) {
        double[] genes = leader.clone();
        double share = Math.max(0.3, 1.5 / genes.length);
        for (int axis = 0; axis < genes.length; axis++) {
            if (random.nextDouble() < share) {
                genes[axis] = varied(axis, genes[axis], scale);
            }
        }
        return genes;
    }

    private double varied(int axis, double gene, double scale) {
        return axes.isNominal(axis)
                ? axes.fresh(axis, random)
                : axes.snapped(axis, Math.clamp(gene + scale * random.nextGaussian(), aim.reach().low(axis), aim.reach().high(axis)));
    }

    /// The exact improvements of the most promising; once the bounds of the others are lower than enough of them, no more.
    private List<Found> screened(List<double[]> candidates) {
        List<Found> bounds = new ArrayList<>(candidates.stream().map(genes -> new Found(genes, bound(genes))).toList());
        bounds.sort(MOST_FIRST);
        List<Found> exact = new ArrayList<>();
        for (Found bound : bounds.subList(0, Math.min(effort.screened(), bounds.size()))) {
            if (exact.size() >= effort.starts() && exact.get(effort.starts() - 1).logImprovement() >= bound.logImprovement()) {
                break;
            }
            exact.add(found(bound.genes()));
            exact.sort(MOST_FIRST);
        }
        return exact;
    }

    private double bound(double[] genes) {
        double[] point = axes.point(genes);
        return aim.plateau().has(point) ? Double.NEGATIVE_INFINITY : aim.promise().bound(point) + aim.belief() * axes.logBelief(genes) + aim.odds().bound(point);
    }

    private Found found(double[] genes) {
        double[] point = axes.point(genes);
        return new Found(genes, aim.promise().log(point) + aim.belief() * axes.logBelief(genes) + aim.odds().log(point));
    }

    private Found climb(Found start) {
        Found at = climbLines(start);
        for (int round = 0; round < ROUNDS; round++) {
            Found before = at;
            at = tryValues(at);
            if (at.logImprovement() <= before.logImprovement()) {
                return at;
            }
            at = climbLines(at);
        }
        return at;
    }

    private int[] lines(boolean[] active) {
        return IntStream.range(0, axes.count()).filter(axis -> active[axis] && !axes.isNominal(axis) && axes.values(axis) > LISTED).toArray();
    }

    private Found climbLines(Found start) {
        int[] lines = lines(axes.active(start.genes()));
        if (lines.length == 0) {
            return start;
        }
        double[] point = axes.point(start.genes());
        double[] low = Arrays.stream(lines).mapToDouble(aim.reach()::low).toArray();
        double[] high = Arrays.stream(lines).mapToDouble(aim.reach()::high).toArray();
        double[] from = Arrays.stream(lines).mapToDouble(axis -> start.genes()[axis]).toArray();
        double[] slopes = new double[lines.length];
        QuasiNewton.Result result = QuasiNewton.minimize((x, gradient) -> {
            for (int i = 0; i < lines.length; i++) {
                point[lines[i]] = x[i];
            }
            Arrays.fill(slopes, 0);
            double log = aim.promise().log(point, lines, slopes) + aim.odds().log(point, lines, slopes);
            for (int i = 0; i < lines.length; i++) {
                gradient[i] = -slopes[i] - aim.belief() * axes.beliefSlope(lines[i], x[i]);
            }
            return -log - aim.belief() * axes.logBelief(point);
        }, from, low, high, new QuasiNewton.Setup(effort.steps(), FLAT, 6, 0.1));
        double[] genes = start.genes().clone();
        for (int i = 0; i < lines.length; i++) {
            genes[lines[i]] = axes.snapped(lines[i], result.x()[i]);
        }
        return better(start, genes);
    }

    private Found better(Found start, double[] genes) {
        if (Arrays.equals(genes, start.genes()) || bound(genes) <= start.logImprovement() || (checksAlways && !allowed.test(genes))) {
            return start;
        }
        Found found = found(genes);
        return found.logImprovement() > start.logImprovement() ? found : start;
    }

    private Found tryValues(Found start) {
        Found at = start;
        for (int axis : axesToTry()) {
            at = tryValues(at, axis);
        }
        return at;
    }

    /// Those with values that can be counted; of many, as many as are worth the work, drawn anew each time.
    private int[] axesToTry() {
        int[] countable = IntStream.range(0, axes.count()).filter(axis -> axes.values(axis) < Long.MAX_VALUE).toArray();
        int most = Math.ceilDiv(effort.draws() + effort.copies(), FOR_AN_AXIS);
        for (int i = 0; i < most && countable.length > most; i++) {
            int other = i + random.nextInt(countable.length - i);
            int swapped = countable[i];
            countable[i] = countable[other];
            countable[other] = swapped;
        }
        return countable.length > most ? Arrays.copyOf(countable, most) : countable;
    }

    private Found tryValues(Found start, int axis) {
        if (!axes.active(start.genes())[axis]) {
            return start;
        }
        Found at = start;
        long index = axes.index(axis, start.genes()[axis]);
        boolean all = axes.isNominal(axis) || axes.values(axis) <= LISTED;
        long first = all ? 0 : Math.max(0, index - 1);
        long last = all ? Math.min(axes.values(axis), 64) - 1 : Math.min(axes.values(axis) - 1, index + 1);
        for (long value = first; value <= last; value++) {
            if (value != index) {
                double[] genes = start.genes().clone();
                genes[axis] = axes.gene(axis, value);
                at = better(at, genes);
            }
        }
        return at;
    }
}
