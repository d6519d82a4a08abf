package dev.sextant.strategy.cmaes;

import dev.sextant.model.space.Configuration;
import dev.sextant.model.trial.Origin;
import dev.sextant.strategy.Answer;
import dev.sextant.strategy.Observation;
import dev.sextant.strategy.Problem;
import dev.sextant.strategy.Request;
import dev.sextant.strategy.Strategy;
import dev.sextant.strategy.StrategyFactory;
import dev.sextant.strategy.Streams;
import dev.sextant.strategy.cmaes.Run.Population;
import dev.sextant.strategy.cmaes.Run.Result;
import dev.sextant.strategy.cube.Cube;
import dev.sextant.strategy.cube.Hidden;
import dev.sextant.strategy.cube.Rank;
import dev.sextant.strategy.search.Untried;
import dev.sextant.strategy.settings.OneObjective;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;

/// CMA-ES: draws from a normal distribution that moves, grows, shrinks and turns with its best results; choices are drawn
/// from distributions of their own, which shift towards the best.
///
/// All parameters live in the distributions; where a condition makes one inactive, it does not count. Nobody waits: an
/// update is made whenever λ results are in, whatever distribution they were drawn from, and proposals are draws from the
/// latest one. A draw that the constraints forbid or that was tried gives way to another, after [#UNWIDENED] of them from ever
/// wider distributions. The first mean is the defaults, or the middle where there are none; if many results are there before
/// the first proposal, their best region (see [Evidence]). A converged search starts again from a mean drawn evenly.
///
/// Sources: N. Hansen, The CMA evolution strategy: a tutorial, arXiv 1604.00772; for whole numbers CMA-ES with margin, arXiv
/// 2205.13482; for choices CatCMA with margin, arXiv 2504.07884; others at [Gaussian], [Region] and [Restarts].
/// Differs: results from outdated distributions count as injected ones; a failed trial ranks last; see also [Choices].
/// Cost for n parameters: O(n²) an ask; O(λ·n²) an update, and O(n³) every few of them.
public final class CmaEs implements Strategy {
    private static final int ATTEMPTS = 100;
    private static final int UNWIDENED = 20;
    private static final double WIDER = 1.1;

    private final Problem problem;
    private final Settings settings;
    private final Layout layout;
    private final Untried untried;
    private final Restarts restarts;
    private final Evidence evidence;
    private final Map<Integer, Awaited> awaited = new HashMap<>();
    /// Trials that ended without a full result, which may still be repeated.
    private final Map<Integer, Place> unfinished = new HashMap<>();
    private Optional<Run> running = Optional.empty();

    /// A trial without a result.
    ///
    /// @param run the run that proposed it; −1 if somebody else did
    private record Awaited(Place place, int run, int generation) {}

    CmaEs(Problem problem, Settings settings) {
        this.problem = problem;
        this.settings = settings;
        this.layout = new Layout(new Cube(problem.space()));
        this.untried = new Untried(problem.space());
        this.restarts = new Restarts(settings.restarts(), settings.population());
        this.evidence = new Evidence(layout, settings);
    }

    @Override
    public Answer ask(Request request) {
        Run run = running.orElseGet(evidence::begin);
        RandomGenerator random = request.random();
        double widen = 1;
        for (int attempt = 0; attempt < ATTEMPTS && layout.cube().width() > 0; attempt++) {
            widen *= attempt < UNWIDENED ? 1 : WIDER;
            double[] point = run.sample(random, widen);
            Configuration configuration = layout.cube().configuration(point);
            if (untried.accepts(configuration, request)) {
                int generation = attempt < UNWIDENED ? run.generation() : Label.WIDENED;
                var label = new Label(run.population().number(), generation, Hidden.of(layout.cube(), point, configuration));
                return Answer.start(configuration, why(run), label.note());
            }
        }
        var label = new Label(run.population().number(), Label.LOST, "");
        return untried.uniform(request)
                .map(drawn -> Answer.start(drawn, "uniform draw: around the mean all was tried or is forbidden", label.note()))
                .orElseGet(Answer.Exhausted::new);
    }

