package dev.sextant.run.worker;

import dev.sextant.model.study.Keep;
import dev.sextant.model.study.Objective;
import dev.sextant.model.trial.Lease;
import dev.sextant.model.trial.Metrics;
import dev.sextant.model.trial.Outcome;
import dev.sextant.model.trial.TrialRecord;
import dev.sextant.model.trial.TrialState;
import java.util.Comparator;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.stream.IntStream;

/// Deletes the run folders of trials that the user does not want to keep, with those of all their attempts and the checkpoint,
/// once a trial has ended for good: before that the next attempt may need them.
///
/// `best:N` goes by the first objective, over all runs of the study; trials that break a limit come last. Thread-safe.
final class KeptFolders {
    private record Ended(int trial, int attempts, TrialState state, Optional<Metrics> metrics) {}

    private record Kept(Ended trial, double violation, double loss) {}

    private static final Comparator<Kept> BETTER = Comparator.comparingDouble(Kept::violation)
            .thenComparingDouble(Kept::loss).thenComparingInt(kept -> kept.trial.trial);

    private final TrialPlan plan;
    private final StudyLink link;
    private final Keep keep;
    private final PriorityQueue<Kept> best = new PriorityQueue<>(BETTER.reversed());

    KeptFolders(TrialPlan plan, StudyLink link) {
        this.plan = plan;
        this.link = link;
        keep = plan.settings().keep();
    }

    /// Looks at what earlier runs of the study left, which may have been killed before they deleted it, or have kept more.
    void tidy() {
        if (!(keep instanceof Keep.All)) {
            link.trials(this::look);
        }
    }

    /// A trial that never ran has no folder, and takes no place among the best.
    private void look(TrialRecord trial) {
        if (trial.attempt() > 0) {
            thin(new Ended(trial.trial(), trial.attempt(), trial.state(), Optional.of(trial.metrics())));
        }
    }

    /// Decides about a trial of which an attempt has ended and was told.
    void ended(Lease lease, Optional<Outcome> outcome) {
        if (!(keep instanceof Keep.All)) {
            var metrics = outcome.flatMap(told -> told instanceof Outcome.Completed(var figures) ? Optional.of(figures) : Optional.empty());
            thin(new Ended(lease.trial(), lease.attempt(), link.state(lease.trial()), metrics));
        }
    }

    private void thin(Ended trial) {
        var unwanted = switch (keep) {
            case Keep.All() -> Optional.<Ended>empty();
            case Keep.None() -> Optional.of(trial).filter(ended -> ended.state.isFinal());
            case Keep.Failed() -> Optional.of(trial).filter(ended -> ended.state == TrialState.COMPLETE);
            case Keep.Best(int count) -> Optional.of(trial).filter(ended -> ended.state == TrialState.COMPLETE)
                    .flatMap(this::kept).flatMap(kept -> displaced(kept, count));
        };
        unwanted.ifPresent(this::delete);
    }

    private Optional<Kept> kept(Ended trial) {
        Objective objective = plan.spec().objectives().getFirst();
        return trial.metrics.filter(metrics -> metrics.value(objective.metric()).isPresent()).map(metrics -> new Kept(trial,
                plan.spec().violation(metrics::value), objective.loss(metrics.value(objective.metric()).orElseThrow())));
    }

    private synchronized Optional<Ended> displaced(Kept kept, int count) {
        best.add(kept);
        return best.size() > count ? Optional.ofNullable(best.poll()).map(Kept::trial) : Optional.empty();
    }

    private void delete(Ended trial) {
        IntStream.rangeClosed(1, trial.attempts).forEach(attempt -> plan.folder(trial.trial, attempt).delete());
    }
}
