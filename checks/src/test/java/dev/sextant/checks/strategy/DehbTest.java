package dev.sextant.checks.strategy;

import dev.sextant.model.study.FidelityRange;
import dev.sextant.strategy.StrategyFactory;
import dev.sextant.strategy.catalog.StrategyCatalog;
import dev.sextant.testkit.strategy.StrategyContract;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

class DehbTest extends StrategyContract {
    @Override
    protected StrategyFactory factory() {
        return StrategyCatalog.builtIn().find("dehb");
    }

    @Override
    protected Set<Ability> declined() {
        return EnumSet.of(Ability.SEVERAL_OBJECTIVES);
    }

    @Override
    protected Optional<FidelityRange> fidelity() {
        return Optional.of(new FidelityRange("epochs", 1, 9));
    }
}
