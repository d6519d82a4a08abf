package dev.sextant.strategy.bayes;

import dev.sextant.model.space.Configuration;
import dev.sextant.model.space.Fingerprints;
import dev.sextant.strategy.Answer;
import dev.sextant.strategy.Observation;
import dev.sextant.strategy.Problem;
import dev.sextant.strategy.Remembered;
import dev.sextant.strategy.Request;
import dev.sextant.strategy.Strategy;
import dev.sextant.strategy.bayes.Memories.Memory;
import dev.sextant.strategy.bayes.Results.Known;
import dev.sextant.strategy.numeric.Normal;
import dev.sextant.strategy.search.Priors;
import dev.sextant.strategy.search.Untried;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Bayesian optimisation: a Gaussian process over the whole space predicts losses, and the configuration with the largest
/// expected improvement is proposed.
///
/// Conditional parameters are part of one model: two configurations are as far apart on an axis that only one of them
/// has as that one is from the middle, and not at all where neither has it. Losses worse than the median keep only their
/// order. Pending trials are believed to come out as the model expects: their surroundings are certain, and what is expected of
/// them has to be improved on. Failed ones count as bad as the worst. The improvement is over the best fitted mean, not over the
/// luckiest draw.
///
/// Limits multiply the improvement by the [probability][Odds] that all of them are kept; as long as nothing keeps them, that probability alone is
/// looked for.
///
/// Where trials of real numbers come one after the other, a [Descent] comes before the model, and the model does not [reach][Reach] far at first.
///
/// Where the study allows duplicates and results are noisy, one of the best is [repeated][Repeats] when that says more than something new.
///
/// What the user believes about good values multiplies the improvement, by a power that falls with the number of results.
/// Of several objectives each has a model, and the growth of the volume that the front dominates is looked for, see [FrontModel]; more than four are weighed
/// into one anew for each proposal, see [Scalarisation].
///
/// Sources: J. Snoek et al., Practical Bayesian optimization of machine learning algorithms, NIPS 2012; S. Ament et al.,
/// NeurIPS 2023 (log EI); half-rank warp: arXiv 2408.11527; prior of the length scales: Optuna's GP sampler.
/// Differs from Optuna 5: conditions, warp, pending trials, fits between which results are only appended.
/// Cost of an ask: O(n²·effort), n at most 300 and what has ended since the last fit; a fit now and then, O(200³).
public final class GaussianProcessSearch implements Strategy {
    private static final int LEADERS = 5;
    /// Points of a front near which it is looked for better ones.
    private static final int SPREAD = 20;
    /// As many results of its own are enough where there are those of earlier studies.
    private static final int FIRST = 2;
    /// As many are enough where others are under way, with which there are more than it takes without.
    private static final int EARLY = 5;

    private final Axes axes;
    private final Beginning beginning;
    private final boolean descends;
    private final Search.Effort effort;
    private final Results results;
    private final Scalarisation scalarisation;
    private final Memories memories;
    private final Model model;
    private final Optional<FrontModel> fronts;
    private final Feasibility feasibility;
    private final Untried untried;
    private final Fingerprints known = new Fingerprints();

    /// What comes before the model.
    ///
    /// @param start    proposes until `startup` trials have a loss; it is told everything too
    /// @param startup  at least 1
    /// @param descends whether a [Descent] comes before it, where one suits the space
    record Beginning(Strategy start, int startup, boolean descends) {}

    GaussianProcessSearch(Problem problem, Beginning beginning, Work work) {
        this.axes = new Axes(problem.space());
        this.beginning = beginning;
        this.descends = beginning.descends() && Descent.suits(axes);
        this.effort = work.search();
        this.results = new Results(axes);
        this.scalarisation = new Scalarisation(problem.objectives(), problem.seed());
        this.memories = new Memories(axes);
        this.model = new Model(scalarisation, memories, work);
        this.fronts = models(problem) == 1 ? Optional.empty() : Optional.of(new FrontModel(axes, problem.objectives(), work));
        results.beforeRewrite(model::settle);
        fronts.ifPresent(front -> results.beforeRewrite(front::settle));
        this.feasibility = new Feasibility(axes, problem.limits(), work);
        this.untried = new Untried(problem.space());
    }

