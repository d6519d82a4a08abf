package dev.sextant.engine.study;

import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.TreeSet;

/// The queue of one study: trials that are ready, lowest number first, and trials that wait for a time to come.
/// O(log n) a step. Not thread-safe.
final class Waiting {
    private record Later(int trial, Instant time) {}

    private final TreeSet<Integer> ready = new TreeSet<>();
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

    int size() {
        return ready.size() + later.size();
    }
}
