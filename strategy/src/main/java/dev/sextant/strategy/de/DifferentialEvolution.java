package dev.sextant.strategy.de;

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
import dev.sextant.strategy.cube.Founders;
import dev.sextant.strategy.cube.Rank;
import dev.sextant.strategy.search.Untried;
import dev.sextant.strategy.settings.Knobs;
import dev.sextant.strategy.settings.OneObjective;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// Differential evolution: a population in which each child competes with one member for its place.
///
/// Founders are Sobol points. A child goes from the member at its place towards one of the best, and along the difference of two others
/// ([Breeding]); how far and in how many coordinates follows what made good children lately ([Habits]). Nobody waits: a
/// result takes its place when it comes in, and a proposal is made from whoever is there. Trials that others proposed compete
/// for the place of their number. A population that has come to one point starts anew.
///
/// Sources: R. Storn and K. Price, J. Global Optimization 11 (1997) 341-359; those of [Breeding] and [Habits]. Cost of an ask:
/// O(population · log population + parameters), whatever the number of trials.
public final class DifferentialEvolution implements Strategy {
    private static final int ATTEMPTS = 100;

    private final long seed;
    private final Cube cube;
    private final Untried untried;
    private final Population population;
    private final Breeding breeding;
    private final Founders founders;
    private final Map<Integer, Awaited> awaited = new HashMap<>();
    private int births;
    private int birthsOfEpoch;

    /// A trial without a result.
    private static final class Awaited {
        private final Label label;
        private final double[] point;

        Awaited(Label label, double[] point) {
            this.label = label;
            this.point = point;
        }
    }

    DifferentialEvolution(Problem problem, int places) {
        this.seed = problem.seed();
        this.cube = new Cube(problem.space());
        this.untried = new Untried(problem.space());
        this.population = new Population(places);
        this.breeding = new Breeding(cube, population);
        this.founders = new Founders(cube, problem.seed());
    }

    @Override
    public Answer ask(Request request) {
        int place = births % population.places();
        boolean bred = birthsOfEpoch >= population.places() && population.members().size() >= Breeding.FEWEST;
        for (int attempt = 0; attempt < ATTEMPTS && cube.width() > 0; attempt++) {
            Optional<Rate> rate = bred ? Optional.of(population.habits().draw(request.random())) : Optional.empty();
            double refused = (double) attempt * attempt / (ATTEMPTS * ATTEMPTS);
            long founder = births + (long) ATTEMPTS * attempt;
            double[] point = rate.map(r -> breeding.child(place, r, refused, request.random()))
                    .orElseGet(() -> founders.point(founder, request.random()));
            Configuration configuration = cube.configuration(point);
            if (untried.accepts(configuration, request)) {
                return Answer.start(configuration, why(place, rate), new Label(population.epoch(), place, rate).note());
            }
        }
        return untried.uniform(request)
                .map(drawn -> Answer.start(drawn, "uniform draw: all children were tried or are forbidden",
                        new Label(population.epoch(), place, Optional.empty()).note()))
                .orElseGet(Answer.Exhausted::new);
    }

    private String why(int place, Optional<Rate> rate) {
        return rate.map(r -> "child for place %d, scale %.2f, crossover %.2f".formatted(place, r.scale(), r.crossover()))
                .orElse("founder of place %d".formatted(place));
    }

    @Override
    public void tell(Observation observation) {
        switch (observation) {
            case Observation.Proposed proposed -> begin(proposed);
            case Observation.Completed completed -> end(completed.trial(), Rank.complete(completed));
            case Observation.Pruned pruned -> end(pruned.trial(), Rank.pruned(pruned.losses()));
            case Observation.Failed failed -> end(failed.trial(), Rank.WORTHLESS);
            case Observation.Dropped dropped -> awaited.remove(dropped.trial());
            case Observation.Repeated repeated -> repeat(repeated.trial());
            case Observation.Measured _, Observation.Paused _ -> {}
        }
    }

    private void begin(Observation.Proposed proposed) {
        Optional<Label> own = proposed.origin() == Origin.STRATEGY ? Label.of(proposed.note()) : Optional.empty();
        births += own.isPresent() ? 1 : 0;
        birthsOfEpoch += own.isPresent() ? 1 : 0;
        Label label = own.orElseGet(() -> visitor(proposed.trial()));
        awaited.put(proposed.trial(), new Awaited(label, cube.point(proposed.configuration())));
    }

    private Label visitor(int trial) {
        return new Label(population.epoch(), trial % population.places(), Optional.empty());
    }

    private void end(int trial, Rank rank) {
        Awaited known = awaited.remove(trial);
        if (known != null && known.label.epoch() == population.epoch() && rank.tier() != Rank.Tier.WORTHLESS) {
            population.compete(Math.floorMod(known.label.place(), population.places()), new Member(trial, known.point, rank),
                    known.label.rate(), Streams.of(seed, "de archive " + trial));
            birthsOfEpoch = known.label.epoch() == population.epoch() ? birthsOfEpoch : 0;
        }
    }

    private void repeat(int trial) {
        population.takeBack(trial).ifPresent(member -> awaited.put(trial, new Awaited(visitor(trial), member.point())));
    }

    /// Makes [DifferentialEvolution].
    public static final class Factory implements StrategyFactory {
        private static final int FEW = 10;
        private static final int MANY = 40;

        @Override
        public String name() {
            return "de";
        }

        @Override
        public String summary() {
            return "differential evolution that adapts its rates (SHADE), for rugged functions; from some hundred trials on; settings: population";
        }

        @Override
        public boolean weighsLimits() {
            return true;
        }

        @Override
        public Strategy create(Problem problem) {
            OneObjective.require(problem);
            var knobs = new Knobs(problem.settings());
            int usual = Math.clamp(8 + new Cube(problem.space()).width() / 2, FEW, MANY);
            int places = knobs.whole("population", usual, Breeding.FEWEST, 100_000);
            knobs.noOthers();
            return new DifferentialEvolution(problem, places);
        }
    }
}
