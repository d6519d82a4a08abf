package dev.sextant.strategy.neat;

import dev.sextant.model.space.ElementList;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;

/// Changes of the genes of one list: an element arises, is doubled, or is lost. Immutable.
record Structure(ElementList list, Innovations innovations, int trial) {
    private enum Change { INSERT, DOUBLE, LOSE, EXCHANGE }

    /// Changes the genes as their number allows, and says how; nothing if no change is possible.
    ///
    /// @param genes is changed
    String change(List<Gene> genes, RandomGenerator random) {
        var possible = possible(genes.size());
        if (possible.isEmpty()) {
            return "";
        }
        return switch (possible.get(random.nextInt(possible.size()))) {
            case INSERT -> insert(genes, random);
            case DOUBLE -> duplicate(genes, random);
            case LOSE -> lose(genes, random);
            case EXCHANGE -> lose(genes, random) + insert(genes, random);
        };
    }

    private List<Change> possible(int size) {
        var possible = new ArrayList<Change>();
        if (size < list.most()) {
            possible.add(Change.INSERT);
            if (size > 0) {
                possible.add(Change.DOUBLE);
            }
        }
        if (size > list.least()) {
            possible.add(Change.LOSE);
        }
        if (possible.isEmpty() && size > 1) {
            possible.add(Change.EXCHANGE);
        }
        return possible;
    }

    /// The values of a new element are drawn where they are missing.
    private String insert(List<Gene> genes, RandomGenerator random) {
        int place = random.nextInt(genes.size() + 1);
        genes.add(place, new Gene(innovations.marking(trial, list.name(), genes, place), Map.of()));
        return ", new %s %d".formatted(list.name(), place + 1);
    }

    private String duplicate(List<Gene> genes, RandomGenerator random) {
        int place = 1 + random.nextInt(genes.size());
        var twin = genes.get(place - 1);
        genes.add(place, new Gene(innovations.marking(trial, list.name(), genes, place), twin.values()));
        return ", %s %d twice".formatted(list.name(), place);
    }

    private String lose(List<Gene> genes, RandomGenerator random) {
        int place = random.nextInt(genes.size());
        genes.remove(place);
        return ", without %s %d".formatted(list.name(), place + 1);
    }
}
