package dev.sextant.server.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

class DecimationTest {
    @Property(tries = 200)
    void keepsTheLeastAndTheGreatest_inTheirOrder(@ForAll @Size(min = 1, max = 400) List<@DoubleRange(min = -1e9, max = 1e9) Double> values,
            @ForAll @IntRange(min = 8, max = 60) int most) {
        int[] rows = IntStream.range(0, values.size()).toArray();
        int[] kept = Decimation.of(rows, row -> values.get(row), most);
        assertThat(kept).hasSizeLessThanOrEqualTo(Math.max(most, Math.min(values.size(), most))).isSorted().doesNotHaveDuplicates();
        assertThat(IntStream.of(kept).mapToDouble(row -> values.get(row)).min()).isEqualTo(values.stream().mapToDouble(v -> v).min());
        assertThat(IntStream.of(kept).mapToDouble(row -> values.get(row)).max()).isEqualTo(values.stream().mapToDouble(v -> v).max());
    }

    @Property(tries = 200)
    void keepsTheBestOne_andNoMoreThanIsWanted(@ForAll @Size(min = 1, max = 400) List<@DoubleRange(min = -1e9, max = 1e9) Double> values,
            @ForAll @IntRange(min = 8, max = 60) int most) {
        int[] rows = IntStream.range(0, values.size()).toArray();
        int[] kept = Decimation.keepBest(rows, row -> values.get(row), most);
        assertThat(kept).hasSizeLessThanOrEqualTo(Math.max(most, 1)).isSorted().doesNotHaveDuplicates();
        double least = values.stream().mapToDouble(v -> v).min().orElseThrow();
        assertThat(values.stream().mapToDouble(v -> v).filter(v -> v == least).count() > most / 4 || IntStream.of(kept).anyMatch(row -> values.get(row) == least)).isTrue();
    }
}
