package dev.sextant.strategy.numeric;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;

/// Minimises a smooth function inside a box with a limited memory of past steps (L-BFGS with bounds).
///
/// Each step takes the variables that stand at a bound and want to leave the box as fixed, turns the gradient of the
/// others by the approximate inverse Hessian, and searches backwards along the path that bends at the bounds until the
/// function falls enough (Armijo). Deterministic. Cost of a step: at least one evaluation, O(memory·n) besides.
///
/// Sources: J. Nocedal and S. J. Wright, Numerical Optimization, 2nd ed., algorithm 7.4 (two loops); D. P. Bertsekas,
/// Projected Newton methods, SIAM J. Control Optim. 20 (1982), for the bounds. Differs from Byrd, Lu, Nocedal and Zhu's
/// L-BFGS-B (1995): the active bounds follow from the gradient alone, there is no search for a Cauchy point.
public final class QuasiNewton {
    private static final double ENOUGH = 1e-4;
    private static final int HALVINGS = 20;

    private final Setup setup;
    private final double[] low;
    private final double[] high;
    private final Deque<Pair> memory = new ArrayDeque<>();

    /// How long to go on.
    ///
    /// @param steps     at most so many
    /// @param tolerance ends when no component of the projected gradient is larger
    /// @param memory    pairs of steps that are remembered, at least 1
    /// @param reach     the largest change of a variable in the first step
    public record Setup(int steps, double tolerance, int memory, double reach) {
        public Setup withSteps(int count) {
            return new Setup(count, tolerance, memory, reach);
        }
    }

    /// Where a search ended.
    @SuppressWarnings("ArrayRecordComponent") // never compared as a record
    public record Result(double[] x, double value, int steps) {}

    @SuppressWarnings("ArrayRecordComponent") // never compared as a record
    private record Pair(double[] step, double[] change, double product) {}

    @SuppressWarnings("ArrayRecordComponent") // never compared as a record
    private record Place(double[] x, double value, double[] gradient) {}

    private QuasiNewton(Setup setup, double[] low, double[] high) {
        this.setup = setup;
        this.low = low;
        this.high = high;
    }

    /// The best point found from a start on.
    ///
    /// @param start moved into the box if it lies outside
    /// @param low   lower bounds, −∞ where there is none; `high` likewise
    /// @return the start if the function has no finite value there
    public static Result minimize(Smooth function, double[] start, double[] low, double[] high, Setup setup) {
        return new QuasiNewton(setup, low, high).run(function, start);
    }

    private Result run(Smooth function, double[] start) {
        Place place = evaluate(function, projected(start, new double[start.length], 0));
        int steps = 0;
        while (steps < setup.steps() && Double.isFinite(place.value()) && largest(place) > setup.tolerance()) {
            Place next = next(function, place);
            boolean fell = next.value() < place.value();
            if (!fell && memory.isEmpty()) {
                break;
            }
            if (fell) {
                remember(place, next);
                place = next;
                steps++;
            } else {
                memory.clear();
            }
        }
        return new Result(place.x(), place.value(), steps);
    }

    private static Place evaluate(Smooth function, double[] x) {
        double[] gradient = new double[x.length];
        double value = function.at(x, gradient);
        return new Place(x, value, gradient);
    }

    private double[] projected(double[] x, double[] direction, double length) {
        double[] moved = new double[x.length];
        for (int i = 0; i < x.length; i++) {
            moved[i] = Math.min(high[i], Math.max(low[i], x[i] + length * direction[i]));
        }
        return moved;
    }

    private boolean isFixed(Place place, int i) {
        double slope = place.gradient()[i];
        return (place.x()[i] <= low[i] && slope > 0) || (place.x()[i] >= high[i] && slope < 0);
    }

    private double largest(Place place) {
        double largest = 0;
        for (int i = 0; i < place.x().length; i++) {
            largest = isFixed(place, i) ? largest : Math.max(largest, Math.abs(place.gradient()[i]));
        }
        return largest;
    }

    /// The place after one step; the same one if no step makes the function fall.
    private Place next(Smooth function, Place place) {
        double[] direction = direction(place);
        double length = 1;
        if (memory.isEmpty()) {
            length = setup.reach() / Math.max(setup.reach(), largest(place));
        }
        for (int i = 0; i < HALVINGS; i++, length /= i < 3 ? 2 : 4) {
            Place tried = evaluate(function, projected(place.x(), direction, length));
            if (tried.value() <= place.value() + ENOUGH * fall(place, tried)) {
                return tried.value() < place.value() ? tried : place;
            }
        }
        return place;
    }

    private static double fall(Place from, Place to) {
        double sum = 0;
        for (int i = 0; i < from.x().length; i++) {
            sum += from.gradient()[i] * (to.x()[i] - from.x()[i]);
        }
        return Math.min(0, sum);
    }

    private double[] direction(Place place) {
        double[] q = place.gradient().clone();
        for (int i = 0; i < q.length; i++) {
            q[i] = isFixed(place, i) ? 0 : q[i];
        }
        double[] direction = turned(q);
        double slope = 0;
        for (int i = 0; i < q.length; i++) {
            direction[i] = isFixed(place, i) ? 0 : -direction[i];
            slope += direction[i] * place.gradient()[i];
        }
        if (slope < 0) {
            return direction;
        }
        memory.clear();
        for (int i = 0; i < q.length; i++) {
            direction[i] = -q[i];
        }
        return direction;
    }

    private double[] turned(double[] gradient) {
        double[] q = gradient.clone();
        double[] factors = new double[memory.size()];
        int k = 0;
        for (Iterator<Pair> newest = memory.descendingIterator(); newest.hasNext(); k++) {
            Pair pair = newest.next();
            factors[k] = dot(pair.step(), q) / pair.product();
            add(q, -factors[k], pair.change());
        }
        if (!memory.isEmpty()) {
            Pair last = memory.getLast();
            scale(q, last.product() / dot(last.change(), last.change()));
        }
        for (Pair pair : memory) {
            k--;
            add(q, factors[k] - dot(pair.change(), q) / pair.product(), pair.step());
        }
        return q;
    }

    private void remember(Place from, Place to) {
        double[] step = to.x().clone();
        add(step, -1, from.x());
        double[] change = to.gradient().clone();
        add(change, -1, from.gradient());
        double product = dot(step, change);
        if (product > 1e-10 * dot(change, change)) {
            memory.addLast(new Pair(step, change, product));
            if (memory.size() > setup.memory()) {
                memory.removeFirst();
            }
        }
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }

    private static void add(double[] target, double factor, double[] summand) {
        for (int i = 0; i < target.length; i++) {
            target[i] += factor * summand[i];
        }
    }

    private static void scale(double[] target, double factor) {
        for (int i = 0; i < target.length; i++) {
            target[i] *= factor;
        }
    }
}
