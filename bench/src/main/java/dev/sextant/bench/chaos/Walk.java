package dev.sextant.bench.chaos;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// A walk over the log of a study, which keeps what it says of attempts, and notices what cannot be: a trial is leased under the
/// attempts 1, 2, 3 … in turn, each ends at most once, and after one that is complete there is no other. Not thread-safe.
final class Walk {
    private static final String LEASED = "leased";
    private static final Set<String> ENDS = Set.of("ended", "lost");

    private final Map<Attempt, Double> complete = new LinkedHashMap<>();
    private final Map<Attempt, Lease> leases = new HashMap<>();
    private final List<Entry> proposed = new ArrayList<>();
    private final Map<Integer, Integer> current = new HashMap<>();
    private final Set<Attempt> ended = new HashSet<>();
    private final Set<Integer> done = new HashSet<>();
    private final List<String> wrong = new ArrayList<>();

    /// Who was given an attempt, and when.
    record Lease(String worker, Instant at) {}

    Walk(List<String> log) {
        for (var line : log) {
            step(Entry.of(line));
        }
    }

    private void step(Entry entry) {
        if (entry.is("proposed")) {
            proposed.add(entry);
        } else if (entry.is(LEASED) || ENDS.contains(entry.event())) {
            walk(entry, entry.attempt());
        }
    }

    private void walk(Entry entry, Attempt attempt) {
        boolean leased = entry.is(LEASED);
        boolean allowed = leased ? current.merge(attempt.trial(), 1, Integer::sum) == attempt.attempt() : ended.add(attempt);
        if (!allowed || done.contains(attempt.trial())) {
            wrong.add("cannot be: " + entry.line());
        }
        if (leased) {
            leases.put(attempt, new Lease(entry.text("worker"), entry.time()));
        }
        entry.loss().ifPresent(value -> {
            complete.put(attempt, value);
            done.add(attempt.trial());
        });
    }

    /// What cannot be.
    List<String> wrong() {
        return wrong;
    }

    /// The values of complete attempts.
    Map<Attempt, Double> complete() {
        return complete;
    }

    Map<Attempt, Lease> leases() {
        return leases;
    }

    /// The proposals of some origins.
    List<Entry> proposed(Set<String> origins) {
        return proposed.stream().filter(entry -> origins.contains(entry.text("origin"))).toList();
    }
}
