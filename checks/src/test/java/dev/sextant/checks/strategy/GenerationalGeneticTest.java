package dev.sextant.checks.strategy;

import dev.sextant.model.space.SearchSpace;
import dev.sextant.model.study.StrategySpec;
import dev.sextant.model.value.Value;
import dev.sextant.strategy.StrategyFactory;
import dev.sextant.strategy.catalog.StrategyCatalog;
import dev.sextant.testkit.strategy.StrategyContract;
import java.util.Set;

class GenerationalGeneticTest extends StrategyContract {
    @Override
    protected StrategyFactory factory() {
        return StrategyCatalog.builtIn().find("genetic");
    }

    @Override
    protected StrategySpec settings(SearchSpace space) {
        return StrategySpec.of("genetic").with("generational", new Value.Flag(true)).with("demes", new Value.Int(2));
    }

    @Override
    protected Set<Ability> declined() {
        return Set.of(Ability.SEVERAL_OBJECTIVES, Ability.GOES_ON_WITHOUT_RESULTS);
    }
}
