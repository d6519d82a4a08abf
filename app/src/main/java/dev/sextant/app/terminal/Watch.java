package dev.sextant.app.terminal;

import dev.sextant.model.event.Logged;
import dev.sextant.model.event.StudyEvent;
import dev.sextant.model.space.Configuration;
import dev.sextant.model.study.Limit;
import dev.sextant.model.study.Objective;
import dev.sextant.model.study.Settings;
import dev.sextant.model.study.StudySpec;
import dev.sextant.model.trial.Metrics;
import dev.sextant.model.trial.Outcome;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/// Follows the log of a study and knows at any moment what to show. Remembers trials only while they are pending.
///
/// With several objectives the leader is the best in the first of them. Not thread-safe.
public final class Watch {
    private static final int MOST_POINTS = 512;
    private static final int MOST_FAILURES = 3;

    /// @param standing whether it was run in part and is paused
    /// @param timed whether it counts among the trials whose time is known
    private record Pending(Configuration configuration, Optional<Instant> started, boolean standing, boolean timed) {
        Pending started(Optional<Instant> at) {
            return new Pending(configuration, at, false, timed);
        }
    }

    private static Pending queued(Configuration configuration) {
        return new Pending(configuration, Optional.empty(), false, false);
    }

    private final StudySpec spec;
    private final Objective objective;
    private final int slots;
    private final Map<Integer, Pending> pending = new HashMap<>();
    private final Set<Integer> shelved = new HashSet<>();
    private final List<Double> best = new ArrayList<>();
    private final Deque<Failure> failures = new ArrayDeque<>();
    private final Set<Integer> misfits = new HashSet<>();
    private int version = 1;
    private Settings settings = Settings.STANDARD;
    private Optional<Leader> leader = Optional.empty();
    private int complete;
    private int infeasible;
    private int failed;
    private int pruned;
    private int running;
    private int standing;
    private boolean paused;
    private int timed;
    private Duration busy = Duration.ZERO;
    private Duration ranBefore = Duration.ZERO;
    private Optional<Instant> opened = Optional.empty();
    private Instant last = Instant.EPOCH;

    /// A watch at the beginning of a log.
    ///
    /// @param slots how many trials run at once
    public Watch(StudySpec spec, int slots) {
        this.spec = spec;
        this.objective = spec.objectives().getFirst();
        this.slots = slots;
    }

    /// Takes the next event.
    public void take(Logged logged) {
        switch (logged.event()) {
            case StudyEvent.Created(var made, var first) -> begin(made, first);
            case StudyEvent.Evolved(var evolved, var now) -> begin(evolved, now);
            case StudyEvent.Changed changed -> settings = changed.settings();
            case StudyEvent.Remembered _ -> {}
            case StudyEvent.Opened _ -> opened = Optional.of(logged.at());
            case StudyEvent.Closed _ -> close(logged.at());
            case StudyEvent.Abandoned _ -> close(last);
            case StudyEvent.StudyPaused _ -> paused = true;
            case StudyEvent.StudyResumed _ -> paused = false;
            case StudyEvent.OfTrial event -> take(event, logged.at());
        }
        last = logged.at();
    }

    private void begin(StudySpec study, Settings now) {
        version = study.space().version();
        settings = now;
    }

    private void close(Instant at) {
        opened.ifPresent(from -> ranBefore = ranBefore.plus(Duration.between(from, at)));
        opened = Optional.empty();
    }

    private void take(StudyEvent.OfTrial event, Instant at) {
        switch (event) {
            case StudyEvent.Proposed p -> propose(p);
            case StudyEvent.Requeued r -> requeue(r);
            case StudyEvent.Leased l -> {
                running++;
                pending.computeIfPresent(l.trial(), (_, p) -> p.started(Optional.of(at)));
            }
            case StudyEvent.Ended e -> end(e, at);
            case StudyEvent.Lost l -> stopped(l.trial(), !l.again());
            case StudyEvent.PutAside p -> stopped(p.trial(), false);
            case StudyEvent.Cancelled c -> stopped(c.trial(), true);
            case StudyEvent.Measured _, StudyEvent.Prioritised _, StudyEvent.Noted _ -> {}
        }
    }

    /// A trial of an earlier version of the space leads only if it fits the one that holds now.
    private void propose(StudyEvent.Proposed event) {
        var fitted = version < spec.space().version() ? spec.space().fit(event.configuration()) : Optional.of(event.configuration());
        if (fitted.isEmpty()) {
            misfits.add(event.trial());
        }
        pending.put(event.trial(), queued(fitted.orElse(event.configuration())));
    }

