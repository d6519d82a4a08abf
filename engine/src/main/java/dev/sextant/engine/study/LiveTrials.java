package dev.sextant.engine.study;

import dev.sextant.model.trial.Lease;
import dev.sextant.model.trial.Tie;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// The trials that have not ended, by number and by who runs them. Not thread-safe.
///
/// A step takes O(log n) for n trials of one worker; thousands of workers that are heard every few seconds make no
/// difference to one another.
final class LiveTrials {
    private final Map<Integer, Live> byNumber = new HashMap<>();
    private final Map<String, NavigableSet<Integer>> byWorker = new HashMap<>();

    /// Takes a trial in place of what there was of its number.
    void put(Live trial) {
        forget(byNumber.put(trial.trial(), trial));
        trial.holder().ifPresent(h -> byWorker.computeIfAbsent(h.worker(), _ -> new TreeSet<>()).add(trial.trial()));
    }

    void remove(int trial) {
        forget(byNumber.remove(trial));
    }

    private void forget(@Nullable Live before) {
        if (before != null) {
            before.holder().ifPresent(h -> byWorker.computeIfPresent(h.worker(), (_, trials) -> {
                trials.remove(before.trial());
                return trials.isEmpty() ? null : trials;
            }));
        }
    }

    Optional<Live> find(int trial) {
        return Optional.ofNullable(byNumber.get(trial));
    }

    /// @throws IllegalStateException if the trial has ended
    Live get(int trial) {
        return find(trial).orElseThrow(() -> new IllegalStateException("Trial %d has ended.".formatted(trial)));
    }

    /// Leases of one worker, lowest trial first.
    List<Lease> leasesOf(String worker) {
        return byWorker.getOrDefault(worker, new TreeSet<>()).stream().map(this::get).map(Live::lease).toList();
    }

    /// Leases that are tied to something, lowest trial first. O(n log n) for all n.
    List<Lease> leasesTiedTo(Tie tie) {
        return tiedTo(tie).stream().map(Live::lease).sorted(Comparator.comparingInt(Lease::trial)).toList();
    }

    /// The workers whose leases are tied to something. O(n) for all n.
    Set<String> holders(Tie tie) {
        return tiedTo(tie).stream().flatMap(l -> l.holder().stream()).map(Live.Holder::worker).collect(Collectors.toSet());
    }

    private Collection<Live> tiedTo(Tie tie) {
        return byNumber.values().stream().filter(l -> l.holder().filter(h -> h.tie() == tie).isPresent()).toList();
    }
}
