package dev.sextant.strategy.fidelity;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// All that reached one level, the best of which go on. Not thread-safe.
final class Rung {
    private final int level;
    private final int eta;
    /// With one objective in the order of the losses; with several in that of their coming.
    private final List<Entrant> members = new ArrayList<>();
    /// Those of the best that have not gone on; empty until it is asked for.
    private Optional<List<Entrant>> waiting = Optional.empty();

    Rung(int level, int eta) {
        this.level = level;
        this.eta = eta;
    }

    /// A trial has come here, for the first time or again.
    void add(Entrant entrant) {
        members.remove(entrant);
        members.add(entrant.result(level).length == 1 ? place(entrant) : members.size(), entrant);
        waiting = Optional.empty();
    }

    /// Behind all that are at least as good.
    private int place(Entrant entrant) {
        double loss = entrant.result(level)[0];
        int low = 0;
        int high = members.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (members.get(middle).result(level)[0] <= loss) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /// One of its trials has left, or is on its way to another level.
    void changed() {
        waiting = Optional.empty();
    }

    /// The best that may go on.
    Optional<Entrant> promotable() {
        if (waiting.isEmpty()) {
            int places = members.size() / eta;
            var best = members.isEmpty() || members.getFirst().result(level).length == 1
                    ? members.subList(0, places) : Entrants.best(members, level, places);
            waiting = Optional.of(best.stream().filter(e -> e.isStanding() && e.aim() == level).limit(1).toList());
        }
        return waiting.get().stream().findFirst();
    }
}
