package dev.sextant.strategy.spsa;

import dev.sextant.strategy.spsa.Label.Side;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/// Two trials on both sides of a centre. Not thread-safe.
final class Pair {
    private final double[] centre;
    private final Map<Side, double[]> points = new EnumMap<>(Side.class);
    private final Map<Side, Double> losses = new EnumMap<>(Side.class);

    Pair(double[] centre) {
        this.centre = centre;
    }

    void begin(Side side, double[] point) {
        points.put(side, point);
    }

    /// Whether only its first point was proposed.
    boolean isHalf() {
        return points.containsKey(Side.PLUS) && !points.containsKey(Side.MINUS);
    }

    /// The second point: the first one mirrored at the centre, pushed into the cube.
    double[] opposite() {
        double[] plus = points.getOrDefault(Side.PLUS, centre);
        double[] minus = new double[centre.length];
        for (int i = 0; i < minus.length; i++) {
            minus[i] = Double.isNaN(plus[i]) ? centre[i] : Math.clamp(2 * centre[i] - plus[i], 0.0, 1.0);
        }
        return minus;
    }

    /// One side has ended.
    ///
    /// @param loss `+∞` if it has no value
    void end(Side side, double loss) {
        losses.put(side, loss);
    }

    /// Loss of the first less loss of the second, when both have ended; infinite if one of them failed, `NaN` if both did.
    Optional<Double> difference() {
        return losses.size() == 2 && points.size() == 2
                ? Optional.of(losses.getOrDefault(Side.PLUS, 0.0) - losses.getOrDefault(Side.MINUS, 0.0))
                : Optional.empty();
    }

    /// How far the first point is from the second along an axis; 0 where one is unknown.
    double distance(int i) {
        double distance = points.getOrDefault(Side.PLUS, centre)[i] - points.getOrDefault(Side.MINUS, centre)[i];
        return Double.isNaN(distance) ? 0 : distance;
    }
}
