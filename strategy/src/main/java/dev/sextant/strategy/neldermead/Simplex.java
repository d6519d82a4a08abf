package dev.sextant.strategy.neldermead;

import dev.sextant.model.space.Configuration;
import dev.sextant.strategy.cube.Cube;
import dev.sextant.strategy.cube.Spread;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/// The vertices, and the step that is being decided. Not thread-safe.
///
/// All moves of a step are known beforehand, and what becomes of it depends on losses alone; so it does not matter in which
/// order results come in, or whose they are.
final class Simplex {
    private static final double SMALL = 1e-7;

    private final Cube cube;
    private final Known known;
    private List<double[]> points;
    private double[] losses = new double[0];
    private final Map<Move, double[]> moves = new EnumMap<>(Move.class);

    /// @param points one more than the cube has axes
    Simplex(Cube cube, Known known, List<double[]> points) {
        this.cube = cube;
        this.known = known;
        this.points = points;
    }

    /// Whether some vertices have no loss yet.
    boolean isBuilding() {
        return losses.length == 0;
    }

    List<double[]> points() {
        return points;
    }

    /// The moves of the step that is being decided; none while it is building.
    Map<Move, double[]> moves() {
        return moves;
    }

    /// Whether the vertices agree in all discrete values, and nearly in all real ones.
    boolean isSmall() {
        List<double[]> snapped = points.stream().map(this::snapped).toList();
        return Spread.of(snapped) < SMALL;
    }

    private double[] snapped(double[] point) {
        double[] snapped = new double[point.length];
        for (int i = 0; i < snapped.length; i++) {
            snapped[i] = cube.axis(i).snap(point[i]);
        }
        return snapped;
    }

    /// One step on, if enough losses are known.
    ///
    /// @return whether something changed
    boolean advance() {
        return isBuilding() ? build() : decide();
    }

    private OptionalDouble loss(double[] point) {
        return known.loss(cube.configuration(point));
    }

    private boolean build() {
        if (points.stream().anyMatch(point -> loss(point).isEmpty())) {
            return false;
        }
        List<double[]> ordered = new ArrayList<>(points);
        ordered.sort(Comparator.comparingDouble(point -> loss(point).orElseThrow()));
        points = ordered;
        losses = ordered.stream().mapToDouble(point -> loss(point).orElseThrow()).toArray();
        plan();
        return true;
    }

    private void plan() {
        moves.clear();
        int n = points.size() - 1;
        for (Move move : Move.values()) {
            double[] point = new double[n];
            for (int i = 0; i < n; i++) {
                double centre = 0;
                for (int k = 0; k < n; k++) {
                    centre += points.get(k)[i] / n;
                }
                point[i] = Math.clamp(centre + move.reach(n) * (centre - points.get(n)[i]), 0.0, 1.0);
            }
            moves.put(move, point);
        }
    }

    private OptionalDouble loss(Move move) {
        return loss(moves.getOrDefault(move, points.getFirst()));
    }

    private boolean decide() {
        OptionalDouble reflected = loss(Move.REFLECTION);
        if (reflected.isEmpty()) {
            return false;
        }
        int n = points.size() - 1;
        double loss = reflected.getAsDouble();
        if (loss < losses[0]) {
            return choose(Move.EXPANSION, loss);
        }
        if (loss < losses[n - 1] || (n == 1 && loss < losses[1])) {
            return replaceWorst(Move.REFLECTION, loss);
        }
        return loss < losses[n]
                ? contract(Move.OUTSIDE_CONTRACTION, loss)
                : contract(Move.INSIDE_CONTRACTION, Math.nextDown(losses[n]));
    }

    private boolean choose(Move farther, double reflected) {
        OptionalDouble loss = loss(farther);
        return loss.isPresent() && (loss.getAsDouble() < reflected
                ? replaceWorst(farther, loss.getAsDouble())
                : replaceWorst(Move.REFLECTION, reflected));
    }

    private boolean contract(Move move, double atMost) {
        OptionalDouble loss = loss(move);
        return loss.isPresent() && (loss.getAsDouble() <= atMost ? replaceWorst(move, loss.getAsDouble()) : shrink());
    }

    private boolean replaceWorst(Move move, double loss) {
        return replaceWorst(moves.getOrDefault(move, points.getFirst()), loss);
    }

    private boolean replaceWorst(double[] point, double loss) {
        int n = points.size() - 1;
        int place = n;
        points.set(n, point);
        losses[n] = loss;
        while (place > 0 && losses[place] < losses[place - 1]) {
            swap(place, place - 1);
            place--;
        }
        plan();
        return true;
    }

    private void swap(int one, int other) {
        double loss = losses[one];
        losses[one] = losses[other];
        losses[other] = loss;
        double[] point = points.get(one);
        points.set(one, points.get(other));
        points.set(other, point);
    }

    private boolean shrink() {
        double[] best = points.getFirst();
        double left = Move.shrink(best.length);
        List<double[]> shrunk = new ArrayList<>(List.of(best));
        for (double[] point : points.subList(1, points.size())) {
            double[] moved = new double[best.length];
            for (int i = 0; i < moved.length; i++) {
                moved[i] = best[i] + left * (point[i] - best[i]);
            }
            shrunk.add(moved);
        }
        points = shrunk;
        losses = new double[0];
        moves.clear();
        return true;
    }

    /// A result of somebody else takes the place of the worst vertex if it is better than the best one.
    void welcome(Configuration configuration, double loss) {
        double[] point = cube.point(configuration);
        boolean asked = moves.values().stream().anyMatch(move -> cube.configuration(move).equals(configuration));
        if (!isBuilding() && loss < losses[0] && !asked) {
            for (int i = 0; i < point.length; i++) {
                point[i] = Double.isNaN(point[i]) ? points.getFirst()[i] : point[i];
            }
            replaceWorst(point, loss);
        }
    }
}
