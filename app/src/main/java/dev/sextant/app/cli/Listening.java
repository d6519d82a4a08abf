package dev.sextant.app.cli;

import dev.sextant.server.request.OpenStudy;
import dev.sextant.server.lines.SteeringSocket;
import dev.sextant.store.home.HeldStudy;
import java.io.UncheckedIOException;
import java.util.Optional;

/// Lets other shells steer a study that this process holds, until it is closed.
///
/// @param socket empty where none can be made: then the study goes on without
record Listening(Optional<SteeringSocket> socket) implements AutoCloseable {
    /// @param study as those who steer it see it
    static Listening to(HeldStudy held, OpenStudy study, Console console) {
        try {
            var socket = SteeringSocket.listen(Sockets.of(console).socket(held.folder().database()), study);
            held.listensAt(socket.path());
            return new Listening(Optional.of(socket));
        } catch (UncheckedIOException none) {
            console.err().println("sextant: Study '%s' cannot be steered by others now: %s".formatted(held.folder().name(), Faults.text(none)));
            return new Listening(Optional.empty());
        }
    }

    @Override
    public void close() {
        socket.ifPresent(SteeringSocket::close);
    }
}
