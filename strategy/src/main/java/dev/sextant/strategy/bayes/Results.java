package dev.sextant.strategy.bayes;

import dev.sextant.model.space.Configuration;
import dev.sextant.strategy.Observation;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.HashMap;
import org.jspecify.annotations.Nullable;

/// What a strategy was told: the ends of trials in their order, and the trials that are pending. Not thread-safe.
final class Results {
    private final Axes axes;
    /// Those that may still be told of: a complete trial is not repeated.
    private final Map<Integer, Known> trials = new HashMap<>();
    private final TreeMap<Integer, Known> pending = new TreeMap<>();
    private final Ends all = new Ends();
    private final Ends sound = new Ends();
    private final List<Runnable> rewriting = new ArrayList<>();

    /// A trial.
    static final class Known {
        private final Configuration configuration;
        private final Axes axes;
        private double @Nullable [] genes;
        private double @Nullable [] point;
        private long step;
        private Rank rank = Rank.LOST;
        private List<Double> losses = List.of();
        private List<Double> excesses = List.of();

        private Known(Configuration configuration, Axes axes) {
            this.configuration = configuration;
            this.axes = axes;
        }

        /// As it was proposed; one made of the genes may differ from it in the last digit.
        Configuration configuration() {
            return configuration;
        }

        /// Found when they are needed first, as [#point]: of a long study a model looks at a few hundred.
        double[] genes() {
            if (genes == null) {
                genes = axes.genes(configuration).orElseThrow();
            }
            return genes;
        }

        double[] point() {
            if (point == null) {
                point = axes.point(genes());
            }
            return point;
        }

        /// Where it stands by its first objective.
        Rank rank() {
            return rank;
        }

        /// How far it is beyond each limit; empty if that is not known.
        List<Double> excesses() {
            return excesses;
        }

        /// One for each objective; empty if it has none.
        List<Double> losses() {
            return losses;
        }
    }

    Results(Axes axes) {
        this.axes = axes;
    }

    /// All that ended.
    Ends all() {
        return all;
    }

    /// Those that ended with a loss.
    Ends sound() {
        return sound;
    }

    /// The trials that ended, in the order in which they did.
    List<Known> ended() {
        return all.list();
    }

    /// The trials that run or wait, in the order of their numbers.
    List<Known> pending() {
        return List.copyOf(pending.values());
    }

    /// How many run or wait.
    int awaited() {
        return pending.size();
    }

    /// How many have a loss.
    int valued() {
        return sound.count();
    }

    /// Has something done just before lists of ends change elsewhere than at their end.
    void beforeRewrite(Runnable action) {
        rewriting.add(action);
    }

    /// Learns of one event.
    ///
    /// @return whether a trial ended
    boolean tell(Observation observation) {
        if (observation instanceof Observation.Proposed proposed) {
            begin(proposed.trial(), new Known(proposed.configuration(), axes));
            return false;
        }
        Known known = trials.get(observation.trial());
        return known != null && tell(observation, known);
    }

    private boolean tell(Observation observation, Known known) {
        switch (observation) {
            case Observation.Completed done -> {
                trials.remove(done.trial());
                known.excesses = done.excesses();
                end(done, known, done.losses(), Rank.complete(done.losses().getFirst()));
            }
            case Observation.Pruned cut when cut.losses().isEmpty() -> end(cut, known, List.of(), Rank.LOST);
            case Observation.Pruned cut -> {
                known.excesses = cut.excesses();
                end(cut, known, cut.losses(), Rank.pruned(known.step, cut.losses().getFirst()));
            }
            case Observation.Failed failed -> end(failed, known, List.of(), Rank.LOST);
            case Observation.Measured measured -> known.step = measured.step();
            case Observation.Dropped dropped -> pending.remove(dropped.trial());
            case Observation.Repeated again -> repeat(again.trial(), known);
            case Observation.Paused _, Observation.Proposed _ -> {}
        }
        return observation instanceof Observation.Completed || observation instanceof Observation.Pruned
                || observation instanceof Observation.Failed;
    }

    /// A result that is none of a whole trial.
    ///
    /// @param losses empty if there was none
    void add(Configuration configuration, double[] genes, double[] point, List<Double> losses) {
        Known known = new Known(configuration, axes);
        known.genes = genes;
        known.point = point;
        known.losses = losses;
        known.rank = losses.isEmpty() ? Rank.LOST : Rank.complete(losses.getFirst());
        end(known);
    }

    private void begin(int trial, Known known) {
        trials.put(trial, known);
        pending.put(trial, known);
    }

    private void end(Observation end, Known known, List<Double> losses, Rank rank) {
        known.losses = losses;
        known.rank = rank;
        pending.remove(end.trial());
        end(known);
    }

    private void end(Known known) {
        all.add(known);
        if (known.rank.tier() < Rank.LOST.tier()) {
            sound.add(known);
        }
    }

    private void repeat(int trial, Known known) {
        if (all.list().contains(known)) {
            rewriting.forEach(Runnable::run);
            all.remove(known);
            sound.remove(known);
        }
        pending.put(trial, known);
    }
}
