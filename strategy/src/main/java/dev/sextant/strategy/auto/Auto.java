package dev.sextant.strategy.auto;

import dev.sextant.strategy.Answer;
import dev.sextant.strategy.Observation;
import dev.sextant.strategy.Remembered;
import dev.sextant.strategy.Request;
import dev.sextant.strategy.Strategy;
import java.util.HashSet;
import java.util.Set;

/// Two strategies, one after the other: a model while results are few, beyond that in turn the model and an evolution, and
/// in the end mostly the evolution, which is what comes down to the bottom of a valley.
///
/// Both are told everything, so the second begins where the first has come to. Which one answers depends on the number of
/// results, of trials that are under way, and of the trial that is asked for.
final class Auto implements Strategy {
    /// As many results as the model alone works on.
    static final int FEW = 300;
    /// As many results as the model has an equal share in; then it has a quarter.
    static final int MANY = 1_000;
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
        return request.trial() % turns() == 0 ? model.ask(request) : evolution.ask(request);
    }

    /// In how many proposals one is the model's.
    private int turns() {
        if (ended > MANY) {
            return 4;
        }
        return ended > FEW || (ended > 0 && pending.size() > CROWD) ? 2 : 1;
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
