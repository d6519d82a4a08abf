package dev.sextant.strategy.bayes;

import dev.sextant.strategy.bayes.Results.Known;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;

/// Where results are equal to the last digit: there nothing better is looked for.
///
/// An error rate, or a program that rounds what it is given, is level in pieces. A model sees no slope there, is sure of the
/// losses all around, and would go on looking where it stands. So what two equal results that are near each other span, and
/// half of that on each side, is left out once it holds a third one: what is tried next lies outside, and if it is equal
/// too, the box has grown. Two are not enough, as they may be the two sides of a hollow. Losses that are never equal know no
/// plateau.
/// O(m³·axes) for m results that are equal, [#MOST] at most.
final class Plateau {
    /// How far apart two results are at most on any line, of its range; chosen on odd seeds of tables of trainings.
    private static final double WIDEST = 0.35;
    /// What is left out on each side at least, where they differ: on other lines they say nothing.
    private static final double MARGIN = 0.02;
    /// So many of the newest that are equal.
    private static final int MOST = 30;
    /// The levels of the best results come first; with so many boxes, the others are not worth the work.
    private static final int MOST_BOXES = 500;
    /// So many equal results make a level.
    private static final int ENOUGH = 3;

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

        boolean isLevel(List<double[]> equal) {
            return equal.stream().filter(this::has).limit(ENOUGH).count() == ENOUGH;
        }
    }

    /// What the results of a single objective say.
    static Plateau of(Axes axes, List<Known> rows) {
        SortedMap<Double, List<double[]>> byLoss = new TreeMap<>();
        for (Known row : rows) {
            if (row.rank().tier() == 0) {
                byLoss.computeIfAbsent(row.rank().loss(), _ -> new ArrayList<>()).add(row.point());
            }
        }
        List<Box> boxes = new ArrayList<>();
        for (List<double[]> equal : byLoss.values()) {
            if (equal.size() >= ENOUGH && boxes.size() < MOST_BOXES) {
                addLevels(axes, equal.subList(Math.max(0, equal.size() - MOST), equal.size()), boxes);
            }
        }
        return new Plateau(boxes);
    }

    private static void addLevels(Axes axes, List<double[]> equal, List<Box> boxes) {
        for (int i = 0; i < equal.size(); i++) {
            for (int j = 0; j < i; j++) {
                around(axes, equal.get(i), equal.get(j)).filter(box -> box.isLevel(equal)).ifPresent(boxes::add);
            }
        }
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

    /// Whether a point lies where results are known to be level.
    boolean has(double[] point) {
        return boxes.stream().anyMatch(box -> box.has(point));
    }
}