    private void requeue(StudyEvent.Requeued event) {
        var was = pending.get(event.trial());
        if (was == null) {
            failures.stream().filter(f -> f.trial() == event.trial()).findFirst().ifPresent(_ -> failed--);
            failures.removeIf(f -> f.trial() == event.trial());
            pruned -= shelved.remove(event.trial()) ? 1 : 0;
        } else if (was.standing()) {
            standing--;
        }
        pending.put(event.trial(), was == null ? queued(event.configuration()) : was.started(Optional.empty()));
    }

    private void stopped(int trial, boolean forGood) {
        var was = pending.get(trial);
        if (was != null && was.started().isPresent()) {
            running--;
            pending.put(trial, was.started(Optional.empty()));
        }
        if (forGood) {
            standing -= was != null && was.standing() ? 1 : 0;
            pending.remove(trial);
        }
    }

    private void end(StudyEvent.Ended event, Instant at) {
        var was = Optional.ofNullable(pending.get(event.trial()));
        boolean finished = isFinished(event.outcome());
        was.filter(_ -> finished).ifPresent(p -> time(p, at));
        boolean forGood = finished && event.again().isEmpty();
        switch (event.outcome()) {
            case Outcome.Completed(Metrics metrics) -> {
                complete++;
                boolean keepsLimits = spec.violation(metrics::value) == 0;
                infeasible += keepsLimits ? 0 : 1;
                was.filter(_ -> keepsLimits && !misfits.contains(event.trial())).ifPresent(p -> lead(event.trial(), metrics, p.configuration()));
            }
            case Outcome.Failed(String reason, String lastLines) -> {
                failed += forGood ? 1 : 0;
                remember(Failure.of(event.trial(), forGood ? reason : reason + " (will be tried again)", lastLines));
            }
            case Outcome.Pruned _ -> {
                pruned++;
                was.filter(Pending::standing).ifPresent(_ -> shelved.add(event.trial()));
            }
            case Outcome.Paused _, Outcome.Returned _ -> {}
        }
        stopped(event.trial(), forGood && !isPartial(event.outcome()));
        if (isPartial(event.outcome())) {
            standing++;
            pending.computeIfPresent(event.trial(), (_, p) -> new Pending(p.configuration(), Optional.empty(), true, true));
        }
    }

    private void time(Pending trial, Instant end) {
        trial.started().ifPresent(from -> {
            busy = busy.plus(Duration.between(from, end));
            timed += trial.timed() ? 0 : 1;
        });
    }

    /// Whether a trial was run in part and brought a figure.
    private static boolean isPartial(Outcome outcome) {
        return outcome instanceof Outcome.Paused(Metrics metrics) && !metrics.values().isEmpty();
    }

    /// Whether an attempt ran to its end; how long one ran that was broken off says nothing of the others.
    private static boolean isFinished(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Completed _, Outcome.Failed _, Outcome.Pruned _ -> true;
            case Outcome.Paused _ -> isPartial(outcome);
            case Outcome.Returned _ -> false;
        };
    }

    private void remember(Failure failure) {
        failures.addLast(failure);
        if (failures.size() > MOST_FAILURES) {
            failures.removeFirst();
        }
    }

    private void lead(int trial, Metrics metrics, Configuration configuration) {
        double value = metrics.value(objective.metric()).orElseThrow();
        if (leader.isEmpty() || objective.loss(value) < objective.loss(leader.get().value())) {
            leader = Optional.of(new Leader(trial, value, configuration));
        }
        best.add(leader.get().value());
        if (best.size() > MOST_POINTS) {
            for (int i = best.size() - 2; i > 0; i -= 2) {
                best.remove(i);
            }
        }
    }

    Snapshot at(Instant now) {
        var limit = settings.budget().limit(Limit.Trials.class).map(Limit.Trials::count);
        var ran = ranBefore.plus(opened.map(from -> Duration.between(from, now)).orElse(Duration.ZERO));
        return new Snapshot(spec.name(), objective.metric(), complete, infeasible, failed, pruned, running, standing, paused,
                limit.map(OptionalInt::of).orElse(OptionalInt.empty()), ran, left(limit, ran), leader,
                List.copyOf(best), List.copyOf(failures));
    }

    /// What the trials that are left will take if they take as long as those before, on all slots; never more than the
    /// budget of time that is left.
    private Optional<Duration> left(Optional<Integer> limit, Duration ran) {
        var byTime = settings.budget().limit(Limit.Time.class).map(l -> l.span().minus(ran)).filter(d -> !d.isNegative());
        var byTrials = limit.filter(_ -> timed > 0).map(count -> {
            double trials = Math.max(0, count - complete - failed - pruned - standing - running / 2.0);
            double each = busy.toMillis() / (double) timed;
            return Duration.ofMillis(Math.round(each * trials / Math.max(1, slots)));
        });
        return byTrials.map(d -> byTime.filter(t -> t.compareTo(d) < 0).orElse(d)).or(() -> byTime);
    }
}
