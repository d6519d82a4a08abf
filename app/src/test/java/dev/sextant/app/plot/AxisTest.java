package dev.sextant.app.plot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class AxisTest {
    private static List<String> labels(Axis axis, int most) {
        return axis.ticks(most).stream().map(Tick::label).toList();
    }

    @Test
    void numbersAreCountedInOnesTwosAndFives() {
        assertThat(labels(NumberAxis.of(0, 1), 5)).containsExactly("0", "0.2", "0.4", "0.6", "0.8", "1");
        assertThat(labels(NumberAxis.of(-3, 12), 4)).containsExactly("0", "5", "10");
        assertThat(labels(new NumberAxis(1, 3, true), 20)).containsExactly("1", "2", "3");
    }

    @Test
    void anAxisOfAFewRoundingErrors_hasNoTickOffItsEnds() {
        onTheAxis(NumberAxis.of(598_700_000, 598_700_000 + 1e-6), 5);
        onTheAxis(NumberAxis.of(587_100_000.000001, 587_100_000.000002), 4);
    }

    @Test
    void logarithmsAreNamedAtDecades_orAtDoublesAndFivesWithinFew() {
        assertThat(labels(new LogAxis(1e-5, 0.1), 10)).containsExactly("1e-05", "0.0001", "0.001", "0.01", "0.1");
        assertThat(labels(new LogAxis(16, 400), 10)).containsExactly("20", "50", "100", "200");
        assertThat(labels(new LogAxis(3, 4), 6)).containsExactly("3", "3.2", "3.4", "3.6", "3.8", "4");
        assertThat(new LogAxis(1, 100).at(10)).isCloseTo(0.5, within(1e-12));
    }

    @Test
    void timesAreNamedInTheUnitThatSuits() {
        assertThat(labels(new TimeAxis(95), 6)).containsExactly("0", "20 s", "40 s", "60 s", "80 s");
        assertThat(labels(new TimeAxis(3600 * 9), 5)).containsExactly("0", "2 h", "4 h", "6 h", "8 h");
    }

    @Test
    void manyNamesAreThinnedOut() {
        assertThat(labels(new CategoryAxis(List.of("a", "b", "c", "d", "e")), 3)).containsExactly("a", "c", "e");
    }

    @Property(tries = 300)
    void ticksRiseAndStayOnTheAxis(@ForAll @DoubleRange(min = -1e9, max = 1e9) double low, @ForAll @DoubleRange(min = -6, max = 9) double exponent,
            @ForAll @IntRange(min = 2, max = 20) int most) {
        double length = Math.pow(10, exponent);
        onTheAxis(NumberAxis.of(low, low + length), most);
        onTheAxis(new TimeAxis(length), most);
        onTheAxis(new LogAxis(length, length * (1.001 + Math.abs(low))), most);
    }

    private static void onTheAxis(Axis axis, int most) {
        var ticks = axis.ticks(most);
        assertThat(ticks).hasSizeLessThanOrEqualTo(most + 12).allSatisfy(tick -> assertThat(tick.at()).isBetween(-1e-6, 1 + 1e-6));
        assertThat(ticks.stream().map(Tick::at)).isSorted();
    }
}
