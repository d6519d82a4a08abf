package dev.sextant.strategy.fidelity;

import dev.sextant.model.space.Configuration;
import dev.sextant.strategy.Answer;
import dev.sextant.strategy.Observation;
import dev.sextant.strategy.Problem;
import dev.sextant.strategy.Proposal;
import dev.sextant.strategy.Remembered;
import dev.sextant.strategy.Request;
import dev.sextant.strategy.Strategy;
import dev.sextant.strategy.StrategyFactory;
import dev.sextant.strategy.design.Filling;
import dev.sextant.strategy.design.SobolSearch;
import dev.sextant.strategy.search.Untried;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/// New configurations for trials of which a part is run first: an inner strategy for each level, which knows the results
/// at that level alone.
///
/// The one of the highest level with enough results is asked. Where there is none among the levels that may be learned
/// from, Sobol points are tried, and so they are for a share of the configurations in any case; where all levels may,
/// the one of the lowest is asked. A trial that runs is pending for all of them; when it has reached its level it counts
/// there, and at the levels above as one that was stopped early, so that they do not know the survivors alone. The
/// defaults come first of all. Not thread-safe.
///
/// Source: S. Falkner et al., BOHB, ICML 2018, section 4 (the model of the largest budget with enough results).
/// Differs: any strategy can be the model; it also knows of those that did not come so far; pending trials count; low
/// levels may be left out; Sobol points instead of draws.
final class Ideas {
    private final Configuration start;
    private final Levels levels;
    private final Setup setup;
    private final Untried untried;
    private final List<Strategy> thinkers = new ArrayList<>();
    private final Filling even;
    private final int[] results;
    private final Map<Integer, Known> trials = new HashMap<>();

    /// How configurations are found.
    ///
    /// @param proposer makes the inner strategies
    /// @param enough results at a level, and of earlier studies, before its inner strategy is asked
    /// @param below  as many levels below the highest may be learned from
    /// @param evenShare of the configurations that are Sobol points whatever is known, 0 to 1
    record Setup(StrategyFactory proposer, int enough, int below, double evenShare) {}

    /// A configuration to try.
    record Idea(Configuration configuration, String why, int thinker, String note) {}

    private static final class Known {
        private final BitSet pending = new BitSet();
        private int aim;
    }

    /// @param inner the problem with the inner strategy's settings
    Ideas(Problem inner, Levels levels, Setup setup) {
        this.start = inner.start();
        this.levels = levels;
        this.setup = setup;
        this.untried = new Untried(inner.space());
        this.even = SobolSearch.start(inner);
        this.results = new int[levels.count()];
        for (int level = 0; level < levels.count(); level++) {
            thinkers.add(setup.proposer().create(inner));
        }
    }

    /// The next configuration; empty if there is none left.
    Optional<Idea> next(Request request) {
        if (trials.isEmpty() && untried.accepts(start, request)) {
            return Optional.of(new Idea(start, "the defaults", Tag.NOBODY, ""));
        }
        OptionalInt level = level();
        return level.isEmpty() || request.random().nextDouble() < setup.evenShare() ? evenly(request) : thoughtOf(level.getAsInt(), request);
    }

    private OptionalInt level() {
        int lowest = Math.max(0, levels.top() - setup.below());
        OptionalInt known = IntStream.iterate(levels.top(), i -> i >= lowest, i -> i - 1).filter(i -> results[i] >= setup.enough()).findFirst();
        return known.isEmpty() && lowest == 0 ? OptionalInt.of(0) : known;
    }

    private Optional<Idea> evenly(Request request) {
        return even.ask(request) instanceof Answer.Propose(Proposal.Start idea)
                ? Optional.of(new Idea(idea.configuration(), idea.why(), levels.count(), idea.note())) : Optional.empty();
    }

