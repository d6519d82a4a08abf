package dev.sextant.strategy.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sextant.model.space.Configuration;
import dev.sextant.model.space.Discrete;
import dev.sextant.model.space.IntRange;
import dev.sextant.model.space.Parameter;
import dev.sextant.model.space.RealRange;
import dev.sextant.model.space.Scale;
import dev.sextant.model.space.SearchSpace;
import dev.sextant.strategy.Question;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class UntriedTest {
    private static final Parameter LARGE = Parameter.of("n", IntRange.of(0, 49_999));

    @Test
    void theLastUntriedPointOfALargeDiscreteSpaceIsFound() {
        SearchSpace space = SearchSpace.of(LARGE);
        Set<Configuration> tried = new HashSet<>();
        for (long i = 0; i < 50_000; i++) {
            long index = i;
            tried.add(space.configuration(p -> ((Discrete) p.domain()).get(index)));
        }
        Configuration last = space.configuration(p -> ((Discrete) p.domain()).get(31_415));
        tried.remove(last);
        assertThat(new Untried(space).uniform(Question.of(1, tried))).contains(last);
        tried.add(last);
        assertThat(new Untried(space).uniform(Question.of(1, tried))).isEmpty();
    }

    @Test
    void theOnlyAllowedPointOfADiscreteSpaceIsFound() {
        SearchSpace space = SearchSpace.of(LARGE).require("n == 12345");
        assertThat(new Untried(space).uniform(Question.of(1, Set.of())))
                .hasValueSatisfying(found -> assertThat(found.toString()).isEqualTo("n=12345"));
    }

    @Test
    void aConstraintThatStarvesTheSearchIsNamed() {
        SearchSpace space = SearchSpace.of(Parameter.of("x", new RealRange(0, 1, Scale.LINEAR))).require("x < 2", "x > 0.999999999");
        assertThatThrownBy(() -> new Untried(space).uniform(Question.of(1, Set.of())))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("'x > 0.999999999' rejects most").hasMessageContaining("10000 draws");
    }
}
