package dev.sextant.strategy.neat;

import dev.sextant.model.space.Configuration;
import dev.sextant.model.space.ElementList;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// A configuration whose lists are genes with markings.
///
/// @param lists the genes of each list of the space, by its name; none of a list that does not exist there
record Genome(Configuration configuration, SequencedMap<String, List<Gene>> lists) {
    /// The configuration of a trial.
    ///
    /// @param note [#note] of its proposal; lists of which it tells nothing have the markings of founders
    static Genome of(List<ElementList> lists, Configuration configuration, String note) {
        var told = note.isEmpty() ? List.<String>of() : List.of(note.split(" "));
        var genes = new LinkedHashMap<String, List<Gene>>();
        for (ElementList list : lists) {
            var marked = told.stream().filter(t -> t.startsWith(list.name() + "=")).findFirst()
                    .map(t -> markings(t.substring(list.name().length() + 1))).orElse(List.of());
            list.elements(configuration.values()).ifPresent(elements -> genes.put(list.name(),
                    IntStream.range(0, elements.size()).mapToObj(i -> new Gene(
                            marked.size() == elements.size() ? marked.get(i) : Marking.founder(i + 1), elements.get(i))).toList()));
        }
        return new Genome(configuration, genes);
    }

    private static List<Marking> markings(String text) {
        return Stream.of(text.split(",")).map(Marking::of).flatMap(Optional::stream).distinct().toList();
    }

    /// What the proposal has to remember: `layer=0.1,17.2,0.2`.
    String note() {
        return lists.entrySet().stream().map(list -> list.getKey() + "=" + list.getValue().stream()
                .map(gene -> gene.marking().text()).collect(Collectors.joining(","))).collect(Collectors.joining(" "));
    }

    /// The genes of a list; empty if it does not exist here.
    List<Gene> genes(String list) {
        return lists.getOrDefault(list, List.of());
    }

    /// How different another one is built, from 0 to 1: the share of genes that only one of them has, of those of the longer
    /// list, over all lists; without lists the share of parameters that are active in only one of them.
    double distance(Genome other) {
        var names = new ArrayList<>(lists.keySet());
        other.lists.keySet().stream().filter(name -> !lists.containsKey(name)).forEach(names::add);
        return names.isEmpty() ? inactive(other)
                : names.stream().mapToDouble(name -> unmatched(genes(name), other.genes(name))).average().orElse(0);
    }

    private double inactive(Genome other) {
        var mine = configuration.values().keySet();
        var theirs = other.configuration.values().keySet();
        long common = mine.stream().filter(theirs::contains).count();
        return 1 - (double) common / Math.max(mine.size(), theirs.size());
    }

    private static double unmatched(List<Gene> mine, List<Gene> theirs) {
        var markings = theirs.stream().map(Gene::marking).collect(Collectors.toSet());
        long common = mine.stream().filter(gene -> markings.contains(gene.marking())).count();
        return mine.isEmpty() && theirs.isEmpty() ? 0 : 1 - (double) common / Math.max(mine.size(), theirs.size());
    }
}
