package dev.sextant.strategy.fidelity;

import dev.sextant.model.space.Configuration;
import dev.sextant.strategy.Answer;
import dev.sextant.strategy.Observation;
import dev.sextant.strategy.Problem;
import dev.sextant.strategy.Proposal;
import dev.sextant.strategy.Remembered;
import dev.sextant.strategy.Request;
import dev.sextant.strategy.Strategy;
import dev.sextant.strategy.bayes.CurveModel;
import dev.sextant.strategy.bayes.CurveModel.Spot;
import dev.sextant.strategy.bayes.Outlook;
import dev.sextant.strategy.search.Untried;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;

/// Freeze-thaw Bayesian optimisation: every trial is paused at every level, and whoever is asked lets that training go on, or begins
/// that one, which promises the largest improvement for what it still costs to get there.
///
/// One model ([CurveModel]) of configurations and of the logarithm of how far they were trained says what to expect of a paused
/// trial at each level above it, and of the most promising new configuration at the top. The score is the expected improvement
/// divided by the fidelity that is missing up to there; the winner is run to its next level only. A share of all fidelity goes
/// to first levels of evenly spread configurations, so that what the model did not think of is seen. When the budget has no room
/// for new trials, trainings go on that promise more than the best new one would, and the one that is expected to end best. Cost of an ask: O(n²) for the n results at levels that the
/// model keeps, and a search as in `gp`.
///
/// Sources: K. Swersky, J. Snoek and R. Adams, Freeze-thaw Bayesian optimization, arXiv 1406.3896, 2014; M. Wistuba, A. Kadra and
/// J. Grabocka, Supervising the multi-fidelity race of hyperparameter configurations, NeurIPS 2022 (one process over configurations and
/// budgets, one step at a time). Differs: improvement for cost at any later level, where these look at the end or at the next step; levels grow
/// by a factor; the even share.
final class FreezeThaw implements Strategy {
    private static final String NAME = "freezethaw";

    private final Problem problem;
    private final Levels levels;
    private final Steps steps;
    private final Setup setup;
    private final Strategy even;
    private final Untried untried;
    private final CurveModel model;
    private final Entrants entrants;
    private final Map<Integer, Known> trials = new HashMap<>();

    /// When the model is asked.
    ///
    /// @param startup evenly spread configurations before that
    /// @param evenShare of all fidelity that goes to first levels of such configurations, 0 to 1
    record Setup(int startup, double evenShare) {}

    private static final class Known {
        private final Configuration configuration;
        private int learned = -1;

        Known(Configuration configuration) {
            this.configuration = configuration;
        }
    }

    /// Something that might be done.
    ///
    /// @param entrant who goes on; empty for a new trial
    /// @param score the promise for the cost; of one that was not looked at closely, no less than that
    private record Option(Optional<Entrant> entrant, Configuration configuration, int horizon, double score) {}

    /// @param even proposes evenly spread configurations
    FreezeThaw(Problem problem, Levels levels, Strategy even, Setup setup) {
        this.problem = problem;
        this.levels = levels;
        this.steps = new Steps(NAME, levels);
        this.setup = setup;
        this.even = even;
        this.untried = new Untried(problem.space());
        this.model = new CurveModel(problem, setup.startup());
        this.entrants = new Entrants(levels);
    }

    @Override
    public Answer ask(Request request) {
        if (request.mayStart() && wantsEven()) {
            var answer = even(request);
            if (answer.isPresent()) {
                return answer.get();
            }
        }
        return (model.isReady() ? promising(request) : leading()).orElseGet(() -> steps.end(entrants));
    }

    private boolean wantsEven() {
        return !model.isReady() || trials.size() * (double) levels.at(0) < setup.evenShare() * entrants.trained();
    }

    private Optional<Answer> even(Request request) {
        if (trials.isEmpty() && untried.accepts(problem.start(), request)) {
            return Optional.of(begin(problem.start(), "the defaults", Tag.NOBODY, ""));
        }
        return even.ask(request) instanceof Answer.Propose(Proposal.Start start)
                ? Optional.of(begin(start.configuration(), start.why(), 0, start.note())) : Optional.empty();
    }

    private Answer begin(Configuration configuration, String why, int thinker, String note) {
        return steps.begin(new Ideas.Idea(configuration, why, thinker, note), 0, 0);
    }

    /// Who goes on if nothing can begin and the model knows too little.
    private Optional<Answer> leading() {
        return entrants.anyOnItsWay() ? Optional.empty() : entrants.leader().map(leader -> steps.onward(leader, "the leader"));
    }

