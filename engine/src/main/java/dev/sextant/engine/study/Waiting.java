package dev.sextant.engine.study;

import dev.sextant.model.trial.Queued;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.TreeSet;

/// The queue of one study: trials that are ready, the most urgent first and of those the lowest number, and trials that
/// wait for a time to come. O(log n) a step. Not thread-safe.
final class Waiting {
    private record Later(int trial, Instant time) {}

    /// Those that are not 0.
    private final Map<Integer, Integer> priorities = new HashMap<>();
    private final TreeSet<Integer> ready =
            new TreeSet<>(Comparator.<Integer>comparingInt(this::priority).reversed().thenComparing(Comparator.naturalOrder()));
    private final PriorityQueue<Later> later =
            new PriorityQueue<>(Comparator.comparing(Later::time).thenComparingInt(Later::trial));

    void add(int trial) {
        ready.add(trial);
    }

    void add(int trial, Instant notBefore) {
        later.add(new Later(trial, notBefore));
    }

    void remove(int trial) {
        if (!ready.remove(trial)) {
            later.removeIf(l -> l.trial() == trial);
        }
    }

    /// Removes a trial that has ended, with its priority.
    void forget(int trial) {
        remove(trial);
        priorities.remove(trial);
    }

    /// Says how urgent a trial is, whether it waits now or may wait again.
    void prioritise(int trial, int priority) {
        boolean waits = ready.remove(trial);
        if (priority == 0) {
            priorities.remove(trial);
        } else {
            priorities.put(trial, priority);
        }
        if (waits) {
            ready.add(trial);
        }
    }

    int priority(int trial) {
        return priorities.getOrDefault(trial, 0);
    }

    /// The first trial that may start now.
    Optional<Integer> first(Instant now) {
        while (!later.isEmpty() && !later.element().time().isAfter(now)) {
            ready.add(later.remove().trial());
        }
        return ready.isEmpty() ? Optional.empty() : Optional.of(ready.first());
    }

    /// When the next waiting trial becomes ready; empty if none waits for a time.
    Optional<Instant> next() {
        return Optional.ofNullable(later.peek()).map(Later::time);
    }

    /// All that wait, in the order in which they would start; O(n log n).
    List<Queued> all() {
        var all = new ArrayList<Queued>();
        ready.forEach(trial -> all.add(new Queued(trial, priority(trial), Optional.empty())));
        later.stream().sorted(later.comparator())
                .forEach(l -> all.add(new Queued(l.trial(), priority(l.trial()), Optional.of(l.time()))));
        return all;
    }

    int size() {
        return ready.size() + later.size();
    }
}
