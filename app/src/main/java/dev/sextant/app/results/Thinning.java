package dev.sextant.app.results;

import dev.sextant.model.trial.TrialRecord;
import dev.sextant.server.view.Evenly;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.IntStream;

/// Chooses which of many trials to show where there are more than anybody can see.
public final class Thinning {
    private Thinning() {}

    /// At most `most` trials by rising number: a quarter of them the best of each objective in turn, the rest spread
    /// evenly over the study. All of them if there are no more.
    public static List<TrialRecord> keepBest(Results results, int most) {
        var trials = results.trials();
        if (trials.size() <= most) {
            return trials;
        }
        var chosen = new TreeSet<Integer>();
        var objectives = results.spec().objectives();
        for (var objective : objectives) {
            double[] losses = trials.stream().mapToDouble(t -> results.isInfeasible(t) ? Double.MAX_VALUE : Results.value(t, objective).stream().map(objective::loss)
                    .findFirst().orElse(Double.POSITIVE_INFINITY)).toArray();
            IntStream.range(0, trials.size()).boxed().sorted(Comparator.comparingDouble(i -> losses[i]))
                    .limit(Math.max(1, most / 4 / objectives.size())).forEach(chosen::add);
        }
        int[] others = IntStream.range(0, trials.size()).filter(i -> !chosen.contains(i)).toArray();
        Evenly.spread(others.length, most - chosen.size()).forEach(i -> chosen.add(others[i]));
        return chosen.stream().map(trials::get).toList();
    }
}
