package dev.sextant.checks.strategy;

import dev.sextant.model.space.SearchSpace;
import dev.sextant.model.study.StrategySpec;
import dev.sextant.model.value.Value;
import dev.sextant.strategy.StrategyFactory;
import dev.sextant.strategy.catalog.StrategyCatalog;
import dev.sextant.testkit.strategy.StrategyContract;
import java.util.Set;

class ThreeParentPbtTest extends StrategyContract {
    @Override
    protected StrategyFactory factory() {
        return StrategyCatalog.builtIn().find("pbt");
    }

    @Override
    protected StrategySpec settings(SearchSpace space) {
        return StrategySpec.of("pbt").with("parents", new Value.Int(3));
    }

    @Override
    protected Set<Ability> declined() {
        return Set.of(Ability.SEVERAL_OBJECTIVES, Ability.COVERS_SMALL_SPACES, Ability.NEW_CONFIGURATIONS);
    }
}
