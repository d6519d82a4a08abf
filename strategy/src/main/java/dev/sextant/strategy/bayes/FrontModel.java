package dev.sextant.strategy.bayes;

import dev.sextant.strategy.bayes.Results.Known;
import dev.sextant.strategy.numeric.ExpectedVolume;
import dev.sextant.strategy.pareto.Fronts;
import dev.sextant.strategy.pareto.HypervolumeSubset;
import dev.sextant.strategy.pareto.ParetoOrder;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// What is known of several objectives: a Gaussian process for each, and the front of the results that keep all limits. Not thread-safe.
///
/// Volumes are measured from a point behind the front, by half of its range with two objectives and a tenth with more, and not before the median of
/// all results: so the ends of a front of two objectives are looked for, and a front that is a single point leaves room.
///
/// Sources: M. Emmerich, A. Deutz, J. W. Klinkenberg, Hypervolume-based expected improvement, CEC 2011; K. Yang et al., J. Global Optim. 75, 2019.
/// Differs: the front is that of the fitted means, its most spread points are taken; trials under way are believed to come out as expected.
final class FrontModel {
    /// Beyond as many objectives there are too many boxes.
    static final int MOST_OBJECTIVES = 4;
    /// Points of a front that count, by the number of objectives.
    private static final int[] MOST_POINTS = {0, 1, 60, 30, 12};
    private static final double MARGIN_OF_TWO = 0.5;
    private static final double MARGIN = 0.1;
    private static final double LEAST_MARGIN = 1e-3;

    private final List<Objective> objectives;
    private final List<Model> models;

    /// @param objectives how many, 2 to [#MOST_OBJECTIVES]
    FrontModel(Axes axes, int objectives, Work work) {
        this.objectives = IntStream.range(0, objectives).mapToObj(Objective::new).toList();
        this.models = this.objectives.stream().map(objective -> new Model(objective, new Memories(axes), work)).toList();
    }

    void tell(Results results) {
        models.forEach(model -> model.tell(results.sound()));
    }

    void settle() {
        models.forEach(Model::settle);
    }

    /// What there is to gain.
    ///
    /// @param promise empty as long as no result keeps the limits
    /// @param front   results that nothing dominates, the most spread first
    record Gain(Optional<FrontPromise> promise, List<Known> front) {}

    /// What one model makes of the results.
    ///
    /// @param median of the numbers that it explains
    private record Explained(Posterior posterior, double median) {
        double mean(Known known) {
            return posterior.roughly(known.point()).mean();
        }
    }

    /// After all results, and the pending trials as if they came out as expected.
    Gain gain(Results results, Odds odds) {
        List<Explained> explained = objectives.stream().map(objective -> explain(objective, results)).toList();
        List<Known> front = front(models.getFirst().rows(results.sound()));
        if (front.isEmpty()) {
            return new Gain(Optional.empty(), front);
        }
        Stream<Known> awaited = results.pending().stream().filter(known -> odds.bound(known.point()) >= Odds.EVEN);
        double[][] points = Stream.concat(front.stream(), awaited)
                .map(known -> explained.stream().mapToDouble(each -> each.mean(known)).toArray()).toArray(double[][]::new);
        var volume = new ExpectedVolume(spread(points), reference(Arrays.copyOf(points, front.size()), explained));
        List<Posterior> wider = explained.stream().map(each -> each.posterior().with(results.pending())).toList();
        return new Gain(Optional.of(new FrontPromise(wider, volume)), front);
    }

    private Explained explain(Objective objective, Results results) {
        Model model = models.get(objective.number());
        Posterior posterior = model.of(results.sound());
        double[] targets = objective.targets(objective.ofFit(results.sound().told(), model.rows(results.sound())));
        model.explain(posterior, targets);
        return new Explained(posterior, Arrays.stream(targets).sorted().toArray()[targets.length / 2]);
    }

    private List<Known> front(List<Known> rows) {
        List<Known> valid = rows.stream().filter(known -> !Feasibility.isBroken(known)).toList();
        double[][] losses = valid.stream().map(known -> ParetoOrder.toArray(known.losses())).toArray(double[][]::new);
        return valid.isEmpty() ? List.of() : Arrays.stream(spread(losses, Fronts.of(losses).getFirst())).mapToObj(valid::get).toList();
    }

    /// Of points on a front as many as count, the most spread first.
    private int[] spread(double[][] points, int[] front) {
        int[] picks = HypervolumeSubset.pick(Fronts.select(points, front), MOST_POINTS[objectives.size()]);
        return Arrays.stream(picks).map(pick -> front[pick]).toArray();
    }

    private double[][] spread(double[][] points) {
        return Fronts.select(points, spread(points, Fronts.of(points).getFirst()));
    }

    private static double[] reference(double[][] front, List<Explained> explained) {
        double margin = explained.size() == 2 ? MARGIN_OF_TWO : MARGIN;
        double[] reference = new double[explained.size()];
        Arrays.setAll(reference, k -> {
            double best = Arrays.stream(front).mapToDouble(point -> point[k]).min().orElseThrow();
            double worst = Arrays.stream(front).mapToDouble(point -> point[k]).max().orElseThrow();
            return Math.max(explained.get(k).median(), worst + Math.max(LEAST_MARGIN, margin * (worst - best)));
        });
        return reference;
    }
}