    private Optional<Idea> thoughtOf(int level, Request request) {
        return switch (thinkers.get(level).ask(request)) {
            case Answer.Propose(Proposal.Start idea) -> Optional.of(new Idea(idea.configuration(),
                    idea.why() + knowing(level), level, idea.note()));
            case Answer.Propose(Proposal.Resume _), Answer.Propose(Proposal.Branch _), Answer.Wait _ -> evenly(request);
            case Answer.Exhausted _ -> Optional.empty();
        };
    }

    private String knowing(int level) {
        return results[level] < setup.enough() ? "" : " at %d".formatted(levels.at(level));
    }

    /// Learns what an earlier study found, at whatever fidelity.
    void remember(Remembered result) {
        thinkers.forEach(thinker -> thinker.remember(result));
        Arrays.setAll(results, level -> results[level] + 1);
    }

    /// Learns of an event.
    ///
    /// @param tag of the trial's note, when it is proposed
    void tell(Observation observation, Optional<Tag> tag) {
        if (observation instanceof Observation.Proposed proposed) {
            begin(proposed, tag);
        } else {
            Optional.ofNullable(trials.get(observation.trial())).ifPresent(known -> go(known, observation));
        }
    }

    private void begin(Observation.Proposed proposed, Optional<Tag> tag) {
        var known = new Known();
        known.aim = levels.level(proposed.fidelity()).orElse(-1);
        known.pending.set(0, levels.count());
        trials.put(proposed.trial(), known);
        even.tell(asOf(levels.count(), proposed, tag));
        for (int level = 0; level < levels.count(); level++) {
            thinkers.get(level).tell(asOf(level, proposed, tag));
        }
    }

    /// As a thinker is told of it, which gets its note back if the proposal was its own.
    private static Observation.Proposed asOf(int thinker, Observation.Proposed proposed, Optional<Tag> tag) {
        var note = tag.filter(t -> t.thinker() == thinker).map(Tag::note).orElse("");
        return new Observation.Proposed(proposed.trial(), proposed.configuration(), proposed.fidelity(), proposed.origin(), note);
    }

    private void go(Known known, Observation observation) {
        int trial = observation.trial();
        switch (observation) {
            case Observation.Measured measured -> tellPending(known, known.aim, measured);
            case Observation.Completed completed -> arrive(known, completed);
            case Observation.Paused(_, var losses, var excesses) when !losses.isEmpty() -> arrive(known, new Observation.Completed(trial, losses, excesses));
            case Observation.Pruned pruned -> arrive(known, pruned);
            case Observation.Failed _, Observation.Dropped _ -> {
                known.pending.stream().forEach(level -> thinkers.get(level).tell(observation));
                known.pending.clear();
            }
            case Observation.Repeated(_, var fidelity) -> goOn(known, trial, levels.level(fidelity).orElse(-1));
            case Observation.Paused _, Observation.Proposed _ -> {}
        }
    }

    private void arrive(Known known, Observation result) {
        tellPending(known, known.aim, result);
        if (known.aim >= 0 && known.pending.get(known.aim) && result instanceof Observation.Completed) {
            results[known.aim]++;
        }
        known.pending.stream().filter(level -> level != known.aim).forEach(level -> fallShort(thinkers.get(level), known.aim, level, result));
        known.pending.clear();
    }

    private void fallShort(Strategy thinker, int reached, int level, Observation result) {
        int trial = result.trial();
        if (reached >= 0 && reached < level && result instanceof Observation.Completed(_, var losses, var excesses)) {
            thinker.tell(new Observation.Measured(trial, levels.at(reached), losses, excesses));
            thinker.tell(new Observation.Pruned(trial, losses, excesses));
        } else {
            thinker.tell(new Observation.Dropped(trial));
        }
    }

    private void tellPending(Known known, int level, Observation observation) {
        if (level >= 0 && known.pending.get(level)) {
            thinkers.get(level).tell(observation);
        }
    }

    private void goOn(Known known, int trial, int aim) {
        known.aim = aim;
        for (int level = Math.max(0, aim); level < levels.count(); level++) {
            if (!known.pending.get(level)) {
                known.pending.set(level);
                thinkers.get(level).tell(new Observation.Repeated(trial));
            }
        }
    }
}
