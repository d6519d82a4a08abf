package dev.sextant.strategy.fidelity;

import dev.sextant.strategy.Answer;
import dev.sextant.strategy.Observation;
import dev.sextant.strategy.Remembered;
import dev.sextant.strategy.Request;
import dev.sextant.strategy.Strategy;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Successive halving: many trials are run for a little, the best of them for longer, and so on; brackets of it follow
/// each other.
///
/// Whoever is asked while a rung is not full, or waits for its last results, gets a trial of the next bracket, so that no
/// slot is idle. When the budget has no room for new trials, what there is of a bracket goes on without the others; and a
/// study does not end without a trial that was run in full. Cost of an ask: O(n·log n) for the n trials of the
/// brackets that are under way, plus what the inner strategy costs.
///
/// Sources: K. Jamieson and A. Talwalkar, Non-stochastic best arm identification, AISTATS 2016; L. Li et al., Hyperband,
/// JMLR 18 (2018), algorithm 1. Differs: no barrier; several objectives are ranked by fronts and hypervolume; the
/// defaults are the first trial.
final class Halving implements Strategy {
    private static final String BEST = "among the best";

    private final Steps steps;
    private final List<Bracket.Plan> plans;
    private final Ideas ideas;
    private final Entrants entrants;
    private final List<Bracket> brackets = new ArrayList<>();
    private final List<Bracket> open = new ArrayList<>();
    private final Map<Integer, Bracket> bracketOf = new HashMap<>();

    /// @param name for the reasons that people read
    /// @param plans of the brackets, one after the other, and from the start again
    Halving(String name, Levels levels, List<Bracket.Plan> plans, Ideas ideas) {
        this.steps = new Steps(name, levels);
        this.plans = List.copyOf(plans);
        this.ideas = ideas;
        this.entrants = new Entrants(levels);
    }

    @Override
    public Answer ask(Request request) {
        return promotion(false)
                .or(() -> request.mayStart() ? start(request) : Optional.empty())
                .or(() -> promotion(true))
                .orElseGet(() -> steps.end(entrants));
    }

    private Optional<Answer> promotion(boolean closing) {
        return open.stream().flatMap(bracket -> bracket.next(closing).stream()).findFirst().map(e -> steps.onward(e, BEST));
    }

    private Optional<Answer> start(Request request) {
        boolean another = brackets.isEmpty() || !brackets.getLast().hasRoom();
        int number = another ? brackets.size() : brackets.size() - 1;
        int level = plan(number).start();
        return ideas.next(request).map(idea -> steps.begin(idea, number, level));
    }

    private Bracket.Plan plan(int number) {
        return plans.get(number % plans.size());
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
            tag.ifPresent(t -> enter(entrant, t.bracket()));
            Optional.ofNullable(bracketOf.get(entrant.trial())).ifPresent(bracket -> follow(bracket, entrant, observation));
        });
    }

    private void enter(Entrant entrant, int number) {
        while (brackets.size() <= number) {
            var bracket = new Bracket(plan(brackets.size()));
            brackets.add(bracket);
            open.add(bracket);
        }
        var bracket = brackets.get(number);
        if (entrant.aim() == bracket.start()) {
            bracket.enter(entrant);
            bracketOf.put(entrant.trial(), bracket);
        }
    }

    private void follow(Bracket bracket, Entrant entrant, Observation observation) {
        if (observation instanceof Observation.Repeated) {
            bracket.advance(entrant);
        }
        if (!entrant.isOnItsWay() && bracket.isOver()) {
            open.remove(bracket);
        }
    }
}
