package dev.sextant.strategy.bayes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sextant.model.space.Configuration;
import dev.sextant.model.space.Parameter;
import dev.sextant.model.space.RealRange;
import dev.sextant.model.space.Scale;
import dev.sextant.model.space.SearchSpace;
import dev.sextant.strategy.Remembered;
import dev.sextant.strategy.bayes.Memories.Memory;
import java.util.List;
import org.junit.jupiter.api.Test;

class MemoriesTest {
    private final SearchSpace space = SearchSpace.of(Parameter.of("x", new RealRange(0, 1, Scale.LINEAR)));
    private final Memories memories = new Memories(new Axes(space));

    @Test
    void aStudyIsOneMoreCoordinate() {
        remember("one", 0.25, 1);
        remember("other", 0.75, 2);
        assertThat(memories.rows(0)).extracting(Memory::point).containsExactly(new double[] {0.25, 1}, new double[] {0.75, 2});
        assertThat(memories.nominal()).containsExactly(false, true);
    }

    @Test
    void withoutMemoriesThereIsNone() {
        assertThat(memories.rows(0)).isEmpty();
        assertThat(memories.nominal()).containsExactly(false);
    }

    @Test
    void studiesTakeTurnsFromTheirBestOn() {
        for (int i = 0; i < 5; i++) {
            remember("small losses", i / 10.0, 1 - i / 100.0);
            remember("large losses", 1 - i / 10.0, 1e6 + i);
        }
        assertThat(memories.rows(0)).extracting(memory -> memory.genes()[0]).startsWith(0.4, 1.0, 0.3, 0.9);
    }

    @Test
    void theScaleOfAStudyDoesNotMatter() {
        for (int i = 0; i < 4; i++) {
            remember("small", i / 10.0, i);
            remember("large", i / 10.0, 1e9 + 1e6 * i);
        }
        List<Memory> rows = memories.rows(0);
        for (int i = 0; i < rows.size(); i += 2) {
            assertThat(rows.get(i).target()).isCloseTo(rows.get(i + 1).target(), org.assertj.core.api.Assertions.within(1e-9));
        }
    }

    @Test
    void fewerAreKeptTheMoreResultsTheStudyHasItself() {
        for (int i = 0; i < 100; i++) {
            remember("earlier", i / 100.0, i);
        }
        assertThat(memories.rows(0)).hasSize(60);
        assertThat(memories.rows(6)).hasSize(30).first().extracting(memory -> memory.genes()[0]).isEqualTo(0.0);
        assertThat(memories.rows(12)).isEmpty();
        assertThat(memories.rows(10_000)).isEmpty();
    }

    private void remember(String source, double x, double loss) {
        Configuration configuration = space.configuration(parameter -> parameter.domain().at(x));
        memories.add(new Remembered(source, configuration, List.of(loss)));
    }
}
