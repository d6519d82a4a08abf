package dev.sextant.strategy.design;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sextant.model.space.IntRange;
import dev.sextant.model.space.Parameter;
import dev.sextant.model.space.SearchSpace;
import dev.sextant.model.study.StrategySpec;
import dev.sextant.model.value.Value;
import dev.sextant.strategy.Problem;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import org.junit.jupiter.api.Test;

class GivenListTest {
    private static void create(List<SequencedMap<String, Value>> given) {
        SearchSpace space = SearchSpace.of(Parameter.of("n", IntRange.of(1, 9))).require("n != 5");
        new GivenList.Factory().create(
                new Problem(space, 1, new StrategySpec("list", new LinkedHashMap<>(), given), Optional.empty(), 1));
    }

    private static SequencedMap<String, Value> given(String name, long value) {
        return new LinkedHashMap<>(Map.of(name, new Value.Int(value)));
    }

    @Test
    void anEmptyListIsRefused() {
        assertThatThrownBy(() -> create(List.of())).hasMessageContaining("given no configuration");
    }

    @Test
    void aWrongConfigurationIsNamedByItsNumber() {
        assertThatThrownBy(() -> create(List.of(given("n", 1), given("n", 10))))
                .hasMessageStartingWith("Configuration 2 of the list: Parameter 'n': 10 is not allowed");
        assertThatThrownBy(() -> create(List.of(given("m", 1)))).hasMessageStartingWith("Configuration 1 of the list: There is no parameter 'm'");
    }

    @Test
    void aForbiddenConfigurationIsNamedWithItsConstraint() {
        assertThatThrownBy(() -> create(List.of(given("n", 5))))
                .hasMessage("Configuration 1 of the list (n=5) breaks the constraint 'n != 5'.");
    }
}
