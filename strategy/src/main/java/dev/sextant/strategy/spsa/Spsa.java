package dev.sextant.strategy.spsa;

import dev.sextant.model.space.Configuration;
import dev.sextant.model.trial.Origin;
import dev.sextant.strategy.Answer;
import dev.sextant.strategy.Observation;
import dev.sextant.strategy.Problem;
import dev.sextant.strategy.Request;
import dev.sextant.strategy.Strategy;
import dev.sextant.strategy.StrategyFactory;
import dev.sextant.strategy.cube.Cube;
import dev.sextant.strategy.cube.Hidden;
import dev.sextant.strategy.search.Untried;
import dev.sextant.strategy.settings.Knobs;
import dev.sextant.strategy.settings.OneObjective;
import dev.sextant.strategy.spsa.Label.Side;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.random.RandomGenerator;

/// Simultaneous perturbation stochastic approximation: two trials on both sides of a centre, apart along all parameters at once, tell
/// a direction in which the centre moves.
///
/// Nobody waits: any number of pairs may be open, and each moves the centre when both of its trials have ended. Every
/// [#LOOK]th pair is followed by a trial of the centre itself. It begins at the defaults. What others proposed becomes the centre
/// if it is better than all results so far. Choices count as ordered by their list; discrete values are at least one cell apart.
///
/// Source: J. C. Spall, IEEE Trans. Automatic Control 37(3) (1992) 332-341; for gains see [Descent]. Cost of an ask: O(parameters).
public final class Spsa implements Strategy {
    private static final int LOOK = 4;
    private static final int ATTEMPTS = 100;
    private static final double WIDER = 1.1;

    private final Cube cube;
    private final Untried untried;
    private final Descent descent;
    private final Map<Integer, Awaited> awaited = new HashMap<>();
    /// Where trials that ended without a full result were, which may still be repeated.
    private final Map<Integer, double[]> unfinished = new HashMap<>();
    private final TreeMap<Integer, Pair> pairs = new TreeMap<>();
    private int begun;
    private int looked;
    private double best = Double.POSITIVE_INFINITY;

    /// A trial without a result.
    private static final class Awaited {
        private final Label label;
        private final double[] point;

        Awaited(Label label, double[] point) {
            this.label = label;
            this.point = point;
        }
    }

    Spsa(Problem problem, double step, double perturbation) {
        this.cube = new Cube(problem.space());
        this.untried = new Untried(problem.space());
        this.descent = new Descent(cube.start(), step, perturbation);
    }

    @Override
    public Answer ask(Request request) {
        Optional<Map.Entry<Integer, Pair>> half = pairs.entrySet().stream().filter(pair -> pair.getValue().isHalf()).findFirst();
        Side side = half.isPresent() ? Side.MINUS : begun / LOOK > looked ? Side.CENTRE : Side.PLUS;
        int number = half.map(Map.Entry::getKey).orElse(begun);
        double widen = 1;
        for (int attempt = 0; attempt < ATTEMPTS && cube.width() > 0; attempt++) {
            double[] point = attempt == 0 && side != Side.PLUS
                    ? half.map(pair -> pair.getValue().opposite()).orElseGet(descent::centre)
                    : around(descent.centre(), widen, request.random());
            Configuration configuration = cube.configuration(point);
            if (untried.accepts(configuration, request)) {
                return propose(configuration, new Label(number, side, Hidden.of(cube, point, configuration)));
            }
            widen *= WIDER;
        }
        return untried.uniform(request).map(drawn -> propose(drawn, new Label(number, side, "")))
                .orElseGet(Answer.Exhausted::new);
    }

    /// A point apart from the centre along every axis, by chance up or down.
    private double[] around(double[] centre, double widen, RandomGenerator random) {
        double[] point = new double[centre.length];
        for (int i = 0; i < point.length; i++) {
            double least = cube.axis(i).isReal() ? 0 : 1.0 / cube.axis(i).count();
            double apart = Math.max(widen * descent.perturbation(), least);
            point[i] = Math.clamp(random.nextBoolean() ? centre[i] + apart : centre[i] - apart, 0.0, 1.0);
        }
        return point;
    }

