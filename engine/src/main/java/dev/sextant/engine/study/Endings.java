package dev.sextant.engine.study;

import dev.sextant.model.study.Ending;
import dev.sextant.model.study.Limit;
import dev.sextant.model.text.SpanText;
import dev.sextant.model.trial.TrialState;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Supplier;

/// Which limit of its budget a study has reached.
public final class Endings {
    private Endings() {}

    /// The first limit, in the order of the budget, for which nothing more may be started now. The limit of trials is
    /// not among them: see [#roomForTrials]; nor is that of an improvement, which takes thought: see [#improvement].
    public static Optional<Ending> reached(StudyState state, Instant now) {
        for (var limit : state.settings().budget().limits()) {
            var ending = reached(limit, state, now);
            if (ending.isPresent()) {
                return ending;
            }
        }
        return Optional.empty();
    }

    private static Optional<Ending> reached(Limit limit, StudyState state, Instant now) {
        return switch (limit) {
            case Limit.Trials _, Limit.Improvement _ -> Optional.empty();
            case Limit.Time(var span) -> when(state.runningTime(now).compareTo(span) >= 0, Ending.Kind.TIME,
                    () -> "the budget of %s is used".formatted(SpanText.of(span)));
            case Limit.Target(double value) -> when(isReached(value, state), Ending.Kind.TARGET,
                    () -> "the target of %s is reached".formatted(value));
            case Limit.Patience(int trials) -> when(state.tally().sinceImprovement() >= trials, Ending.Kind.PATIENCE,
                    () -> "%d trials without improvement".formatted(trials));
            case Limit.FailuresInRow(int count) -> when(state.tally().failuresFromTheStart() >= count, Ending.Kind.FAILURES,
                    () -> "the first %d trials failed".formatted(count));
        };
    }

    /// The ending of a study that can hardly improve, if its budget says that it should.
    ///
    /// @param possible how much better it may still get; empty if that is not known
    public static Optional<Ending> improvement(StudyState state, OptionalDouble possible) {
        return state.settings().budget().limit(Limit.Improvement.class)
                .filter(limit -> possible.isPresent() && possible.getAsDouble() < limit.below())
                .map(limit -> new Ending(Ending.Kind.IMPROVEMENT, "at most %.3g better is to be expected, which is less than %s"
                        .formatted(possible.getAsDouble(), limit.below())));
    }

    private static boolean isReached(double target, StudyState state) {
        var objective = state.spec().objectives().getFirst();
        return state.best().stream().anyMatch(t -> state.losses(t).getFirst() <= objective.loss(target));
    }

    private static Optional<Ending> when(boolean reached, Ending.Kind kind, Supplier<String> why) {
        return reached ? Optional.of(new Ending(kind, why.get())) : Optional.empty();
    }

    /// How many more trials may be under way or proposed, beyond those that have finished or are live.
    public static long roomForTrials(StudyState state) {
        return limitOfTrials(state) - state.finished() - state.liveTrials();
    }

    /// Whether a strategy may be asked: for a new trial, or for one that should go on.
    public static boolean roomForAnswers(StudyState state) {
        return roomForTrials(state) > 0 || state.standingTrials() > 0;
    }

    /// How many more of the live trials may be started.
    public static long roomForStarts(StudyState state) {
        return limitOfTrials(state) - state.finished() - state.count(TrialState.RUNNING);
    }

    private static long limitOfTrials(StudyState state) {
        return state.settings().budget().limit(Limit.Trials.class).map(l -> (long) l.count()).orElse(Long.MAX_VALUE / 2);
    }

    /// The ending of a study whose trials are used up and have all ended.
    public static Ending trialsUsed(StudyState state) {
        return new Ending(Ending.Kind.TRIALS, "the budget of %d trials is used".formatted(limitOfTrials(state)));
    }
}
