package dev.sextant.strategy.neat;

import dev.sextant.strategy.numeric.Draw;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/// Those who may become parents, in species. Not thread-safe.
///
/// Fitness is by rank: 1 for the best, 1/n for the worst of n. It is shared: an individual's counts divided by the size of its
/// species, so that a new way to be built is not crowded out by a good old one before it had time (section 3.3 of the source
/// of [Neat]). Differs: species are found anew from the best individual on, not kept by representatives of old generations,
/// as there are none.
final class Population {
    private static final double SURVIVAL = 0.25;

    private final int capacity;
    private final double difference;
    private final List<Member> members = new ArrayList<>();

    Population(Rules rules) {
        this.capacity = rules.population();
        this.difference = rules.difference();
    }

    boolean isEmpty() {
        return members.isEmpty();
    }

    Optional<Member> find(int trial) {
        return members.stream().filter(member -> member.trial() == trial).findFirst();
    }

    void remove(int trial) {
        members.removeIf(member -> member.trial() == trial);
    }

    /// Takes a member in; if there are too many then, one with the least shared fitness goes, but never the best.
    void add(Member member) {
        members.add(member);
        members.sort(Comparator.comparingDouble(Member::loss).thenComparingInt(Member::trial));
        if (members.size() > capacity) {
            members.remove(weakest());
        }
    }

    private Member weakest() {
        var weakest = members.getLast();
        double least = Double.POSITIVE_INFINITY;
        for (var one : species()) {
            var last = one.getLast();
            double shared = fitness(last) / one.size();
            if (shared < least && last.trial() != members.getFirst().trial()) {
                least = shared;
                weakest = last;
            }
        }
        return weakest;
    }

    private double fitness(Member member) {
        return (double) (members.size() - members.indexOf(member)) / members.size();
    }

    /// The species, that of the best first, and in each the best first: whoever is built unlike the best of all species before
    /// founds one. O(members · species).
    List<List<Member>> species() {
        var species = new ArrayList<List<Member>>();
        for (var member : members) {
            var kin = species.stream().filter(one -> one.getFirst().genome().distance(member.genome()) < difference).findFirst();
            kin.ifPresentOrElse(one -> one.add(member), () -> species.add(new ArrayList<>(List.of(member))));
        }
        return species;
    }

    /// Two parents of one species, the fitter first; the same twice if the species has no other. Species are drawn by their
    /// mean fitness, parents evenly from its best quarter, but at least two.
    List<Member> parents(RandomGenerator random) {
        var species = species();
        double[] means = species.stream().mapToDouble(one -> one.stream().mapToDouble(this::fitness).average().orElseThrow()).toArray();
        var kin = species.get(Draw.index(means, random));
        int surviving = Math.max(Math.min(2, kin.size()), (int) Math.ceil(SURVIVAL * kin.size()));
        int first = random.nextInt(surviving);
        int second = surviving == 1 ? first : (first + 1 + random.nextInt(surviving - 1)) % surviving;
        return List.of(kin.get(Math.min(first, second)), kin.get(Math.max(first, second)));
    }
}
