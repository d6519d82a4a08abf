package dev.sextant.run.worker;

import dev.sextant.model.study.Keep;
import dev.sextant.model.study.Objective;
import dev.sextant.model.trial.Outcome;
import java.util.Comparator;
import java.util.Optional;
import java.util.PriorityQueue;

/// Deletes run folders that the user does not want to keep, once their results are safe.
///
/// `best:N` goes by the first objective, and counts the trials of this run only: folders kept by earlier runs stay.
/// Thread-safe.
final class KeptFolders {
    private record Kept(RunFolder folder, double loss) {}

    private final Keep keep;
    private final Objective objective;
    private final PriorityQueue<Kept> best = new PriorityQueue<>(Comparator.comparingDouble(Kept::loss).reversed());

    KeptFolders(Keep keep, Objective objective) {
        this.keep = keep;
        this.objective = objective;
    }

    /// Decides about the folder of an attempt that has ended.
    void ended(RunFolder folder, Optional<Outcome> outcome) {
        switch (keep) {
            case Keep.All() -> { }
            case Keep.None() -> outcome.filter(KeptFolders::isFinal).ifPresent(_ -> folder.delete());
            case Keep.Failed() -> outcome.filter(Outcome.Completed.class::isInstance).ifPresent(_ -> folder.delete());
            case Keep.Best(int count) -> outcome.flatMap(this::loss).map(loss -> new Kept(folder, loss)).flatMap(kept -> displaced(kept, count))
                    .ifPresent(kept -> kept.folder().delete());
        }
    }

    /// A trial that goes on later needs its checkpoint.
    private static boolean isFinal(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Completed _, Outcome.Failed _, Outcome.Pruned _ -> true;
            case Outcome.Paused _, Outcome.Returned _ -> false;
        };
    }

    private Optional<Double> loss(Outcome outcome) {
        return outcome instanceof Outcome.Completed(var metrics) && metrics.value(objective.metric()).isPresent()
                ? Optional.of(objective.loss(metrics.value(objective.metric()).getAsDouble())) : Optional.empty();
    }

    private synchronized Optional<Kept> displaced(Kept kept, int count) {
        best.add(kept);
        return best.size() > count ? Optional.ofNullable(best.poll()) : Optional.empty();
    }
}
