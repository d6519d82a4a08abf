package dev.sextant.strategy.pso;

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
import dev.sextant.strategy.cube.Rank;
import dev.sextant.strategy.search.Untried;
import dev.sextant.strategy.settings.Knobs;
import dev.sextant.strategy.settings.OneObjective;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// Particle swarm optimisation: particles that keep their pace and are drawn to the best places that they and their neighbours know.
///
/// The first positions are Sobol points. Nobody waits: a particle moves on from where it was proposed last, with the results
/// that are in. A parameter that is inactive keeps its coordinate. Trials that others proposed are results of the particle of
/// their number. A swarm that has come to one point starts anew.
///
/// Sources: J. Kennedy and R. Eberhart, ICNN 1995; those of [Flight]. Differs: no generations; a velocity is the step that was
/// really made. Cost of an ask: O(swarm + parameters).
public final class ParticleSwarm implements Strategy {
    private static final int ATTEMPTS = 100;

    private final Cube cube;
    private final Untried untried;
    private final Swarm swarm;
    private final Flight flight;
    private final Map<Integer, Awaited> awaited = new HashMap<>();

    /// A trial without a result.
    private static final class Awaited {
        private final Label label;
        private final double[] point;
        private final boolean own;

        Awaited(Label label, double[] point, boolean own) {
            this.label = label;
            this.point = point;
            this.own = own;
        }
    }

    ParticleSwarm(Problem problem, int size, int reach) {
        this.cube = new Cube(problem.space());
        this.untried = new Untried(problem.space());
        this.swarm = new Swarm(cube, problem.seed(), size, reach);
        this.flight = new Flight(cube);
    }

    @Override
    public Answer ask(Request request) {
        int number = swarm.next();
        Particle particle = swarm.particle(number);
        Particle leader = swarm.leader(number);
        for (int attempt = 0; attempt < ATTEMPTS && cube.width() > 0; attempt++) {
            double[] point = particle.moves() == 0 && attempt == 0
                    ? first(particle)
                    : flight.next(particle, leader, shake(leader, attempt), request.random());
            Configuration configuration = cube.configuration(point);
            if (untried.accepts(configuration, request)) {
                var label = new Label(swarm.epoch(), number, Hidden.of(cube, point, configuration));
                return Answer.start(configuration, "particle %d, move %d".formatted(number, particle.moves()), label.note());
            }
        }
        return untried.uniform(request)
                .map(drawn -> Answer.start(drawn, "uniform draw: where particle %d goes all was tried or is forbidden".formatted(number),
                        new Label(swarm.epoch(), number, "").note()))
                .orElseGet(Answer.Exhausted::new);
    }

    private double[] first(Particle particle) {
        double[] point = new double[cube.width()];
        for (int i = 0; i < point.length; i++) {
            point[i] = particle.position(i);
        }
        return point;
    }

    /// While nobody nearby knows a result, a particle that has to move is drawn anew.
    private static double shake(Particle leader, int attempt) {
        return leader.best().isEmpty() ? 1 : (double) attempt * attempt / (ATTEMPTS * ATTEMPTS);
    }

    @Override
    public void tell(Observation observation) {
        switch (observation) {
            case Observation.Proposed proposed -> begin(proposed);
            case Observation.Completed completed -> end(completed.trial(), Rank.complete(completed));
            case Observation.Pruned pruned -> end(pruned.trial(), Rank.pruned(pruned.losses()));
            case Observation.Failed failed -> end(failed.trial(), Rank.WORTHLESS);
            case Observation.Dropped dropped -> end(dropped.trial(), Rank.WORTHLESS);
            case Observation.Repeated repeated -> repeat(repeated.trial());
            case Observation.Measured _, Observation.Paused _ -> {}
        }
    }

    private void begin(Observation.Proposed proposed) {
        Optional<Label> own = proposed.origin() == Origin.STRATEGY ? Label.of(proposed.note()) : Optional.empty();
        Label label = own.orElseGet(() -> new Label(swarm.epoch(), proposed.trial(), ""));
        double[] point = Hidden.point(cube, proposed.configuration(), label.hidden());
        boolean moves = own.isPresent() && label.epoch() == swarm.epoch();
        if (moves) {
            swarm.particle(label.particle()).move(point);
        }
        awaited.put(proposed.trial(), new Awaited(label, point, moves));
    }

    private void end(int trial, Rank rank) {
        Awaited known = awaited.remove(trial);
        if (known == null || known.label.epoch() != swarm.epoch()) {
            return;
        }
        if (known.own) {
            swarm.particle(known.label.particle()).arrive();
        }
        if (rank.tier() != Rank.Tier.WORTHLESS) {
            swarm.learn(known.label.particle(), trial, known.point, rank);
        }
    }

    private void repeat(int trial) {
        swarm.takeBack(trial).ifPresent(from ->
                awaited.put(trial, new Awaited(new Label(swarm.epoch(), from.particle(), ""), from.place(), false)));
    }

    /// Makes [ParticleSwarm].
    public static final class Factory implements StrategyFactory {
        private static final int STANDARD_REACH = 2;

        @Override
        public String name() {
            return "pso";
        }

        @Override
        public String summary() {
            return "particle swarm, without generations; from some hundred trials on; settings: particles, reach (2)";
        }

        @Override
        public boolean weighsLimits() {
            return true;
        }

        @Override
        public Strategy create(Problem problem) {
            OneObjective.require(problem);
            var knobs = new Knobs(problem.settings());
            int usual = Math.min(40, 8 + new Cube(problem.space()).width() / 4);
            int size = knobs.whole("particles", usual, 2, 100_000);
            int reach = knobs.whole("reach", STANDARD_REACH, 1, 100_000);
            knobs.noOthers();
            return new ParticleSwarm(problem, size, Math.min(reach, size / 2));
        }
    }
}
