package dev.sextant.server.view;

import dev.sextant.model.event.Logged;
import dev.sextant.model.event.StudyEvent;
import dev.sextant.model.trial.Outcome;
import dev.sextant.model.trial.Tie;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/// The recent attempts of a study by worker and slot, and what happened to the study meanwhile: enough to say when each
/// slot was busy, and why it was not. Keeps the last [#MOST] attempts. Not thread-safe.
///
/// The log names workers, not slots: an attempt takes the lowest slot of its worker that is free.
final class AttemptLog {
    static final int MOST = 20_000;

    /// What happened to the study, or to a trial that waits.
    ///
    /// @param trial the one concerned, -1 for all
    record Moment(double at, Kind kind, int trial, String why) {
        /// What kind of thing it was.
        enum Kind { PAUSED, RESUMED, OPENED, CLOSED, ABANDONED, PROPOSED, REQUEUED, RETRIED, ENDED, LOST }
    }

    private final ArrayDeque<Attempt> over = new ArrayDeque<>();
    private final Map<Integer, Attempt> running = new TreeMap<>();
    private final Map<String, TreeSet<Integer>> free = new HashMap<>();
    private final Map<String, Integer> lanes = new TreeMap<>();
    private final ArrayDeque<Moment> moments = new ArrayDeque<>();
    private double openedAt = Double.NaN;
    private double lastAt = Double.NaN;
    private double ran;

    /// Takes the next event of the log.
    void take(Logged logged) {
        double at = (double) logged.at().toEpochMilli();
        count(logged.event(), at);
        switch (logged.event()) {
            case StudyEvent.Leased leased -> begin(leased, at);
            case StudyEvent.Ended ended -> {
                end(ended.trial(), at, word(ended.outcome()));
                note(at, ended.again().isPresent() ? Moment.Kind.RETRIED : Moment.Kind.ENDED, ended.trial(), "");
            }
            case StudyEvent.Lost lost -> {
                end(lost.trial(), at, "lost");
                note(at, Moment.Kind.LOST, lost.trial(), lost.why());
            }
            case StudyEvent.PutAside aside -> end(aside.trial(), at, "stopped");
            case StudyEvent.Cancelled cancelled -> end(cancelled.trial(), at, "stopped");
            case StudyEvent.Proposed proposed -> note(at, Moment.Kind.PROPOSED, proposed.trial(), "");
            case StudyEvent.Requeued requeued -> note(at, Moment.Kind.REQUEUED, requeued.trial(), requeued.why());
            case StudyEvent.StudyPaused _ -> note(at, Moment.Kind.PAUSED, -1, "");
            case StudyEvent.StudyResumed _ -> note(at, Moment.Kind.RESUMED, -1, "");
            case StudyEvent.Opened opened -> note(at, Moment.Kind.OPENED, -1, opened.holder());
            case StudyEvent.Closed closed -> note(at, Moment.Kind.CLOSED, -1, closed.why());
            case StudyEvent.Abandoned abandoned -> note(at, Moment.Kind.ABANDONED, -1, abandoned.why());
            case StudyEvent.Measured _, StudyEvent.Prioritised _, StudyEvent.Noted _, StudyEvent.Created _, StudyEvent.Evolved _, StudyEvent.Remembered _, StudyEvent.Changed _ -> {}
        }
    }

    private void count(StudyEvent event, double at) {
        boolean ends = event instanceof StudyEvent.Closed;
        if (ends || event instanceof StudyEvent.Opened || event instanceof StudyEvent.Abandoned) {
            ran += Double.isNaN(openedAt) ? 0 : (ends ? at : lastAt) - openedAt;
            openedAt = event instanceof StudyEvent.Opened ? at : Double.NaN;
        }
        lastAt = at;
    }

    /// For how long processes ran the study, as far as the events reach that were taken, in milliseconds.
    double ran() {
        return ran + (Double.isNaN(openedAt) ? 0 : lastAt - openedAt);
    }

    /// When the last thing happened, in milliseconds of UTC; NaN if nothing did.
    double lastAt() {
        return lastAt;
    }

    private static String word(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Completed _ -> "complete";
            case Outcome.Failed _ -> "failed";
            case Outcome.Pruned _ -> "pruned";
            case Outcome.Paused _ -> "paused";
            case Outcome.Returned _ -> "stopped";
        };
    }

    private void begin(StudyEvent.Leased leased, double at) {
        var worker = worker(leased);
        end(leased.trial(), at, "stopped");
        var idle = free.computeIfAbsent(worker, _ -> new TreeSet<>());
        int lane = idle.isEmpty() ? lanes.merge(worker, 1, Integer::sum) - 1 : idle.removeFirst();
        running.put(leased.trial(), new Attempt(leased.trial(), leased.attempt(), worker, lane, at, Double.NaN, ""));
    }

    /// Attempts tied to a process are those of whoever runs the study, and only one does at a time: the next process on
    /// the same machine goes on with the same slots.
    private static String worker(StudyEvent.Leased leased) {
        int process = leased.worker().lastIndexOf(':');
        return leased.tie() == Tie.PROCESS && process > 0 ? leased.worker().substring(0, process) : leased.worker();
    }

    private void end(int trial, double at, String how) {
        var attempt = running.remove(trial);
        if (attempt != null) {
            free.getOrDefault(attempt.worker(), new TreeSet<>()).add(attempt.lane());
            over.add(attempt.ended(at, how));
            if (over.size() > MOST) {
                over.removeFirst();
            }
        }
    }

    private void note(double at, Moment.Kind kind, int trial, String why) {
        moments.add(new Moment(at, kind, trial, why));
        if (moments.size() > 4 * MOST) {
            moments.removeFirst();
        }
    }

    /// Those that ended, in the order in which they did, then those that run.
    List<Attempt> attempts() {
        var all = new ArrayList<>(over);
        all.addAll(running.values());
        return all;
    }

    /// How many slots each worker was seen to use at once.
    Map<String, Integer> lanes() {
        return new TreeMap<>(lanes);
    }

    /// Oldest first.
    List<Moment> moments() {
        return new ArrayList<>(moments);
    }
}
