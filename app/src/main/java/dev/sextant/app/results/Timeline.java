package dev.sextant.app.results;

import dev.sextant.model.trial.TrialRecord;
import dev.sextant.model.trial.TrialState;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.TreeSet;

/// Which trial ran when, laid out on as few slots as the times allow: each trial takes the lowest slot that is free
/// when it starts. The latest attempt of each trial counts; results that were brought along ran nowhere.
///
/// @param bars by rising start
/// @param slots how many were busy at once at most
/// @param active for how long at least one trial ran
public record Timeline(List<Bar> bars, int slots, Duration active) {
    /// One trial on one slot.
    ///
    /// @param slot from 0
    public record Bar(int trial, TrialState state, int slot, Instant start, Instant end) {
        Duration length() {
            return Duration.between(start, end);
        }
    }

    private record Busy(int slot, Instant until) {}

    public Timeline {
        bars = List.copyOf(bars);
    }

    public static Timeline of(Results results) {
        var started = results.trials().stream().filter(t -> isShown(t))
                .sorted(Comparator.comparing((TrialRecord t) -> t.started().orElseThrow())).toList();
        var busy = new PriorityQueue<Busy>(Comparator.comparing(Busy::until));
        var free = new TreeSet<Integer>();
        var bars = new ArrayList<Bar>();
        int slots = 0;
        for (var trial : started) {
            var start = trial.started().orElseThrow();
            while (!busy.isEmpty() && !busy.peek().until.isAfter(start)) {
                free.add(busy.remove().slot);
            }
            int slot = free.isEmpty() ? slots++ : free.removeFirst();
            var end = trial.finished().orElse(results.asOf());
            var bar = new Bar(trial.trial(), trial.state(), slot, start, end.isBefore(start) ? start : end);
            busy.add(new Busy(slot, bar.end));
            bars.add(bar);
        }
        return new Timeline(bars, slots, active(bars));
    }

    private static boolean isShown(TrialRecord trial) {
        return trial.started().isPresent() && (trial.finished().isPresent() || trial.state() == TrialState.RUNNING);
    }

    private static Duration active(List<Bar> bars) {
        var active = Duration.ZERO;
        var covered = Instant.MIN;
        for (var bar : bars) {
            var from = bar.start.isAfter(covered) ? bar.start : covered;
            if (bar.end.isAfter(from)) {
                active = active.plus(Duration.between(from, bar.end));
                covered = bar.end;
            }
        }
        return active;
    }

    /// Whether no trial ever started.
    public boolean isEmpty() {
        return bars.isEmpty();
    }

    /// When the first trial started; only if there is one.
    public Instant start() {
        return bars.getFirst().start;
    }

    /// When the last trial ended; only if there is one.
    public Instant end() {
        return bars.stream().map(Bar::end).max(Comparator.naturalOrder()).orElseThrow();
    }

    /// The share of slot time in use while anything ran, in `[0, 1]`; pauses of the whole study do not count.
    public double utilisation() {
        double seconds = bars.stream().mapToDouble(b -> Load.seconds(b.length())).sum();
        double offered = Load.seconds(active) * slots;
        return offered > 0 ? Math.min(1, seconds / offered) : 0;
    }
}
