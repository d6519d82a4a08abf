package dev.sextant.strategy.pbt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DriftTest {
    private static Drift.Point point(double x, double time) {
        return new Drift.Point(List.of(x), time);
    }

    private static Drift wave(double time, List<Drift.Point> expected) {
        List<Drift.Point> points = IntStream.rangeClosed(0, 10).mapToObj(i -> point(i / 10.0, time)).toList();
        return Drift.of(points, points.stream().mapToDouble(p -> Math.sin(6 * p.x().getFirst())).toArray(), expected).orElseThrow();
    }

    @Test
    void theMeanFollowsWhatWasSeen() {
        Drift drift = wave(1, List.of());
        for (double x : new double[] {0.05, 0.25, 0.55, 0.95}) {
            assertThat(drift.upper(point(x, 1), 0)).isCloseTo(Math.sin(6 * x), offset(0.15));
        }
    }

    @Test
    void whatIsLongPastIsHalfForgotten() {
        Drift drift = wave(1, List.of());
        assertThat(drift.upper(point(0.25, 60), 0)).isLessThan(0.9 * drift.upper(point(0.25, 1), 0));
        assertThat(drift.upper(point(0.25, 60), 1)).isGreaterThan(drift.upper(point(0.25, 60), 0) + 0.3);
    }

    @Test
    void nearWhatIsExpectedItIsSurerAndNotHigher() {
        Drift drift = wave(1, List.of());
        Drift expecting = wave(1, List.of(point(0.33, 9)));
        assertThat(expecting.upper(point(0.33, 9), 0)).isEqualTo(drift.upper(point(0.33, 9), 0));
        assertThat(expecting.upper(point(0.33, 9), 2)).isLessThan(drift.upper(point(0.33, 9), 2) - 0.01);
    }

    @Test
    void manyEqualPointsAreHarmless() {
        List<Drift.Point> same = IntStream.range(0, 30).mapToObj(_ -> point(0.5, 3)).toList();
        double upper = Drift.of(same, new double[30], same).orElseThrow().upper(point(0.1, 4), 1);
        assertThat(upper).isBetween(0.0, 1.01);
    }
}
