package dev.sextant.strategy.search;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sextant.model.space.Configuration;
import dev.sextant.model.space.IntRange;
import dev.sextant.model.space.Parameter;
import dev.sextant.model.space.SearchSpace;
import dev.sextant.model.value.Value;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FingerprintsTest {
    private static final SearchSpace SPACE = SearchSpace.of(Parameter.of("n", IntRange.of(0, 1_000_000)));

    private final Fingerprints fingerprints = new Fingerprints();

    private static Configuration number(int n) {
        return SPACE.accept(Map.of("n", new Value.Int(n)));
    }

    @Test
    void itHasWhatWasAddedAndNothingElse() {
        for (int n = 0; n < 10_000; n += 2) {
            fingerprints.add(number(n));
            fingerprints.add(number(n / 2 * 2));
        }
        for (int n = 0; n < 10_000; n++) {
            assertThat(fingerprints.contains(number(n))).as("%d", n).isEqualTo(n % 2 == 0);
        }
    }
}
