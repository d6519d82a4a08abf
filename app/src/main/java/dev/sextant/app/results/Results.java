package dev.sextant.app.results;

import dev.sextant.engine.port.StudyView;
import dev.sextant.model.space.Configuration;
import dev.sextant.model.space.SearchSpace;
import dev.sextant.model.study.Objective;
import dev.sextant.model.study.StudySpec;
import dev.sextant.model.trial.TrialRecord;
import dev.sextant.model.trial.TrialState;
import dev.sextant.model.value.Value;
import dev.sextant.server.view.ValueAxis;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;

/// All trials of one study as they stood at one moment, in the space that holds now: those of earlier versions of the space
/// as they are in this one, where they fit, and otherwise without the values that are no longer allowed.
///
/// @param trials by rising number
/// @param misfits the numbers of those that do not fit the space; none of them is the best
/// @param asOf the moment; running trials are drawn up to it
public record Results(StudySpec spec, List<TrialRecord> trials, Set<Integer> misfits, Instant asOf) {
    public Results {
        trials = List.copyOf(trials);
        misfits = Collections.unmodifiableSet(new LinkedHashSet<>(misfits));
    }

    /// Trials that all fit the space.
    public Results(StudySpec spec, List<TrialRecord> trials, Instant asOf) {
        this(spec, trials, Set.of(), asOf);
    }

    /// Reads every trial of a study.
    public static Results of(StudyView view, Instant asOf) {
        var trials = new ArrayList<TrialRecord>();
        var misfits = new LinkedHashSet<Integer>();
        var space = view.spec().space();
        view.trials(trial -> {
            var fitted = space.version() == 1 ? Optional.of(trial) : space.fit(trial.configuration()).map(trial::with);
            trials.add(fitted.orElseGet(() -> trial.with(allowed(trial.configuration(), space))));
            if (fitted.isEmpty()) {
                misfits.add(trial.trial());
            }
        });
        return new Results(view.spec(), trials, misfits, asOf);
    }

    private static Configuration allowed(Configuration configuration, SearchSpace space) {
        var values = new LinkedHashMap<String, Value>();
        space.parameters().forEach(p -> configuration.value(p.name()).flatMap(p.domain()::accept).ifPresent(v -> values.put(p.name(), v)));
        return new Configuration(values);
    }

    /// Whether a trial may be the best: it fits the space and breaks no limit.
    public boolean qualifies(TrialRecord trial) {
        return !misfits.contains(trial.trial()) && !isInfeasible(trial);
    }

    /// Whether a trial is complete and breaks a limit.
    public boolean isInfeasible(TrialRecord trial) {
        return trial.state() == TrialState.COMPLETE && violation(trial) > 0;
    }

    private double violation(TrialRecord trial) {
        return spec.violation(trial.metrics()::value);
    }

    /// How many trials are complete and break a limit.
    public int infeasible() {
        return spec.limits().isEmpty() ? 0 : (int) trials.stream().filter(this::isInfeasible).count();
    }

    /// The trial that comes nearest to keeping the limits, the earliest of equals; empty if some trial keeps them or none breaks them.
    public Optional<NearMiss> nearest() {
        boolean some = trials.stream().anyMatch(t -> t.state() == TrialState.COMPLETE && qualifies(t));
        return some ? Optional.empty() : trials.stream().filter(t -> isInfeasible(t) && !misfits.contains(t.trial()))
                .min(Comparator.comparingDouble(this::violation)).map(trial -> NearMiss.of(this, trial));
    }

    /// The first objective, by which trials are ranked where one order is needed.
    public Objective first() {
        return spec.objectives().getFirst();
    }

    /// Whether there is more than one objective, and so a front instead of a best trial.
    public boolean hasSeveralObjectives() {
        return spec.objectives().size() > 1;
    }

    /// The value that counts for an objective; empty unless the trial is complete.
    public static OptionalDouble value(TrialRecord trial, Objective objective) {
        return trial.state() == TrialState.COMPLETE ? trial.metrics().value(objective.metric()) : OptionalDouble.empty();
    }

    /// The trial that qualifies and has the best value of an objective, the earliest of equals.
    public Optional<TrialRecord> best(Objective objective) {
        Optional<TrialRecord> best = Optional.empty();
        double least = Double.POSITIVE_INFINITY;
        for (var trial : trials) {
            var value = value(trial, objective);
            if (value.isPresent() && qualifies(trial) && objective.loss(value.getAsDouble()) < least) {
                least = objective.loss(value.getAsDouble());
                best = Optional.of(trial);
            }
        }
        return best;
    }

    /// The axis on which the values of an objective are drawn.
    public ValueAxis axis(Objective objective) {
        return ValueAxis.of(trials.stream().flatMapToDouble(t -> value(t, objective).stream()).toArray(), objective);
    }

    /// How many trials are in each state that occurs, in the order of the states.
    public Map<TrialState, Integer> counts() {
        var counts = new EnumMap<TrialState, Integer>(TrialState.class);
        trials.forEach(trial -> counts.merge(trial.state(), 1, Integer::sum));
        return counts;
    }
}
