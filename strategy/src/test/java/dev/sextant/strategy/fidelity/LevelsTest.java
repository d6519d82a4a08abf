package dev.sextant.strategy.fidelity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sextant.model.study.FidelityRange;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LevelsTest {
    private static List<Long> levels(long min, long max, int eta) {
        var levels = Levels.of(new FidelityRange("epochs", min, max), eta);
        return IntStream.range(0, levels.count()).mapToObj(levels::at).toList();
    }

    @Test
    void theyAreCountedDownFromTheMaximum() {
        assertThat(levels(1, 27, 3)).containsExactly(1L, 3L, 9L, 27L);
        assertThat(levels(1, 100, 3)).containsExactly(1L, 4L, 11L, 33L, 100L);
        assertThat(levels(5, 100, 4)).containsExactly(6L, 25L, 100L);
        assertThat(levels(7, 7, 3)).containsExactly(7L);
    }

    @ParameterizedTest
    @CsvSource({"1, 243, 3", "1, 1000000000000, 10", "3, 48, 2", "1, 16, 4", "2, 1024, 2"})
    void powersAreMetInSpiteOfRounding(long min, long max, int eta) {
        assertThat(levels(min, max, eta).getFirst()).isEqualTo(min);
    }

    @Test
    void anythingBetweenMinimumAndMaximumGivesRisingLevelsOfAtLeastTheMinimum() {
        for (int eta = 2; eta < 6; eta++) {
            for (long min = 1; min < 12; min++) {
                for (long max = min; max < 200; max += 7) {
                    assertThat(levels(min, max, eta)).isSorted().doesNotHaveDuplicates().endsWith(max);
                    assertThat(levels(min, max, eta).getFirst()).isGreaterThanOrEqualTo(min);
                }
            }
        }
    }

    @Test
    void allOfATrialIsTheTopAndSaidByNothing() {
        var levels = Levels.of(new FidelityRange("epochs", 1, 9), 3);
        assertThat(levels.fidelity(levels.top())).isEmpty();
        assertThat(levels.fidelity(1)).hasValue(3);
        assertThat(levels.level(OptionalLong.empty())).hasValue(2);
        assertThat(levels.level(OptionalLong.of(3))).hasValue(1);
        assertThat(levels.level(OptionalLong.of(4))).isEmpty();
    }

    @Test
    void aStepHasReachedTheHighestLevelThatIsNotAboveIt() {
        var levels = Levels.of(new FidelityRange("epochs", 2, 18), 3);
        assertThat(IntStream.of(1, 2, 5, 6, 17, 18, 99).mapToObj(levels::reached).map(l -> l.orElse(-1)))
                .containsExactly(-1, 0, 0, 1, 1, 2, 2);
    }

    @Test
    void withoutAMaximumTheyGoUpAsFarAsNumbersGo() {
        var levels = Levels.up(2, 1000, 40);
        assertThat(levels.at(0)).isEqualTo(2);
        assertThat(levels.at(levels.top())).isEqualTo(2_000_000_000_000_000_000L);
    }
}
