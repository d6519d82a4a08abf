package dev.sextant.strategy.neat;

import dev.sextant.model.space.Configuration;
import dev.sextant.model.space.ElementList;
import dev.sextant.model.space.Parameter;
import dev.sextant.model.space.SearchSpace;
import dev.sextant.model.value.Value;
import dev.sextant.strategy.search.Mutation;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.random.RandomGenerator;

/// How children come to be. Not thread-safe, for it shares what it knows of [Innovations].
final class Breeding {
    /// The chance of a child to have all of its values changed.
    private static final double WHOLE_RATE = 0.1;

    private final SearchSpace space;
    private final Rules rules;
    private final Innovations innovations;
    private final Map<String, Spot> spots = new HashMap<>();

    /// Where a parameter of the space stands in a list.
    ///
    /// @param place from 1
    private record Spot(ElementList list, int place, String column) {}

    Breeding(SearchSpace space, Rules rules, Innovations innovations) {
        this.space = space;
        this.rules = rules;
        this.innovations = innovations;
        for (var list : space.lists()) {
            for (int place = 1; place <= list.most(); place++) {
                for (var parameter : list.element()) {
                    spots.put(list.name(place, parameter.name()), new Spot(list, place, parameter.name()));
                }
            }
        }
    }

    /// A child of one or two parents.
    ///
    /// @param parents the fitter first
    /// @param trial that it will be
    /// @param pressure how often a child of this birth was turned down already; each time more values change
    Child child(List<Member> parents, int trial, int pressure, RandomGenerator random) {
        boolean crossed = parents.get(0).trial() != parents.get(1).trial() && random.nextDouble() < rules.crossoverRate();
        var genomes = crossed ? parents.stream().map(Member::genome).toList() : List.of(parents.getFirst().genome(), parents.getFirst().genome());
        var lists = new LinkedHashMap<String, List<Gene>>();
        genomes.getFirst().lists().forEach((name, genes) -> lists.put(name, crossed(genes, genomes.getLast().genes(name), random)));
        var change = random.nextDouble() < rules.structureRate() ? change(lists, trial, random) : "";
        var configuration = configuration(genomes, lists, rate(genomes, pressure, random), random);
        var why = (crossed ? "child of trials %d and %d" : "child of trial %d").formatted(parents.get(0).trial(), parents.get(1).trial());
        return new Child(marked(configuration, lists), why + change);
    }

    /// Matching genes come from either parent, whole; those that only one has, from the fitter.
    static List<Gene> crossed(List<Gene> fitter, List<Gene> other, RandomGenerator random) {
        var theirs = new HashMap<Marking, Gene>();
        other.forEach(gene -> theirs.put(gene.marking(), gene));
        var genes = new ArrayList<Gene>();
        for (var gene : fitter) {
            genes.add(random.nextBoolean() ? gene : theirs.getOrDefault(gene.marking(), gene));
        }
        return genes;
    }

    private String change(SequencedMap<String, List<Gene>> lists, int trial, RandomGenerator random) {
        var there = space.lists().stream().filter(list -> lists.containsKey(list.name())).toList();
        if (there.isEmpty()) {
            return "";
        }
        var list = there.get(random.nextInt(there.size()));
        return new Structure(list, innovations, trial).change(Optional.ofNullable(lists.get(list.name())).orElseThrow(), random);
    }

    private double rate(List<Genome> genomes, int pressure, RandomGenerator random) {
        if (random.nextDouble() < WHOLE_RATE) {
            return 1;
        }
        double oneValue = 1.0 / genomes.getFirst().configuration().values().size();
        return pressure == 0 ? rules.mutationRate() : Math.min(1, Math.max(rules.mutationRate(), oneValue) * pressure);
    }

    private Configuration configuration(List<Genome> genomes, Map<String, List<Gene>> lists, double rate, RandomGenerator random) {
        var lengths = new HashMap<String, List<Gene>>();
        space.lists().stream().filter(list -> lists.containsKey(list.name())).forEach(list -> lengths.put(list.lengthName(), lists.get(list.name())));
        return space.configuration(parameter -> {
            var genes = lengths.get(parameter.name());
            if (genes != null) {
                return new Value.Int(genes.size());
            }
            var inherited = inherited(parameter, genomes, lists, random);
            return inherited.isPresent() && random.nextDouble() < rate ? Mutation.of(inherited.get(), parameter.domain(), random)
                    : inherited.orElseGet(() -> parameter.domain().at(random.nextDouble()));
        });
    }

    private Optional<Value> inherited(Parameter parameter, List<Genome> genomes, Map<String, List<Gene>> lists, RandomGenerator random) {
        var spot = spots.get(parameter.name());
        if (spot != null) {
            var genes = lists.getOrDefault(spot.list().name(), List.of());
            return spot.place() > genes.size() ? Optional.empty() : Optional.ofNullable(genes.get(spot.place() - 1).values().get(spot.column()));
        }
        int first = random.nextInt(2);
        return genomes.get(first).configuration().value(parameter.name()).or(() -> genomes.get(1 - first).configuration().value(parameter.name()));
    }

    /// The configuration with the markings of its genes; a list that no parent had has those of a founder.
    private Genome marked(Configuration configuration, SequencedMap<String, List<Gene>> lists) {
        var there = new Genome(configuration, lists).note();
        return Genome.of(space.lists(), configuration, there);
    }
}
