package dev.sextant.app.results;

import dev.sextant.model.study.Objective;
import dev.sextant.server.view.Evenly;
import java.util.ArrayList;
import java.util.List;

/// The trials that were better than every trial with a smaller number, in the order of their numbers; those that break a limit do not count.
///
/// Going by number and not by finishing time keeps the line the same for the same results.
public record BestSoFar(List<Step> steps) {
    /// A trial that set a new best value.
    public record Step(int trial, double value) {}

    public BestSoFar {
        steps = List.copyOf(steps);
    }

    /// The improvements of one objective.
    public static BestSoFar of(Results results, Objective objective) {
        var steps = new ArrayList<Step>();
        double least = Double.POSITIVE_INFINITY;
        for (var trial : results.trials()) {
            var value = Results.value(trial, objective);
            if (value.isPresent() && !results.isInfeasible(trial) && objective.loss(value.getAsDouble()) < least) {
                least = objective.loss(value.getAsDouble());
                steps.add(new Step(trial.trial(), value.getAsDouble()));
            }
        }
        return new BestSoFar(steps);
    }

    /// At most about `most` of the steps, the first and the last always among them.
    public List<Step> atMost(int most) {
        if (steps.size() <= most) {
            return steps;
        }
        return Evenly.spread(steps.size(), most).mapToObj(steps::get).toList();
    }
}
