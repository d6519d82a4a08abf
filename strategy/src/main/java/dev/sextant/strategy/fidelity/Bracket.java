package dev.sextant.strategy.fidelity;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// One run of successive halving: so many trials at a low level, the best of them at the next one, and so on up.
///
/// A rung is compared when all its trials have ended; a failed one takes its place in the rung and goes no further.
/// Not thread-safe.
final class Bracket {
    private final Plan plan;
    private final List<List<Entrant>> rungs = new ArrayList<>();

    /// What a bracket is to be.
    ///
    /// @param start the level of its lowest rung
    /// @param sizes how many trials each rung has, the lowest first
    record Plan(int start, List<Integer> sizes) {
        Plan {
            sizes = List.copyOf(sizes);
        }
    }

    Bracket(Plan plan) {
        this.plan = plan;
        plan.sizes().forEach(_ -> rungs.add(new ArrayList<>()));
    }

    int start() {
        return plan.start();
    }

    /// Whether its lowest rung takes another trial.
    boolean hasRoom() {
        return rungs.getFirst().size() < plan.sizes().getFirst();
    }

    /// A trial has begun on its lowest rung.
    void enter(Entrant entrant) {
        rungs.getFirst().add(entrant);
    }

    /// A trial of this bracket is to be run further.
    void advance(Entrant entrant) {
        int rung = entrant.aim() - plan.start();
        if (rung > 0 && rung < rungs.size() && !rungs.get(rung).contains(entrant)) {
            rungs.get(rung).add(entrant);
        }
    }

    /// The trial that should go on next, from the lowest rung on which all has ended.
    ///
    /// @param closing whether the lowest rung will get no more trials, and counts as full
    Optional<Entrant> next(boolean closing) {
        boolean full = closing || !hasRoom();
        for (int rung = 0; rung + 1 < rungs.size() && full; rung++) {
            int level = plan.start() + rung;
            if (rungs.get(rung).stream().anyMatch(e -> e.isOnItsWay() && !e.has(level))) {
                return Optional.empty();
            }
            var above = rungs.get(rung + 1);
            var next = survivors(rung).stream().filter(e -> e.isStanding() && !above.contains(e)).findFirst();
            if (next.isPresent()) {
                return next;
            }
        }
        return Optional.empty();
    }

    private List<Entrant> survivors(int rung) {
        var members = rungs.get(rung);
        int level = plan.start() + rung;
        int places = Math.max(1, members.size() * plan.sizes().get(rung + 1) / plan.sizes().get(rung));
        return Entrants.best(members.stream().filter(e -> e.has(level)).toList(), level, places);
    }

    /// Whether it needs no more looking after: it is full, nobody is on his way, and nobody may go on.
    boolean isOver() {
        return !hasRoom() && members().noneMatch(Entrant::isOnItsWay) && next(false).isEmpty();
    }

    private Stream<Entrant> members() {
        return rungs.stream().flatMap(List::stream);
    }
}
