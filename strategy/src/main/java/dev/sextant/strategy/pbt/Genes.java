package dev.sextant.strategy.pbt;

import dev.sextant.model.space.Configuration;
import dev.sextant.model.space.Parameter;
import dev.sextant.model.space.SearchSpace;
import dev.sextant.model.text.Nearest;
import dev.sextant.model.value.Value;
import dev.sextant.strategy.Problem;
import dev.sextant.strategy.settings.Knobs;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.SequencedSet;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/// Which parameters of a space may vary while a network is trained; the others are its topology, and stay what they are
/// where its weights come from. Immutable.
///
/// @param topology names of those that stay
record Genes(SearchSpace space, SequencedSet<String> topology) {
    private static final int ATTEMPTS = 100;

    /// Reads `topology`: names with blanks, commas or plus signs in between.
    ///
    /// @throws IllegalArgumentException if a name is none of a parameter, or nothing is left to vary
    static Genes of(Problem problem, Knobs knobs) {
        String strategy = problem.settings().name();
        SequencedSet<String> names = new LinkedHashSet<>(knobs.text("topology").map(text -> List.of(text.strip().split("[\\s,+]+"))).orElse(List.of()));
        List<String> known = problem.space().parameters().stream().map(Parameter::name).toList();
        names.stream().filter(name -> !known.contains(name)).findFirst().ifPresent(name -> {
            throw new IllegalArgumentException("Strategy '%s': topology names '%s', which is no parameter; parameters: %s.%s".formatted(
                    strategy, name, String.join(", ", known), Nearest.question(name, known).map("\n"::concat).orElse("")));
        });
        if (names.containsAll(known)) {
            throw new IllegalArgumentException("""
                    Strategy '%s': topology names every parameter, so that none is left to vary while members are trained.
                    Name those alone that say how the weights are shaped.""".formatted(strategy));
        }
        return new Genes(problem.space(), names);
    }

    /// A configuration with the topology of one that exists; every other parameter as `gene` says.
    ///
    /// @param weights whose topology it takes; also what comes back if no attempt keeps the constraints
    /// @param gene is asked parents first; a parameter that it knows no value for may be drawn
    Configuration child(Configuration weights, Function<Parameter, Value> gene) {
        return allowed(() -> space.configuration(parameter -> topology.contains(parameter.name())
                ? weights.value(parameter.name()).orElseGet(() -> gene.apply(parameter))
                : gene.apply(parameter)), weights);
    }

    /// The first of some attempts that keeps the constraints.
    private Configuration allowed(Supplier<Configuration> attempts, Configuration otherwise) {
        for (int i = 0; i < ATTEMPTS; i++) {
            Configuration attempt = attempts.get();
            if (space.allows(attempt)) {
                return attempt;
            }
        }
        return otherwise;
    }

    /// The parameters that vary.
    List<Parameter> varying() {
        List<Parameter> varying = new ArrayList<>(space.parameters());
        varying.removeIf(parameter -> topology.contains(parameter.name()));
        return varying;
    }

    /// The value that a configuration has, changed; a draw where it has none.
    static Value changed(Configuration from, Parameter parameter, RandomGenerator random, BiFunction<Value, Parameter, Value> change) {
        return from.value(parameter.name()).map(value -> change.apply(value, parameter))
                .orElseGet(() -> parameter.domain().at(random.nextDouble()));
    }
}
