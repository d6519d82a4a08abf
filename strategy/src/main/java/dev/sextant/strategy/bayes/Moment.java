package dev.sextant.strategy.bayes;

import dev.sextant.strategy.bayes.Memories.Memory;
import dev.sextant.strategy.bayes.Results.Known;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// Results as they were once. Which of them a model keeps is found out when it is needed, or when the list of ends is about
/// to be rewritten: most moments are over before anybody asks, and sorting a long study for each of them takes longer than
/// reading it. Not thread-safe.
final class Moment {
    private final Quantity quantity;
    private final int told;
    private final List<Known> ends;
    private final List<Memory> memories;
    private final int most;
    private final int ended;
    private Optional<Kept> kept = Optional.empty();

    /// The results a model keeps, and where they stand.
    private record Kept(List<Known> rows, List<Rank> ranks) {}

    /// @param memories results of earlier studies that count then
    /// @param most so many results are kept
    Moment(Quantity quantity, Ends ends, List<Memory> memories, int most) {
        this.quantity = quantity;
        this.told = ends.told();
        this.ends = ends.list();
        this.ended = ends.count();
        this.memories = memories;
        this.most = most;
    }

    /// How many ends there were.
    int ended() {
        return ended;
    }

    List<Memory> memories() {
        return memories;
    }

    /// The results that are kept.
    List<Known> rows() {
        return settled().rows();
    }

    /// Where they stand, one for each.
    List<Rank> ranks() {
        return settled().ranks();
    }

    /// Finds out what is kept, while the ends are still those of this moment.
    void settle() {
        settled();
    }

    private Kept settled() {
        Kept found = kept.orElseGet(this::chosen);
        kept = Optional.of(found);
        return found;
    }

    private Kept chosen() {
        List<Known> then = ends.subList(0, ended);
        List<Known> rows = Arrays.stream(Selection.indices(quantity.ofChoice(told, then), most)).mapToObj(then::get).toList();
        return new Kept(rows, quantity.ofFit(told, rows));
    }
}
