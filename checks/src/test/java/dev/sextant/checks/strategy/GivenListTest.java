package dev.sextant.checks.strategy;

import dev.sextant.model.space.Configuration;
import dev.sextant.model.space.SearchSpace;
import dev.sextant.model.study.StrategySpec;
import dev.sextant.model.value.Value;
import dev.sextant.strategy.StrategyFactory;
import dev.sextant.strategy.Streams;
import dev.sextant.strategy.catalog.StrategyCatalog;
import dev.sextant.testkit.strategy.StrategyContract;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;

class GivenListTest extends StrategyContract {
    @Override
    protected StrategyFactory factory() {
        return StrategyCatalog.builtIn().find("list");
    }

    @Override
    protected Set<Ability> declined() {
        return Set.of(Ability.USES_CHANCE, Ability.ENDLESS, Ability.COVERS_SMALL_SPACES);
    }

    @Override
    protected StrategySpec settings(SearchSpace space) {
        RandomGenerator random = Streams.of(1, "list");
        List<SequencedMap<String, Value>> given = Stream.generate(() -> draw(space, random))
                .filter(space::allows)
                .limit(50)
                .<SequencedMap<String, Value>>map(configuration -> new LinkedHashMap<>(configuration.values()))
                .toList();
        return new StrategySpec("list", new LinkedHashMap<>(), given);
    }

    private static Configuration draw(SearchSpace space, RandomGenerator random) {
        return space.configuration(parameter -> parameter.domain().at(random.nextDouble()));
    }
}
