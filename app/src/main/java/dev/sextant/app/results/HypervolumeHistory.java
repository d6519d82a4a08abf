package dev.sextant.app.results;

import dev.sextant.model.study.Objective;
import dev.sextant.model.trial.TrialRecord;
import dev.sextant.server.view.Candidate;
import dev.sextant.server.view.Evenly;
import dev.sextant.strategy.numeric.Hypervolume;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// How much the front of a study has come to dominate, trial by trial.
///
/// The volume is a share of the box between the best value of each objective and the reference point, so it has no unit and lies in
/// `[0, 1]`. The reference is, for each objective, a tenth of the front's range beyond the worst value on the final front, or the
/// median of all complete trials where that is worse; it is fixed after the fact, so histories of two studies are comparable
/// only if their references agree.
///
/// Going by number and not by finishing time keeps the line the same for the same results. Exact up to [#MOST] improvements, or
/// [#MOST_OF_MANY] with four objectives and more; of longer histories an even share counts, which makes the line a lower bound.
///
/// @param reference one value an objective, as the user reads it
/// @param steps     the trials that raised it
/// @param exact     whether every improvement counted
public record HypervolumeHistory(List<Double> reference, List<BestSoFar.Step> steps, boolean exact) {
    private static final double MARGIN = 0.1;
    static final int MOST = 2000;
    static final int MOST_OF_MANY = 150;

    public HypervolumeHistory {
        reference = List.copyOf(reference);
        steps = List.copyOf(steps);
    }

    /// The history of a study with several objectives.
    public static HypervolumeHistory of(Results results) {
        var objectives = results.spec().objectives();
        var complete = results.trials().stream().filter(t -> !results.isInfeasible(t)).filter(t -> objectives.stream().allMatch(o -> Results.value(t, o).isPresent())).toList();
        if (complete.isEmpty()) {
            return new HypervolumeHistory(List.of(), List.of(), true);
        }
        var front = Front.of(results).trials();
        double[] reference = new double[objectives.size()];
        Arrays.setAll(reference, i -> reference(losses(front, objectives.get(i)), losses(complete, objectives.get(i))));
        var improvements = improvements(complete, objectives);
        int most = objectives.size() < 4 ? MOST : MOST_OF_MANY;
        var counted = improvements.size() <= most ? improvements : Evenly.spread(improvements.size(), most).mapToObj(improvements::get).toList();
        var values = new ArrayList<Double>();
        for (int i = 0; i < reference.length; i++) {
            values.add(objectives.get(i).value(reference[i]));
        }
        return new HypervolumeHistory(values, steps(counted, new Box(objectives, front, reference)), counted.size() == improvements.size());
    }

    /// Ascending.
    private static double[] losses(List<TrialRecord> trials, Objective objective) {
        return trials.stream().mapToDouble(t -> objective.loss(Results.value(t, objective).orElseThrow())).sorted().toArray();
    }

    /// @param front ascending, as are `all`
    private static double reference(double[] front, double[] all) {
        double worst = front[front.length - 1];
        double beyond = Math.min(Double.MAX_VALUE, worst + MARGIN * (worst - front[0]));
        return Math.max(Double.isNaN(beyond) ? worst : beyond, all[all.length / 2]);
    }

    /// The trials that no earlier one dominates or equals.
    private static List<TrialRecord> improvements(List<TrialRecord> complete, List<Objective> objectives) {
        var improvements = new ArrayList<TrialRecord>();
        var front = new ArrayList<Candidate<TrialRecord>>();
        for (var trial : complete) {
            var candidate = Front.candidate(trial, objectives);
            if (front.stream().noneMatch(member -> member.dominates(candidate) || member.compareTo(candidate) == 0)) {
                front.removeIf(candidate::dominates);
                front.add(candidate);
                improvements.add(trial);
            }
        }
        return improvements;
    }

    private static List<BestSoFar.Step> steps(List<TrialRecord> improvements, Box box) {
        var steps = new ArrayList<BestSoFar.Step>();
        var points = new ArrayList<double[]>();
        double volume = 0;
        for (var trial : improvements) {
            double[] point = box.place(trial);
            double gain = Hypervolume.gain(point, points.toArray(double[][]::new), box.corner());
            points.add(point);
            if (gain > 0) {
                volume += gain;
                steps.add(new BestSoFar.Step(trial.trial(), Math.min(1, volume)));
            }
        }
        return steps;
    }

    /// The box between the best values and the reference, scaled to sides of 1.
    private static final class Box {
        private final List<Objective> objectives;
        private final double[] best;
        private final double[] reference;

        Box(List<Objective> objectives, List<TrialRecord> front, double[] reference) {
            this.objectives = objectives;
            this.reference = reference;
            this.best = objectives.stream().mapToDouble(o -> losses(front, o)[0]).toArray();
        }

        double[] corner() {
            double[] corner = new double[reference.length];
            Arrays.fill(corner, 1);
            return corner;
        }

        /// 0 at the best value, 1 at the reference; an objective in which the two agree is 0 up to there and 2 beyond. Halves
        /// keep differences of the largest numbers finite.
        double[] place(TrialRecord trial) {
            double[] place = new double[reference.length];
            for (int i = 0; i < place.length; i++) {
                double loss = objectives.get(i).loss(Results.value(trial, objectives.get(i)).orElseThrow());
                double width = reference[i] / 2 - best[i] / 2;
                place[i] = width > 0 ? (loss / 2 - best[i] / 2) / width : loss <= reference[i] ? 0 : 2;
            }
            return place;
        }
    }

    /// At most about `most` of the steps, the first and the last always among them.
    public List<BestSoFar.Step> atMost(int most) {
        return new BestSoFar(steps).atMost(most);
    }

    /// The reference for people: `accuracy 0.91, latency 12`.
    public String referenceText(List<Objective> objectives) {
        var words = new ArrayList<String>();
        for (int i = 0; i < reference.size(); i++) {
            words.add(objectives.get(i).metric() + " " + Figures.number(reference.get(i)));
        }
        return String.join(", ", words);
    }
}