    private Answer propose(Configuration configuration, Label label) {
        String why = "pair %d after %d steps: %s".formatted(label.pair(), descent.steps(), label.side().word());
        return Answer.start(configuration, why, label.note());
    }

    @Override
    public void tell(Observation observation) {
        switch (observation) {
            case Observation.Proposed proposed -> begin(proposed);
            case Observation.Completed completed -> end(completed.trial(), completed.losses());
            case Observation.Pruned pruned -> breakOff(pruned.trial(), pruned.losses());
            case Observation.Failed failed -> breakOff(failed.trial(), List.of());
            case Observation.Dropped dropped -> breakOff(dropped.trial(), List.of());
            case Observation.Repeated repeated -> repeat(repeated.trial());
            case Observation.Measured _, Observation.Paused _ -> {}
        }
    }

    private void begin(Observation.Proposed proposed) {
        Label label = Optional.of(proposed).filter(p -> p.origin() == Origin.STRATEGY).flatMap(p -> Label.of(p.note()))
                .orElse(new Label(0, Side.OUTSIDE, ""));
        double[] point = Hidden.point(cube, proposed.configuration(), label.hidden());
        awaited.put(proposed.trial(), new Awaited(label, point));
        switch (label.side()) {
            case PLUS -> {
                begun++;
                pairs.computeIfAbsent(label.pair(), _ -> new Pair(descent.centre())).begin(Side.PLUS, point);
            }
            case MINUS -> Optional.ofNullable(pairs.get(label.pair())).ifPresent(pair -> pair.begin(Side.MINUS, point));
            case CENTRE -> looked++;
            case OUTSIDE -> {}
        }
    }

    private void breakOff(int trial, List<Double> losses) {
        Optional.ofNullable(awaited.get(trial)).ifPresent(known -> unfinished.put(trial, known.point));
        end(trial, losses);
    }

    /// The step that its first end led to is not taken back; the second one counts as a result that somebody else thought of.
    private void repeat(int trial) {
        Optional.ofNullable(unfinished.remove(trial)).ifPresent(point -> awaited.put(trial, new Awaited(new Label(0, Side.OUTSIDE, ""), point)));
    }

    private void end(int trial, List<Double> losses) {
        Awaited known = awaited.remove(trial);
        if (known == null) {
            return;
        }
        double loss = losses.isEmpty() ? Double.POSITIVE_INFINITY : losses.getFirst();
        Pair pair = pairs.get(known.label.pair());
        if (known.label.side() == Side.OUTSIDE) {
            visit(known.point, loss);
        } else if (known.label.side() != Side.CENTRE && pair != null) {
            pair.end(known.label.side(), loss);
            pair.difference().ifPresent(difference -> {
                pairs.remove(known.label.pair());
                descent.step(pair, difference);
            });
        }
        best = Math.min(best, loss);
    }

    private void visit(double[] point, double loss) {
        if (loss < best) {
            double[] centre = descent.centre().clone();
            Arrays.setAll(centre, i -> Double.isNaN(point[i]) ? centre[i] : point[i]);
            descent.moveTo(centre);
        }
    }

    /// Makes [Spsa].
    public static final class Factory implements StrategyFactory {
        @Override
        public String name() {
            return "spsa";
        }

        @Override
        public String summary() {
            return "a gradient from two trials, for many numeric parameters and noise; settings: step (0.03), perturbation (0.05)";
        }

        @Override
        public Strategy create(Problem problem) {
            OneObjective.require(problem);
            var knobs = new Knobs(problem.settings());
            double step = knobs.real("step", 0.03, 1e-6, 1);
            double perturbation = knobs.real("perturbation", 0.05, 1e-6, 0.5);
            knobs.noOthers();
            return new Spsa(problem, step, perturbation);
        }
    }
}
