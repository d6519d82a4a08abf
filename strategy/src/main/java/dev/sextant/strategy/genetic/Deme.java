package dev.sextant.strategy.genetic;

import dev.sextant.strategy.FeasibleFirst;
import dev.sextant.strategy.demes.Fitness;
import dev.sextant.strategy.numeric.Draw;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/// One population: those who may become parents. Not thread-safe.
final class Deme {
    private final List<Member> members = new ArrayList<>();

    /// Takes a member in.
    void add(Member member) {
        members.add(member);
    }

    /// Keeps the `count` best; among equals the youngest.
    void keep(int count) {
        while (members.size() > count) {
            members.remove(worst());
        }
    }

    private int worst() {
        int worst = 0;
        for (int i = 1; i < members.size(); i++) {
            worst = members.get(i).loss() > members.get(worst).loss() ? i : worst;
        }
        return worst;
    }

    /// Starts a generation: leaves only the best, and takes in all of another deme, which is empty then.
    void inherit(Deme young) {
        Optional<Member> best = best();
        members.clear();
        best.ifPresent(members::add);
        members.addAll(young.members);
        young.members.clear();
    }

    Optional<Member> find(int trial) {
        return members.stream().filter(member -> member.trial() == trial).findFirst();
    }

    /// Lets everything that came from a trial go.
    void remove(int trial) {
        members.removeIf(member -> member.trial() == trial);
    }

    /// The best; among equals the oldest.
    Optional<Member> best() {
        return members.stream().min(Comparator.comparingDouble(Member::loss));
    }

    boolean isEmpty() {
        return members.isEmpty();
    }

    /// Two members, each drawn in proportion to its fitness; the same twice only if there is no other.
    List<Member> parents(RandomGenerator random) {
        double[] fitness = fitness();
        int first = Draw.index(fitness, random);
        if (members.size() == 1) {
            return List.of(members.get(first), members.get(first));
        }
        fitness[first] = 0;
        return List.of(members.get(first), members.get(Draw.index(fitness, random)));
    }

    /// Whoever breaks a limit is as fit as the least fit of those that do not.
    private double[] fitness() {
        double lowest = members.stream().mapToDouble(Member::loss).min().orElseThrow();
        double border = lowest < FeasibleFirst.FAR ? FeasibleFirst.FAR : Double.POSITIVE_INFINITY;
        double highest = members.stream().mapToDouble(Member::loss).filter(loss -> loss < border).max().orElseThrow();
        return members.stream().mapToDouble(member -> Fitness.of(Math.min(member.loss(), highest), lowest, highest)).toArray();
    }
}