    private Optional<Answer> promising(Request request) {
        Outlook outlook = model.outlook(entrants.onTheirWay().stream().filter(entrant -> entrant.aim() >= 0)
                .map(entrant -> new Spot(configuration(entrant), time(levels.at(entrant.aim())))).toList(), request.random());
        Optional<Option> fresh = outlook.best(1, request).map(configuration -> closely(outlook,
                new Option(Optional.empty(), configuration, levels.top(), 0)));
        double least = fresh.map(Option::score).orElse(Double.NEGATIVE_INFINITY);
        return thawed(outlook, least).map(option -> goOn(option.entrant().orElseThrow(), option.horizon()))
                .or(() -> fresh.filter(_ -> request.mayStart()).map(option -> begin(option.configuration(), "promises most for its cost", Tag.NOBODY, "")))
                .or(() -> last(outlook));
    }

    /// Who is expected to end best, if that one is not complete: the best of a study is one of the complete trials.
    private Optional<Answer> last(Outlook outlook) {
        return entrants.hopeful().stream().min(Comparator.comparingDouble(entrant -> outlook.expected(new Spot(configuration(entrant), 1))))
                .filter(Entrant::isStanding).map(entrant -> steps.onward(entrant, "expected to end best"));
    }

    /// The paused trial that promises most for its cost, if that is more than a score.
    private Optional<Option> thawed(Outlook outlook, double least) {
        List<Option> options = entrants.standing().stream().flatMap(entrant -> IntStream.rangeClosed(entrant.aim() + 1, levels.top())
                .mapToObj(horizon -> roughly(outlook, new Option(Optional.of(entrant), configuration(entrant), horizon, 0))))
                .sorted(Comparator.comparingDouble(Option::score).reversed()).toList();
        Optional<Option> best = Optional.empty();
        double most = least;
        for (Option option : options) {
            if (option.score() <= most) {
                break;
            }
            Option exact = closely(outlook, option);
            if (exact.score() > most) {
                best = Optional.of(exact);
                most = exact.score();
            }
        }
        return best;
    }

    private Option roughly(Outlook outlook, Option option) {
        return scored(option, outlook.promiseAtMost(spot(option)));
    }

    private Option closely(Outlook outlook, Option option) {
        return scored(option, outlook.promise(spot(option)));
    }

    private Spot spot(Option option) {
        return new Spot(option.configuration(), time(levels.at(option.horizon())));
    }

    private Option scored(Option option, double promise) {
        long spent = option.entrant().map(entrant -> levels.at(entrant.aim())).orElse(0L);
        return new Option(option.entrant(), option.configuration(), option.horizon(), promise - Math.log((double) (levels.at(option.horizon()) - spent)));
    }

    private Answer goOn(Entrant entrant, int horizon) {
        return steps.onward(entrant, "promises most for its cost, by %d,".formatted(levels.at(horizon)));
    }

    private Configuration configuration(Entrant entrant) {
        return known(entrant).configuration;
    }

    private Known known(Entrant entrant) {
        return Objects.requireNonNull(trials.get(entrant.trial()));
    }

    /// 0 at the lowest level, 1 at the top.
    private double time(long step) {
        return Math.log(step / (double) levels.at(0)) / Math.log(levels.at(levels.top()) / (double) levels.at(0));
    }

    @Override
    public void remember(Remembered result) {
        even.remember(result);
        model.remember(result);
    }

    @Override
    public void tell(Observation observation) {
        if (observation instanceof Observation.Proposed proposed) {
            trials.put(proposed.trial(), new Known(proposed.configuration()));
            var note = Tag.of(proposed.note()).filter(tag -> tag.thinker() == 0).map(Tag::note).orElse("");
            even.tell(new Observation.Proposed(proposed.trial(), proposed.configuration(), proposed.fidelity(), proposed.origin(), note));
        }
        entrants.tell(observation).ifPresent(entrant -> learn(entrant, known(entrant), observation));
    }

    private void learn(Entrant entrant, Known known, Observation observation) {
        switch (observation) {
            case Observation.Measured(_, long step, var losses, _) ->
                    levels.reached(step).ifPresent(level -> learn(known, level, step, losses));
            case Observation.Completed(_, var losses, _) -> learn(known, levels.top(), levels.at(levels.top()), losses);
            case Observation.Paused(_, var losses, _) when !losses.isEmpty() && entrant.aim() >= 0 ->
                    learn(known, entrant.aim(), levels.at(entrant.aim()), losses);
            case Observation.Failed _ when entrant.aim() > known.learned -> learn(known, entrant.aim(), levels.at(entrant.aim()), List.of());
            case Observation.Failed _, Observation.Paused _, Observation.Proposed _, Observation.Pruned _, Observation.Dropped _,
                    Observation.Repeated _ -> {}
        }
    }

    /// The first result at each level counts.
    private void learn(Known known, int level, long step, List<Double> losses) {
        if (level > known.learned) {
            known.learned = level;
            model.learn(new Spot(known.configuration, time(step)), losses);
        }
    }
}
