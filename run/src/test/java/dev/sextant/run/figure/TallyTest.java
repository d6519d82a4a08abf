package dev.sextant.run.figure;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sextant.model.study.Objective;
import dev.sextant.model.study.Program.Take;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class TallyTest {
    private static final List<Objective> ACCURACY = List.of(new Objective("accuracy", Objective.Goal.MAX));
    private static final List<String> NEEDED = List.of("accuracy");

    @ParameterizedTest
    @CsvSource({"LAST, 2", "BEST, 4", "MIN, 1", "MAX, 4", "MEAN, 2.25"})
    void takeSays_whichValueCounts(Take take, double expected) {
        assertThat(tally(take, 2, 4, 1, 2).metrics().value("accuracy")).hasValue(expected);
    }

    @Test
    void nothingPrinted_isALack() {
        assertThat(tally(Take.LAST).lack(NEEDED)).contains("no value for accuracy");
    }

    @Test
    void nanAsTheLastValue_isALack() {
        assertThat(tally(Take.LAST, 0.5, Double.NaN).lack(NEEDED)).contains("accuracy is NaN, which is not a number to compare");
    }

    @Test
    void nanInBetween_isPassedOverByTheBest() {
        assertThat(tally(Take.BEST, Double.NaN, 0.5, Double.NaN, 0.4).metrics().value("accuracy")).hasValue(0.5);
    }

    @Test
    void infinityAsTheValueTaken_isALack() {
        assertThat(tally(Take.MAX, 1, Double.POSITIVE_INFINITY, 2).lack(NEEDED)).contains("accuracy is infinity, which is not a number to compare");
        assertThat(tally(Take.MEAN, 1, Double.NaN).lack(NEEDED)).isPresent();
    }

    @Test
    void aRecordedMetric_mayBeMissingOrNan() {
        var tally = new Tally(ACCURACY, List.of("latency"), Take.LAST);
        tally.add(reading("accuracy", 0.5));
        tally.add(reading("latency", Double.NaN));
        assertThat(tally.lack(NEEDED)).isEmpty();
        assertThat(tally.metrics().values()).containsExactly(Map.entry("accuracy", 0.5));
    }

    @Test
    void theBestOfARecordedMetric_isItsLast() {
        var tally = new Tally(ACCURACY, List.of("latency"), Take.BEST);
        tally.add(reading("latency", 1));
        tally.add(reading("latency", 3));
        tally.add(reading("latency", 2));
        assertThat(tally.metrics().value("latency")).hasValue(2);
    }

    private static Tally tally(Take take, double... values) {
        var tally = new Tally(ACCURACY, List.of(), take);
        for (double value : values) {
            tally.add(reading("accuracy", value));
        }
        return tally;
    }

    private static Reading reading(String metric, double value) {
        return new Reading(OptionalLong.empty(), new LinkedHashMap<>(Map.of(metric, value)));
    }
}
