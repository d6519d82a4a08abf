package dev.sextant.strategy.bayes;

import dev.sextant.strategy.bayes.Results.Known;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/// Where the best result was found again and again, to the last digit: there nothing better is looked for.
///
/// An error rate, or a program that rounds what it is given, is level in pieces. A model sees no slope there, is sure of the
/// losses all around, and would go on looking where it stands. So what two of the best results that are equal and near each
/// other span is left out, and half of that on each side: what is tried next lies outside, and if it is equal too, the box
/// has grown. Losses that are never equal know no plateau. O(m²·axes) for m equal results, 30 at most.
final class Plateau {
    /// How far apart two results are at most on any line, of its range; chosen on odd seeds of tables of trainings.
    private static final double WIDEST = 0.35;
    /// What is left out on each side at least, where they differ: on other lines they say nothing.
    private static final double MARGIN = 0.02;
    /// So many of the newest that are equal.
    private static final int MOST = 30;

    /// Nothing is level.
    static final Plateau NONE = new Plateau(List.of());

    private final List<Box> boxes;

    private Plateau(List<Box> boxes) {
        this.boxes = boxes;
    }

    @SuppressWarnings("ArrayRecordComponent") // never compared as a record
    private record Box(double[] low, double[] high) {
        boolean has(double[] point) {
            return IntStream.range(0, low.length).allMatch(axis -> point[axis] >= low[axis] && point[axis] <= high[axis]);
        }
    }

    /// What the results of a single objective say.
    static Plateau of(Axes axes, List<Known> rows) {
        Rank best = rows.stream().map(Known::rank).min(HalfRank.ORDER).orElse(Rank.LOST);
        if (best.tier() > 0) {
            return NONE;
        }
        List<Known> equal = rows.stream().filter(row -> row.rank().equals(best)).toList();
        List<Known> newest = equal.subList(Math.max(0, equal.size() - MOST), equal.size());
        List<Box> boxes = new ArrayList<>();
        for (int i = 0; i < newest.size(); i++) {
            for (int j = 0; j < i; j++) {
                around(axes, newest.get(i).point(), newest.get(j).point()).ifPresent(boxes::add);
            }
        }
        return new Plateau(boxes);
    }

    /// What two points span; empty if they are far apart.
    private static Optional<Box> around(Axes axes, double[] one, double[] other) {
        double[] low = new double[axes.count()];
        double[] high = new double[axes.count()];
        for (int axis = 0; axis < low.length; axis++) {
            double width = Math.abs(one[axis] - other[axis]);
            if (width > (axes.isNominal(axis) ? 0 : WIDEST)) {
                return Optional.empty();
            }
            double margin = width == 0 ? 0 : Math.max(MARGIN, width / 2);
            low[axis] = Math.min(one[axis], other[axis]) - margin;
            high[axis] = Math.max(one[axis], other[axis]) + margin;
        }
        return Optional.of(new Box(low, high));
    }

    /// Whether a point lies where the best result is known to be level.
    boolean has(double[] point) {
        return boxes.stream().anyMatch(box -> box.has(point));
    }
}
