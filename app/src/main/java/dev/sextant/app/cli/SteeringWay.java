package dev.sextant.app.cli;

import dev.sextant.server.lines.LinesDoor;
import dev.sextant.store.home.HeldStudy;
import dev.sextant.store.home.Holder;
import dev.sextant.store.home.Home;
import dev.sextant.store.home.Machine;
import dev.sextant.store.home.StudyFolder;
import dev.sextant.store.home.Taking;
import dev.sextant.wire.lines.LinesClient;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Optional;

/// Finds the way to steer a study: the socket of the process that runs it, or, if nobody runs it, its database, held
/// for the moment. Other shells hold it for moments too; they take turns.
record SteeringWay(Home home, StudyFolder study) {
    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final int SHORTEST_PAUSE_MILLIS = 10;
    private static final int LONGEST_PAUSE_MILLIS = 60;

    /// Opens the way.
    ///
    /// @throws dev.sextant.store.home.StudyHeldException if a process of another machine runs the study, or one of this
    ///     machine that does not listen and does not end within a minute
    Steering open() {
        var listening = study.holder(home.access()).flatMap(this::through);
        return listening.orElseGet(() -> inTurn(Turn.await(study.path())));
    }

    private Steering inTurn(Turn turn) {
        boolean found = false;
        try {
            var steering = find(turn);
            found = true;
            return steering;
        } finally {
            if (!found) {
                turn.close();
            }
        }
    }

    private Steering find(Turn turn) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            switch (study.take(home.access())) {
                case Taking.Taken(HeldStudy held) -> {
                    return through(held, turn);
                }
                case Taking.Refused refused -> {
                    var listening = refused.holder().flatMap(this::through);
                    if (listening.isPresent()) {
                        turn.close();
                        return listening.get();
                    }
                    if (refused.holder().filter(SteeringWay::isElsewhere).isPresent() || System.nanoTime() > end || !Pause.over(pause())) {
                        refused.orThrow();
                    }
                }
            }
        }
    }

    private static boolean isElsewhere(Holder holder) {
        return !holder.machine().equals(Machine.here());
    }

    /// Through the socket of whoever runs the study, if he listens on this machine.
    private Optional<Steering> through(Holder holder) {
        if (isElsewhere(holder) || holder.socket().isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(new Steering(study.name(), LinesClient.connect(holder.socket().get()), () -> {}));
        } catch (UncheckedIOException _) {
            return Optional.empty();        // it ended between the look at its name and now
        }
    }

    private Steering through(HeldStudy held, Turn turn) {
        return new Steering(study.name(), LinesClient.to(LinesDoor.byHand(new OneStudy(held))), () -> {
            try (turn) {
                held.close();
            }
        });
    }

    /// Another time for each process, so that many shells do not come back all at once.
    private static Duration pause() {
        long spread = ProcessHandle.current().pid() % (LONGEST_PAUSE_MILLIS - SHORTEST_PAUSE_MILLIS);
        return Duration.ofMillis(SHORTEST_PAUSE_MILLIS + spread);
    }
}
