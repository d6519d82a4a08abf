package dev.sextant.checks.strategy;

import dev.sextant.strategy.StrategyFactory;
import dev.sextant.strategy.catalog.StrategyCatalog;
import dev.sextant.testkit.strategy.StrategyContract;
import java.util.Set;

class NeatTest extends StrategyContract {
    @Override
    protected StrategyFactory factory() {
        return StrategyCatalog.builtIn().find("neat");
    }

    @Override
    protected Set<Ability> declined() {
        return Set.of(Ability.SEVERAL_OBJECTIVES);
    }
}
