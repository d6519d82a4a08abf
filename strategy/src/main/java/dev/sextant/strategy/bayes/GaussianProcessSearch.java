package dev.sextant.strategy.bayes;

import dev.sextant.strategy.Answer;
import dev.sextant.strategy.Observation;
import dev.sextant.strategy.Problem;
import dev.sextant.strategy.Remembered;
import dev.sextant.strategy.Request;
import dev.sextant.strategy.Strategy;
import java.util.Optional;

/// Bayesian optimisation: a Gaussian process over the whole space predicts losses, and the configuration with the largest
/// expected improvement is proposed.
///
/// Conditional parameters are part of one model: two configurations are as far apart on an axis that only one of them
/// has as that one is from the middle, and not at all where neither has it. Losses worse than the median keep only their
/// order. Pending trials are believed to come out as the model expects: their surroundings are certain, and what is expected of
/// them has to be improved on. The improvement is over the best fitted mean, not over the
/// luckiest draw.
///
/// Limits multiply the improvement by the [probability][Odds] that all of them are kept; as long as nothing keeps them, that probability alone is
/// looked for. So do failed trials, by the probability that one [comes to a result][Survival]; of losses they say nothing.
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
    /// As many results of its own are enough where there are those of earlier studies.
    private static final int FIRST = 2;
    /// As many are enough where others are under way, with which there are more than it takes without.
    private static final int EARLY = 5;

    private final Axes axes;
    private final Beginning beginning;
    private final boolean descends;
    private final Results results;
    private final Memories memories;
    private final Adviser adviser;
    private final Feasibility feasibility;
    private final Survival survival;
    private final Proposer proposer;
    private final boolean remembers;

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
        this.remembers = problem.objectives() == 1;
        this.results = new Results(axes);
        this.memories = new Memories(axes);
        this.proposer = new Proposer(axes, work.search());
        this.adviser = adviser(problem, work);
        results.beforeRewrite(adviser::settle);
        this.feasibility = new Feasibility(axes, problem.limits(), work);
        this.survival = new Survival(axes, work);
        results.beforeRewrite(survival::settle);
    }

    private Adviser adviser(Problem problem, Work work) {
        if (models(problem) > 1) {
            return new FrontAdviser(axes, new FrontModel(axes, problem.objectives(), work), proposer);
        }
        var scalarisation = new Scalarisation(problem.objectives(), problem.seed());
        return new LossAdviser(axes, scalarisation, new Model(scalarisation, memories, work), proposer);
    }

    /// How many models the objectives of a problem take.
    static int models(Problem problem) {
        return problem.objectives() <= FrontModel.MOST_OBJECTIVES ? problem.objectives() : 1;
    }

    @Override
    public void remember(Remembered result) {
        if (remembers) {
            memories.add(result);
            if (knowsEnough()) {
                adviser.remember(results);
            }
        }
    }

    @Override
    public void tell(Observation observation) {
        beginning.start().tell(observation);
        results.tell(observation);
        if (observation instanceof Observation.Proposed proposed) {
            proposer.learn(proposed.configuration());
        }
        feasibility.tell(observation);
        survival.tell(results);
        if (knowsEnough()) {
            adviser.tell(results);
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
        boolean alone = isAlone();
        return (alone ? descent(request) : Optional.<Answer>empty())
                .orElseGet(() -> knowsEnough() ? adviser.ask(results, odds(), alone, request) : beginning.start().ask(request));
    }

    private Odds odds() {
        return feasibility.odds().with(survival.border(results));
    }

    /// Whether trials come one after the other, and nothing is known from elsewhere.
    private boolean isAlone() {
        return descends && results.pending().isEmpty() && memories.isEmpty();
    }

    private Optional<Answer> descent(Request request) {
        int count = results.ended().size();
        return Descent.next(axes, results.ended(), request.random()).map(axes::configuration).filter(found -> proposer.isNew(found, request))
                .map(found -> Answer.start(found, "descent after %d results: from the best along each parameter, then down the slope".formatted(count)));
    }
}