    /// How many models the objectives of a problem take.
    static int models(Problem problem) {
        return problem.objectives() <= FrontModel.MOST_OBJECTIVES ? problem.objectives() : 1;
    }

    @Override
    public void remember(Remembered result) {
        if (scalarisation.objectives() == 1) {
            memories.add(result);
            if (knowsEnough()) {
                model.remember(results);
            }
        }
    }

    @Override
    public void tell(Observation observation) {
        beginning.start().tell(observation);
        results.tell(observation);
        if (observation instanceof Observation.Proposed proposed) {
            known.add(proposed.configuration().fingerprint());
        }
        feasibility.tell(observation);
        if (knowsEnough()) {
            fronts.ifPresentOrElse(front -> front.tell(results), () -> model.tell(results));
        }
    }

    private boolean knowsEnough() {
        return axes.count() > 0 && results.valued() >= Math.min(beginning.startup(), needed());
    }

    private int needed() {
        if (!memories.isEmpty()) {
            return FIRST;
        }
        return results.valued() + results.awaited() > beginning.startup() ? EARLY : beginning.startup();
    }

    @Override
    public Answer ask(Request request) {
        return descent(request).orElseGet(() -> knowsEnough() ? fronts.map(front -> modelled(front, request)).orElseGet(() -> modelled(request)) : beginning.start().ask(request));
    }

    /// Whether trials come one after the other, and nothing is known from elsewhere.
    private boolean isAlone() {
        return descends && results.pending().isEmpty() && memories.isEmpty();
    }

    private Optional<Answer> descent(Request request) {
        if (!isAlone()) {
            return Optional.empty();
        }
        int count = results.ended().size();
        return Descent.next(axes, results.ended(), request.random()).map(axes::configuration).filter(found -> isNew(found, request))
                .map(found -> Answer.start(found, "descent after %d results: from the best along each parameter, then down the slope".formatted(count)));
    }

    private Answer modelled(FrontModel model, Request request) {
        Odds odds = feasibility.odds();
        FrontModel.Gain gain = model.gain(results, odds);
        Promise promise = gain.promise().<Promise>map(found -> found).orElse(Promise.NONE);
        var aim = new Search.Aim(promise, Priors.fading(results.valued()), odds, Reach.FULL, Plateau.NONE);
        List<double[]> leaders = gain.front().stream().limit(SPREAD).map(Known::genes).toList();
        return promising(aim, leaders, request, found -> Answer.start(axes.configuration(found.genes()), why(gain, odds, axes.point(found.genes()))));
    }

    private Answer modelled(Request request) {
        Posterior posterior = model.of(results);
        List<Known> rows = model.rows(results);
        List<Rank> ranks = scalarisation.ofProposal(rows, request.random());
        double[] targets = HalfRank.warp(ranks.toArray(Rank[]::new));
        double[] means = model.explain(posterior, targets);
        Odds odds = feasibility.odds();
        OptionalDouble best = believed(Feasibility.best(rows, Arrays.copyOfRange(means, means.length - rows.size(), means.length)), posterior, odds);
        double[] standings = Feasibility.first(rows, targets);
        Posterior wider = posterior.with(results.pending());
        Optional<Answer> far = Stall.wantsDistance(standings, axes.count(), request.trial()) ? far(wider, request) : Optional.empty();
        List<double[]> leaders = leaders(rows, standings);
        Reach reach = isAlone() ? Reach.after(results.ended().size(), leaders.getFirst()) : Reach.FULL;
        Promise promise = best.isEmpty() ? Promise.NONE : new LossPromise(wider, best.getAsDouble(), reach.doubt());
        var aim = new Search.Aim(promise, Priors.fading(results.valued()), odds, reach, plateau(odds, rows));
        var repeats = new Repeats(wider, rows, means, results.pending());
        return far.orElseGet(() -> promising(aim, leaders, request, found -> {
            double[] point = axes.point(found.genes());
            return repeats.instead(point, row -> scalarisation.objectives() == 1 && !request.tried(row.configuration())).map(this::again)
                    .orElseGet(() -> Answer.start(axes.configuration(found.genes()), why(wider.at(point), best, odds, point)));
        }));
    }

