package dev.sextant.checks.strategy;

import dev.sextant.strategy.StrategyFactory;
import dev.sextant.strategy.catalog.StrategyCatalog;
import dev.sextant.testkit.strategy.StrategyContract;
import java.util.EnumSet;
import java.util.Set;

class GpSearchTest extends StrategyContract {
    @Override
    protected StrategyFactory factory() {
        return StrategyCatalog.builtIn().find("gp");
    }

    @Override
    protected Set<Ability> declined() {
        return EnumSet.of(Ability.SEVERAL_OBJECTIVES);
    }
}
