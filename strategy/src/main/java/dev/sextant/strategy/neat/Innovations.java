package dev.sextant.strategy.neat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What arose between which neighbours, so that the same innovation of two children gets one marking. Not thread-safe.
///
/// Memory: one entry for each place of a list in which something arose.
final class Innovations {
    /// A place between two elements; empty at an end of the list.
    private record Gap(String list, Optional<Marking> before, Optional<Marking> behind) {}

    private final Map<Gap, Marking> known = new HashMap<>();

    /// Learns what arose in a trial.
    void learn(int trial, Genome genome) {
        genome.lists().forEach((list, genes) -> {
            for (int i = 0; i < genes.size(); i++) {
                if (genes.get(i).marking().trial() == trial && trial > 0) {
                    known.putIfAbsent(new Gap(list, at(genes, i - 1), at(genes, i + 1)), genes.get(i).marking());
                }
            }
        });
    }

    /// The marking of an element that a trial inserts.
    ///
    /// @param place where it will stand, from 0
    Marking marking(int trial, String list, List<Gene> genes, int place) {
        return Optional.ofNullable(known.get(new Gap(list, at(genes, place - 1), at(genes, place))))
                .filter(marking -> genes.stream().noneMatch(gene -> gene.marking().equals(marking)))
                .orElseGet(() -> new Marking(trial, place + 1));
    }

    private static Optional<Marking> at(List<Gene> genes, int index) {
        return index < 0 || index >= genes.size() ? Optional.empty() : Optional.of(genes.get(index).marking());
    }
}
