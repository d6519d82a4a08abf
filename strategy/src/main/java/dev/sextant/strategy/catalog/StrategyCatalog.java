package dev.sextant.strategy.catalog;

import dev.sextant.model.text.Nearest;
import dev.sextant.strategy.FeasibleFirst;
import dev.sextant.strategy.StrategyFactory;
import dev.sextant.strategy.auto.AutoSearch;
import dev.sextant.strategy.bayes.GpSearch;
import dev.sextant.strategy.cmaes.CmaEs;
import dev.sextant.strategy.de.DifferentialEvolution;
import dev.sextant.strategy.design.GivenList;
import dev.sextant.strategy.design.Grid;
import dev.sextant.strategy.design.LatinHypercube;
import dev.sextant.strategy.design.RandomSearch;
import dev.sextant.strategy.design.SobolSearch;
import dev.sextant.strategy.fidelity.AshaSearch;
import dev.sextant.strategy.fidelity.BohbSearch;
import dev.sextant.strategy.fidelity.Dehb;
import dev.sextant.strategy.fidelity.FreezeThawSearch;
import dev.sextant.strategy.fidelity.HalvingSearch;
import dev.sextant.strategy.fidelity.HyperbandSearch;
import dev.sextant.strategy.forest.ForestSearch;
import dev.sextant.strategy.genetic.Genetic;
import dev.sextant.strategy.moea.MoeaD;
import dev.sextant.strategy.moea.Nsga2;
import dev.sextant.strategy.moea.Nsga3;
import dev.sextant.strategy.moea.SmsEmoa;
import dev.sextant.strategy.neat.Neat;
import dev.sextant.strategy.neldermead.NelderMead;
import dev.sextant.strategy.pbt.Pb2;
import dev.sextant.strategy.pbt.Pbt;
import dev.sextant.strategy.pso.ParticleSwarm;
import dev.sextant.strategy.spsa.Spsa;
import dev.sextant.strategy.tpe.TpeSearch;
import java.util.ArrayList;
import java.util.List;
import java.util.ServiceLoader;
import java.util.stream.Collectors;

/// Every strategy this program knows: the built-in ones by list, others found as services.
///
/// Built-ins are listed, not discovered: a list works the same on the module path and on the class path. Immutable.
public final class StrategyCatalog {
    private static final List<StrategyFactory> BUILT_IN = List.of(
            new AutoSearch(),
            new TpeSearch(),
            new GpSearch(),
            new ForestSearch.Factory(),
            new CmaEs.Factory(),
            new DifferentialEvolution.Factory(),
            new ParticleSwarm.Factory(),
            new NelderMead.Factory(),
            new Spsa.Factory(),
            new Genetic.Factory(),
            new Neat.Factory(),
            new Pbt(),
            new Pb2(),
            new Nsga2(),
            new Nsga3(),
            new SmsEmoa(),
            new MoeaD(),
            new RandomSearch.Factory(),
            new SobolSearch(),
            new LatinHypercube.Factory(),
            new Grid.Factory(),
            new GivenList.Factory(),
            new FreezeThawSearch(),
            new HalvingSearch(StrategyCatalog::proposer),
            new HyperbandSearch(StrategyCatalog::proposer),
            new AshaSearch(StrategyCatalog::proposer),
            new BohbSearch(StrategyCatalog::proposer),
            new Dehb.Factory());

    private final List<StrategyFactory> factories;

    private StrategyCatalog(List<StrategyFactory> factories) {
        this.factories = List.copyOf(factories);
    }

    /// The built-in strategies alone.
    public static StrategyCatalog builtIn() {
        return new StrategyCatalog(BUILT_IN);
    }

    /// The built-in strategies, then those that other modules provide; a built-in name cannot be taken over.
    public static StrategyCatalog load() {
        List<StrategyFactory> all = new ArrayList<>(BUILT_IN);
        ServiceLoader.load(StrategyFactory.class).forEach(all::add);
        return new StrategyCatalog(all);
    }

    private static StrategyFactory proposer(String name) {
        return builtIn().find(name);
    }

    /// All of them, the built-in ones first.
    public List<StrategyFactory> all() {
        return factories;
    }

    /// The factory of a strategy; what it makes copes with limits.
    ///
    /// @throws IllegalArgumentException that lists the names there are
    public StrategyFactory find(String name) {
        List<String> names = factories.stream().map(StrategyFactory::name).toList();
        return factories.stream().filter(factory -> factory.name().equals(name)).findFirst().map(FeasibleFirst::of)
                .orElseThrow(() -> new IllegalArgumentException("There is no strategy '%s'; there are %s.%s".formatted(
                        name, names.stream().collect(Collectors.joining(", ")), Nearest.question(name, names).map("\n"::concat).orElse(""))));
    }
}
