package dev.sextant.strategy.neldermead;

import dev.sextant.model.space.Configuration;
import dev.sextant.model.trial.Origin;
import dev.sextant.strategy.Answer;
import dev.sextant.strategy.Observation;
import dev.sextant.strategy.Problem;
import dev.sextant.strategy.Request;
import dev.sextant.strategy.Strategy;
import dev.sextant.strategy.StrategyFactory;
import dev.sextant.strategy.Streams;
import dev.sextant.strategy.cube.Cube;
import dev.sextant.strategy.search.Untried;
import dev.sextant.strategy.settings.Knobs;
import dev.sextant.strategy.settings.OneObjective;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;

/// The simplex search of Nelder and Mead: the worst of n + 1 points moves to the other side of the others, farther or nearer.
///
/// A step is decided by losses alone ([Simplex]), whoever proposed the trials. While it waits, it guesses ahead: all four moves of a
/// step can be proposed before the first result, then points spread like the simplex. It begins at the defaults; a simplex that
/// has become small starts again elsewhere. What failed or is forbidden counts as `+∞`. Choices count as ordered by their list.
///
/// Sources: J. Nelder and R. Mead, Computer J. 7 (1965) 308-313; for the coefficients see [Move]. Cost of an ask: O(parameters²).
public final class NelderMead implements Strategy {
    private static final int ATTEMPTS = 100;
    private static final int STEPS_AT_ONCE = 1_000;

    private final Problem problem;
    private final Cube cube;
    private final Untried untried;
    private final Known known;
    private final double edge;
    private final Map<Integer, Configuration> trials = new HashMap<>();
    private final Set<Integer> visitors = new HashSet<>();
    private Simplex simplex;
    private int runs;

    NelderMead(Problem problem, double edge) {
        this.problem = problem;
        this.edge = edge;
        this.cube = new Cube(problem.space());
        this.untried = new Untried(problem.space());
        this.known = new Known(problem.space());
        this.simplex = around(cube.start(), Streams.of(problem.seed(), "neldermead"));
    }

    /// A right-angled simplex, its edges by chance up or down, if that is in the cube.
    private Simplex around(double[] first, RandomGenerator random) {
        List<double[]> points = new ArrayList<>(List.of(first));
        for (int i = 0; i < first.length; i++) {
            double[] point = first.clone();
            double step = Math.max(edge, cube.axis(i).isReal() ? 0 : 1.0 / cube.axis(i).count());
            boolean outside = first[i] + step > 1 || first[i] - step < 0;
            boolean up = outside ? first[i] < 0.5 : random.nextBoolean();
            point[i] = Math.clamp(up ? first[i] + step : first[i] - step, 0.0, 1.0);
            points.add(point);
        }
        return new Simplex(cube, known, points);
    }

    @Override
    public Answer ask(Request request) {
        if (cube.width() > 0) {
            for (Map.Entry<String, double[]> wanted : wanted().entrySet()) {
                Configuration configuration = cube.configuration(wanted.getValue());
                if (untried.accepts(configuration, request)) {
                    return Answer.start(configuration, "simplex %d: %s".formatted(runs + 1, wanted.getKey()));
                }
            }
            for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
                Configuration configuration = cube.configuration(spread((double) attempt / ATTEMPTS, request.random()));
                if (untried.accepts(configuration, request)) {
                    return Answer.start(configuration, "simplex %d: a guess while it waits".formatted(runs + 1));
                }
            }
        }
        return untried.uniform(request)
                .map(drawn -> Answer.start(drawn, "uniform draw: around the simplex all was tried or is forbidden"))
                .orElseGet(Answer.Exhausted::new);
    }

    /// What the step needs or may need, the most urgent first.
    private Map<String, double[]> wanted() {
        Map<String, double[]> wanted = new LinkedHashMap<>();
        if (simplex.isBuilding()) {
            List<double[]> points = simplex.points();
            for (int i = 0; i < points.size(); i++) {
                wanted.put("vertex %d of %d".formatted(i + 1, points.size()), points.get(i));
            }
        }
        simplex.moves().forEach((move, point) -> wanted.put(move.word(), point));
        return wanted;
    }

    /// A vertex moved along the difference of two others.
    private double[] spread(double shake, RandomGenerator random) {
        List<double[]> points = simplex.points();
        double[] point = points.get(random.nextInt(points.size())).clone();
        double[] from = points.get(random.nextInt(points.size()));
        double[] to = points.get(random.nextInt(points.size()));
        for (int i = 0; i < point.length; i++) {
            double moved = point[i] + random.nextGaussian() * (to[i] - from[i]);
            point[i] = random.nextDouble() < shake ? random.nextDouble() : Math.clamp(moved, 0.0, 1.0);
        }
        return point;
    }

    @Override
    public void tell(Observation observation) {
        switch (observation) {
            case Observation.Proposed proposed -> begin(proposed);
            case Observation.Completed completed -> learn(completed.trial(), completed.losses());
            case Observation.Pruned pruned -> learn(pruned.trial(), pruned.losses());
            case Observation.Failed failed -> learn(failed.trial(), List.of());
            case Observation.Dropped dropped -> learn(dropped.trial(), List.of());
            case Observation.Repeated repeated -> find(repeated.trial()).ifPresent(known::remove);
            case Observation.Measured _, Observation.Paused _ -> {}
        }
    }

    private void begin(Observation.Proposed proposed) {
        trials.put(proposed.trial(), proposed.configuration());
        if (proposed.origin() != Origin.STRATEGY) {
            visitors.add(proposed.trial());
        }
    }

    private Optional<Configuration> find(int trial) {
        return Optional.ofNullable(trials.get(trial));
    }

    private void learn(int trial, List<Double> losses) {
        double loss = losses.isEmpty() ? Double.POSITIVE_INFINITY : losses.getFirst();
        find(trial).ifPresent(configuration -> {
            known.put(configuration, loss);
            advance();
            if (visitors.remove(trial)) {
                simplex.welcome(configuration, loss);
                advance();
            }
        });
    }

    /// Takes all steps that can be decided, at most so many that a small space cannot keep it busy for ever.
    private void advance() {
        for (int step = 0; step < STEPS_AT_ONCE && cube.width() > 0 && simplex.advance(); step++) {
            if (!simplex.isBuilding() && simplex.isSmall()) {
                runs++;
                RandomGenerator random = Streams.of(problem.seed(), "neldermead " + runs);
                simplex = around(cube.uniform(random), random);
            }
        }
    }

    /// Makes [NelderMead].
    public static final class Factory implements StrategyFactory {
        @Override
        public String name() {
            return "neldermead";
        }

        @Override
        public String summary() {
            return "a simplex that crawls downhill, for a few numeric parameters without noise; settings: edge (0.2)";
        }

        @Override
        public Strategy create(Problem problem) {
            OneObjective.require(problem);
            var knobs = new Knobs(problem.settings());
            double edge = knobs.real("edge", 0.2, 1e-6, 1);
            knobs.noOthers();
            return new NelderMead(problem, edge);
        }
    }
}
