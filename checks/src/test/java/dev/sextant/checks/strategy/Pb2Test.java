package dev.sextant.checks.strategy;

import dev.sextant.strategy.StrategyFactory;
import dev.sextant.strategy.catalog.StrategyCatalog;
import dev.sextant.testkit.strategy.StrategyContract;
import java.util.Set;

class Pb2Test extends StrategyContract {
    @Override
    protected StrategyFactory factory() {
        return StrategyCatalog.builtIn().find("pb2");
    }

    @Override
    protected Set<Ability> declined() {
        return Set.of(Ability.SEVERAL_OBJECTIVES, Ability.COVERS_SMALL_SPACES, Ability.NEW_CONFIGURATIONS);
    }
}
