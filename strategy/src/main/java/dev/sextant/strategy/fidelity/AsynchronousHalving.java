package dev.sextant.strategy.fidelity;

import dev.sextant.strategy.Answer;
import dev.sextant.strategy.Observation;
import dev.sextant.strategy.Remembered;
import dev.sextant.strategy.Request;
import dev.sextant.strategy.Strategy;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Successive halving without rungs that have to fill: whoever is asked lets a trial go on that is among the best `1/eta` of
/// its rung so far, the highest rung first, and starts a new one if there is none.
///
/// With several brackets, each begins a level higher than the one before and has rungs of its own; new trials go round
/// them in the proportions of Hyperband. When the budget has no room for new trials and nothing was ever run in full, the
/// leader goes on alone. Cost of an ask: O(brackets · levels) with one objective, where a result costs O(log n); with
/// several O(n·log n) after each result.
///
/// Source: L. Li et al., A system for massively parallel hyperparameter tuning, MLSys 2020, algorithm 2 (the promoting
/// form). Differs: levels are counted down from the maximum; brackets as in Hyperband; several objectives are ranked by
/// fronts and hypervolume; the defaults are the first trial.
final class AsynchronousHalving implements Strategy {
    private final Levels levels;
    private static final String BEST = "among the best so far";

    private final Steps steps;
    private final double[] shares;
    private final int[] started;
    private final List<List<Rung>> rungs = new ArrayList<>();
    private final Ideas ideas;
    private final Entrants entrants;

    /// @param shares what part of the trials each bracket gets; the first begins at the lowest level
    AsynchronousHalving(Levels levels, int eta, double[] shares, Ideas ideas) {
        this.levels = levels;
        this.steps = new Steps("asha", levels);
        this.shares = shares.clone();
        this.started = new int[shares.length];
        this.ideas = ideas;
        this.entrants = new Entrants(levels);
        for (int bracket = 0; bracket < shares.length; bracket++) {
            List<Rung> own = new ArrayList<>();
            for (int level = 0; level < levels.top(); level++) {
                own.add(new Rung(level, eta));
            }
            rungs.add(own);
        }
    }

    @Override
    public Answer ask(Request request) {
        return promotion()
                .or(() -> request.mayStart() ? start(request) : Optional.empty())
                .orElseGet(() -> steps.end(entrants));
    }

    private Optional<Answer> promotion() {
        for (int level = levels.top() - 1; level >= 0; level--) {
            for (List<Rung> bracket : rungs) {
                var next = bracket.get(level).promotable();
                if (next.isPresent()) {
                    return next.map(e -> steps.onward(e, BEST));
                }
            }
        }
        return Optional.empty();
    }

    private Optional<Answer> start(Request request) {
        int bracket = hungriest();
        return ideas.next(request).map(idea -> steps.begin(idea, bracket, bracket));
    }

    /// The bracket that has got the least of its share.
    private int hungriest() {
        int hungriest = 0;
        for (int bracket = 1; bracket < shares.length; bracket++) {
            if ((started[bracket] + 1) / shares[bracket] < (started[hungriest] + 1) / shares[hungriest]) {
                hungriest = bracket;
            }
        }
        return hungriest;
    }

    @Override
    public void remember(Remembered result) {
        ideas.remember(result);
    }

    @Override
    public void tell(Observation observation) {
        Optional<Tag> tag = observation instanceof Observation.Proposed proposed ? Tag.of(proposed.note()) : Optional.empty();
        ideas.tell(observation, tag);
        entrants.tell(observation).ifPresent(entrant -> {
            tag.filter(t -> t.bracket() < shares.length && t.bracket() == entrant.aim()).ifPresent(t -> join(entrant, t.bracket()));
            follow(entrant, rungs.get(entrant.bracket()), observation);
        });
    }

    private void join(Entrant entrant, int bracket) {
        started[bracket]++;
        entrant.join(bracket);
    }

    private static void follow(Entrant entrant, List<Rung> bracket, Observation observation) {
        switch (observation) {
            case Observation.Paused _ when entrant.isStanding() && entrant.aim() >= 0 -> bracket.get(entrant.aim()).add(entrant);
            case Observation.Repeated _, Observation.Failed _, Observation.Dropped _ -> bracket.forEach(Rung::changed);
            case Observation.Proposed _, Observation.Measured _, Observation.Completed _, Observation.Pruned _, Observation.Paused _ -> {}
        }
    }
}
