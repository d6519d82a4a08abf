package dev.sextant.checks.strategy;

import dev.sextant.model.study.FidelityRange;
import dev.sextant.strategy.StrategyFactory;
import dev.sextant.strategy.catalog.StrategyCatalog;
import dev.sextant.testkit.strategy.StrategyContract;
import java.util.Optional;

class DehbTest extends StrategyContract {
    @Override
    protected StrategyFactory factory() {
        return StrategyCatalog.builtIn().find("dehb");
    }

    @Override
    protected Optional<FidelityRange> fidelity() {
        return Optional.of(new FidelityRange("epochs", 1, 9));
    }
}
