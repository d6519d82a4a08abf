package dev.sextant.strategy.fidelity;

import dev.sextant.strategy.FeasibleFirst;
import dev.sextant.strategy.Observation;
import dev.sextant.strategy.pareto.ParetoOrder;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.stream.IntStream;

/// All trials of a study, and how far each has come. Not thread-safe.
final class Entrants {
    private final Levels levels;
    private final SequencedMap<Integer, Entrant> all = new LinkedHashMap<>();
    private int onTheirWay;
    private int complete;

    Entrants(Levels levels) {
        this.levels = levels;
    }

    /// Learns of an event.
    ///
    /// @return the trial that it concerns; empty for one that was never proposed
    Optional<Entrant> tell(Observation observation) {
        if (observation instanceof Observation.Proposed proposed) {
            onTheirWay++;
            all.put(proposed.trial(), new Entrant(proposed.trial(), levels.level(proposed.fidelity()).orElse(-1)));
        }
        Optional<Entrant> found = Optional.ofNullable(all.get(observation.trial()));
        found.ifPresent(entrant -> move(entrant, observation));
        return found;
    }

    private void move(Entrant entrant, Observation observation) {
        boolean before = entrant.isOnItsWay();
        switch (observation) {
            case Observation.Completed completed -> {
                entrant.arrive(ParetoOrder.toArray(FeasibleFirst.losses(completed.losses(), completed.excesses())), true);
                complete++;
            }
            case Observation.Paused paused when !paused.losses().isEmpty() ->
                    entrant.arrive(ParetoOrder.toArray(FeasibleFirst.losses(paused.losses(), paused.excesses())), false);
            case Observation.Pruned _ when entrant.isStanding() -> {}
            case Observation.Pruned _, Observation.Failed _, Observation.Dropped _ -> entrant.leave();
            case Observation.Repeated repeated -> entrant.goTo(levels.level(repeated.fidelity()).orElse(-1));
            case Observation.Proposed _, Observation.Measured _, Observation.Paused _ -> {}
        }
        onTheirWay += (entrant.isOnItsWay() ? 1 : 0) - (before ? 1 : 0);
    }

    /// A trial by its number.
    Optional<Entrant> find(int trial) {
        return Optional.ofNullable(all.get(trial));
    }

    boolean isEmpty() {
        return all.isEmpty();
    }

    /// Whether any trial is still to bring a result.
    boolean anyOnItsWay() {
        return onTheirWay > 0;
    }

    /// Whether a trial was ever run in full.
    boolean anyComplete() {
        return complete > 0;
    }

    /// Those that may go on.
    List<Entrant> standing() {
        return all.values().stream().filter(Entrant::isStanding).toList();
    }

    /// Those that may go on and those that are complete.
    List<Entrant> hopeful() {
        return all.values().stream().filter(entrant -> entrant.isStanding() || entrant.has(levels.top())).toList();
    }

    /// Those that are still to bring a result.
    List<Entrant> onTheirWay() {
        return all.values().stream().filter(Entrant::isOnItsWay).toList();
    }

    /// How much all of them are trained, or will be when those on their way have arrived.
    long trained() {
        return all.values().stream().mapToLong(entrant -> levels.at(Math.max(0, entrant.aim()))).sum();
    }

    /// The best of those that stand on the highest level on which one stands.
    Optional<Entrant> leader() {
        int highest = standing().stream().mapToInt(Entrant::aim).max().orElse(-1);
        return best(standing().stream().filter(e -> e.aim() == highest).toList(), highest, 1).stream().findFirst();
    }

    /// The best of some trials by what they reached at a level, the best first; several objectives are ranked by fronts
    /// and, within a front, by hypervolume.
    ///
    /// @param some all with a result at that level, in the order in which ties are to be decided
    static List<Entrant> best(List<Entrant> some, int level, int count) {
        if (some.isEmpty() || count < 1) {
            return List.of();
        }
        if (some.getFirst().result(level).length == 1) {
            return some.stream().sorted(Comparator.comparingDouble(e -> e.result(level)[0])).limit(count).toList();
        }
        double[][] losses = some.stream().map(e -> e.result(level)).toArray(double[][]::new);
        return IntStream.of(ParetoOrder.best(losses, count)).mapToObj(some::get).toList();
    }
}
