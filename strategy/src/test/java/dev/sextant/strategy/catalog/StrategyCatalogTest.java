package dev.sextant.strategy.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sextant.strategy.StrategyFactory;
import org.junit.jupiter.api.Test;

class StrategyCatalogTest {
    @Test
    void theDefaultComesFirstAndEveryNameOnce() {
        assertThat(StrategyCatalog.builtIn().all()).extracting(StrategyFactory::name)
                .startsWith("auto").doesNotHaveDuplicates()
                .contains("random", "grid", "sobol", "lhs", "list", "genetic", "tpe");
    }

    @Test
    void whatIsLoadedHoldsTheBuiltInOnes() {
        assertThat(StrategyCatalog.load().all()).extracting(StrategyFactory::name)
                .containsAll(StrategyCatalog.builtIn().all().stream().map(StrategyFactory::name).toList());
    }

    @Test
    void anUnknownNameGetsTheKnownOnesAndTheNearest() {
        assertThatThrownBy(() -> StrategyCatalog.builtIn().find("genetics"))
                .hasMessageContaining("There is no strategy 'genetics'; there are auto, tpe,")
                .hasMessageContaining("Did you mean 'genetic'?");
    }
}
