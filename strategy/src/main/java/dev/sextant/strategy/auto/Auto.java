package dev.sextant.strategy.auto;

import dev.sextant.strategy.Answer;
import dev.sextant.strategy.Observation;
import dev.sextant.strategy.Remembered;
import dev.sextant.strategy.Request;
import dev.sextant.strategy.Strategy;
import java.util.HashSet;
import java.util.Set;

/// Two strategies, one after the other: a model while results are few, and beyond that in turn the model and an evolution.
///
/// Both are told everything, so the second begins where the first has come to. Which one answers depends on the number of
/// results, of trials that are under way, and of the trial that is asked for.
final class Auto implements Strategy {
    /// As many results as the model alone works on.
    static final int FEW = 1_000;
    /// As many trials under way as the model alone keeps apart.
    static final int CROWD = 200;

    private final Strategy model;
    private final Strategy evolution;
    private final Set<Integer> pending = new HashSet<>();
    private int ended;

    Auto(Strategy model, Strategy evolution) {
        this.model = model;
        this.evolution = evolution;
    }

    @Override
    public Answer ask(Request request) {
        boolean many = ended > FEW || (ended > 0 && pending.size() > CROWD);
        return many && request.trial() % 2 == 1 ? evolution.ask(request) : model.ask(request);
    }

    @Override
    public void remember(Remembered result) {
        model.remember(result);
        evolution.remember(result);
    }

    @Override
    public void tell(Observation observation) {
        model.tell(observation);
        evolution.tell(observation);
        switch (observation) {
            case Observation.Proposed proposed -> pending.add(proposed.trial());
            case Observation.Completed done -> end(done.trial());
            case Observation.Pruned cut -> end(cut.trial());
            case Observation.Failed failed -> end(failed.trial());
            case Observation.Dropped dropped -> pending.remove(dropped.trial());
            case Observation.Repeated again -> pending.add(again.trial());
            case Observation.Measured _, Observation.Paused _ -> {}
        }
    }

    private void end(int trial) {
        pending.remove(trial);
        ended++;
    }
}