    /// The best loss once pending trials have come out as expected, those that will rather break a limit left out.
    private OptionalDouble believed(OptionalDouble best, Posterior posterior, Odds odds) {
        return best.isEmpty() ? best : DoubleStream.concat(best.stream(), results.pending().stream()
                .filter(awaited -> odds.bound(awaited.point()) >= Odds.EVEN).mapToDouble(awaited -> posterior.roughly(awaited.point()).mean())).min();
    }

    /// With several objectives or limits, equal losses are not all there is to a result.
    private Plateau plateau(Odds odds, List<Known> rows) {
        return scalarisation.objectives() == 1 && odds.borders().isEmpty() ? Plateau.of(axes, rows) : Plateau.NONE;
    }

    private Optional<Answer> far(Posterior posterior, Request request) {
        return Stall.farthest(axes, posterior, untried, request).map(genes -> Answer.start(axes.configuration(genes),
                "GP after %d results: far from all of them, for nothing better was found lately".formatted(results.valued())));
    }

    private Answer promising(Search.Aim aim, List<double[]> leaders, Request request, Function<Search.Found, Answer> answer) {
        var search = new Search(axes, aim, effort, genes -> isNew(axes.configuration(genes), request), request.random());
        return search.run(leaders).stream().filter(found -> isNew(axes.configuration(found.genes()), request)).findFirst().map(answer)
                .or(() -> untried.uniform(request).map(drawn -> Answer.start(drawn, "uniform draw: what the model likes was tried or is forbidden")))
                .orElseGet(Answer.Exhausted::new);
    }

    /// Also where duplicates are allowed: whether to repeat is a question of its own.
    private boolean isNew(Configuration configuration, Request request) {
        return untried.accepts(configuration, request) && known.find(configuration.fingerprint()).isEmpty();
    }

    private Answer again(Known row) {
        return Answer.start(row.configuration(),
                "GP after %d results: one of the best again, to see how noisy it is".formatted(results.valued()));
    }

    private String why(Posterior.Prediction there, OptionalDouble best, Odds odds, double[] point) {
        String others = results.awaited() > 0 ? " and what runs" : "";
        return why(best.stream().mapToLong(least -> Math.round(100 * Normal.cdf((least - there.mean()) / Math.sqrt(there.variance()))))
                .mapToObj(chance -> "better than the best so far%s with a chance of %d %%".formatted(others, chance)).findFirst(), odds, point);
    }

    private String why(FrontModel.Gain gain, Odds odds, double[] point) {
        return why(gain.promise().map(promise -> "joins the front with a chance of %d %%".formatted(Math.round(100 * promise.chance(point)))), odds, point);
    }

    private String why(Optional<String> better, Odds odds, double[] point) {
        String keeps = odds.borders().isEmpty() ? "" : "; keeps the limits with %d %%".formatted(Math.round(100 * Math.exp(odds.log(point))));
        return "GP after %d results: %s%s".formatted(results.valued(), better.orElse("nothing keeps the limits yet"), keeps);
    }

    private List<double[]> leaders(List<Known> rows, double[] standings) {
        Stream<double[]> own = IntStream.range(0, rows.size()).boxed().sorted(Comparator.comparingDouble(i -> standings[i]))
                .limit(LEADERS).map(i -> rows.get(i).genes());
        return Stream.concat(own, model.memories().stream().limit(LEADERS).map(Memory::genes)).toList();
    }
}
