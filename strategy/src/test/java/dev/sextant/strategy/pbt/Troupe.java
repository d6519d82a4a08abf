package dev.sextant.strategy.pbt;

import dev.sextant.model.space.Configuration;
import dev.sextant.model.space.SearchSpace;
import dev.sextant.model.study.FidelityRange;
import dev.sextant.model.study.StrategySpec;
import dev.sextant.model.trial.Origin;
import dev.sextant.strategy.Answer;
import dev.sextant.strategy.Observation;
import dev.sextant.strategy.Problem;
import dev.sextant.strategy.Proposal;
import dev.sextant.strategy.Question;
import dev.sextant.strategy.Strategy;
import dev.sextant.strategy.StrategyFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;

/// A strategy with trials numbered, and told of, as an engine would.
final class Troupe {
    /// A trial that was proposed.
    record Trial(int number, OptionalInt parent, Configuration configuration, OptionalLong fidelity, String why, String note) {
        int member() {
            return Place.of(note).orElseThrow().member();
        }

        int generation() {
            return Place.of(note).orElseThrow().generation();
        }

        double value(String parameter) {
            return Double.parseDouble(configuration.value(parameter).orElseThrow().text());
        }
    }

    private final List<Trial> trials = new ArrayList<>();
    private final Strategy strategy;

    Troupe(StrategyFactory factory, SearchSpace space, StrategySpec settings, Optional<FidelityRange> fidelity) {
        strategy = factory.create(new Problem(space, 1, settings, fidelity, 1));
    }

    Trial trial(int number) {
        return trials.get(number);
    }

    Answer answer() {
        return strategy.ask(Question.of(trials.size(), Set.of()));
    }

    /// Asks; empty if there is nothing now or any more.
    Optional<Trial> ask() {
        return switch (answer()) {
            case Answer.Propose(Proposal.Start s) ->
                    Optional.of(begin(new Trial(trials.size(), OptionalInt.empty(), s.configuration(), s.fidelity(), s.why(), s.note()), Origin.STRATEGY));
            case Answer.Propose(Proposal.Branch b) ->
                    Optional.of(begin(new Trial(trials.size(), OptionalInt.of(b.parent()), b.configuration(), b.fidelity(), b.why(), b.note()), Origin.STRATEGY));
            case Answer.Propose(Proposal.Resume _), Answer.Wait _, Answer.Exhausted _ -> Optional.empty();
        };
    }

    Trial begin(Configuration configuration, Origin origin) {
        return begin(new Trial(trials.size(), OptionalInt.empty(), configuration, OptionalLong.empty(), "", ""), origin);
    }

    private Trial begin(Trial trial, Origin origin) {
        trials.add(trial);
        strategy.tell(new Observation.Proposed(trial.number(), trial.configuration(), trial.fidelity(), origin, trial.note()));
        return trial;
    }

    void tell(Observation observation) {
        strategy.tell(observation);
    }

    /// Ends a trial as the engine does: one that was run in part is paused with its losses.
    void end(Trial trial, double loss) {
        tell(trial.fidelity().isPresent() ? new Observation.Paused(trial.number(), List.of(loss))
                : new Observation.Completed(trial.number(), List.of(loss)));
    }
}