    private static String why(Run run) {
        return "CMA-ES run %d, generation %d: step size %.2g".formatted(
                run.population().number() + 1, run.generation() + 1, run.sigma());
    }

    @Override
    public void tell(Observation observation) {
        switch (observation) {
            case Observation.Proposed proposed -> begin(proposed);
            case Observation.Completed completed -> end(completed.trial(), Rank.complete(completed));
            case Observation.Pruned pruned -> end(pruned.trial(), Rank.pruned(pruned.losses()));
            case Observation.Failed failed -> end(failed.trial(), Rank.WORTHLESS);
            case Observation.Dropped dropped -> Optional.ofNullable(awaited.remove(dropped.trial()))
                    .ifPresent(known -> unfinished.put(dropped.trial(), known.place()));
            case Observation.Repeated repeated -> repeat(repeated.trial());
            case Observation.Measured _, Observation.Paused _ -> {}
        }
    }

    private void begin(Observation.Proposed proposed) {
        Optional<Label> label = proposed.origin() == Origin.STRATEGY ? Label.of(proposed.note()) : Optional.empty();
        if (label.isPresent() && running.isEmpty()) {
            running = Optional.of(evidence.begin());
        }
        Place place = new Place(layout, proposed.configuration(), label.map(Label::hidden).orElse(""));
        int run = label.filter(l -> l.generation() != Label.LOST).map(Label::run).orElse(-1);
        awaited.put(proposed.trial(), new Awaited(place, run, label.map(Label::generation).orElse(-1)));
        if (label.isPresent() && label.get().generation() == Label.LOST && label.get().run() == current()) {
            running.ifPresent(Run::lose);
            restartIfOver();
        }
    }

    private int current() {
        return running.map(run -> run.population().number()).orElse(0);
    }

    private void end(int trial, Rank rank) {
        Awaited known = awaited.remove(trial);
        if (known == null) {
            return;
        }
        if (rank.tier().compareTo(Rank.Tier.PRUNED) >= 0) {
            unfinished.put(trial, known.place());
        }
        var result = new Result(trial, known.place(), known.generation(), rank);
        if (running.isEmpty()) {
            evidence.add(result);
        } else if (known.run() < 0) {
            running.get().visit(result);
        } else if (known.run() == current()) {
            running.get().take(result, awaited.size());
            restartIfOver();
        }
    }

    /// What was learned from its first end cannot be unlearned; the second one counts as a result that somebody else thought of.
    private void repeat(int trial) {
        Place place = unfinished.remove(trial);
        running.flatMap(run -> run.takeBack(trial)).or(() -> evidence.takeBack(trial)).ifPresentOrElse(
                result -> awaited.put(trial, new Awaited(result.place(), running.isEmpty() ? -1 : current(), result.fresh())),
                () -> Optional.ofNullable(place).ifPresent(known -> awaited.put(trial, new Awaited(known, -1, -1))));
    }

    private void restartIfOver() {
        running.filter(run -> settings.restarts() != Restarts.Mode.NONE && run.isOver()).ifPresent(run -> {
            RandomGenerator random = Streams.of(problem.seed(), "cmaes run " + (run.population().number() + 1));
            Restarts.Size size = restarts.after(run, random);
            double[] mean = layout.lines(layout.cube().uniform(random));
            running = Optional.of(new Run(layout, Region.round(mean, settings.sigma() * size.shrink()), size.population()));
        });
    }

    /// Makes [CmaEs].
    public static final class Factory implements StrategyFactory {
        @Override
        public String name() {
            return "cmaes";
        }

        @Override
        public String summary() {
            return "a normal distribution that adapts (CMA-ES with margin); from a few hundred trials on; "
                    + "settings: population, sigma (0.17), restarts (bipop)";
        }

        @Override
        public boolean weighsLimits() {
            return true;
        }

        @Override
        public Strategy create(Problem problem) {
            OneObjective.require(problem);
            return new CmaEs(problem, Settings.of(problem));
        }
    }
}
