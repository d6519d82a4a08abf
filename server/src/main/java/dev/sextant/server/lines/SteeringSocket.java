package dev.sextant.server.lines;

import dev.sextant.server.request.OpenStudy;
import dev.sextant.server.request.Studies;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;

/// The Unix socket through which other processes of the same user steer the one study that this process runs: the same
/// lines as [LinesDoor#serve] takes, from any number of clients at once. Trials that are asked for through it stay with
/// whoever asked until they are told or stopped.
///
/// Each client has a thread of its own. Not a virtual one: their poller waits in the kernel to the end, and a JVM that
/// exits gives such threads 0.3 s before it goes on. Thread-safe.
public final class SteeringSocket implements AutoCloseable {
    private static final int MOST_WAITING = 1024;
    private static final Duration LAST_WORD = Duration.ofSeconds(1);
    private static final Duration A_MOMENT = Duration.ofMillis(10);

    private final Path path;
    private final ServerSocketChannel server;
    private final Studies studies;
    private final Set<Caller> callers = ConcurrentHashMap.newKeySet();
    private final Thread listener;

    private SteeringSocket(Path path, ServerSocketChannel server, OpenStudy study) {
        this.path = path;
        this.server = server;
        this.studies = new OnlyStudy(study);
        this.listener = Thread.ofPlatform().daemon().name("steering socket").unstarted(this::accept);
    }

    /// Listens for those who steer a study, which stays open when the socket is closed. A socket file that a process
    /// left behind is replaced.
    ///
    /// @param path from a [SocketFolder]
    /// @throws UncheckedIOException if nothing can listen there; the message says why
    public static SteeringSocket listen(Path path, OpenStudy study) {
        SocketFolder.checkLength(path);
        removeStale(path);
        try {
            var server = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
            server.bind(UnixDomainSocketAddress.of(path), MOST_WAITING);
            Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rw-------"));
            var socket = new SteeringSocket(path, server, study);
            socket.listener.start();
            return socket;
        } catch (IOException | UnsupportedOperationException broken) {
            throw new UncheckedIOException(new IOException("No socket can be made at %s: %s.".formatted(path, broken.getMessage()), broken));
        }
    }

    private static void removeStale(Path path) {
        if (!Files.exists(path)) {
            return;
        }
        if (isAnswered(path)) {
            throw new UncheckedIOException(new IOException("Another process listens at %s; end it first.".formatted(path)));
        }
        try {
            Files.deleteIfExists(path);
        } catch (IOException broken) {
            throw new UncheckedIOException(new IOException("%s cannot be replaced: %s.".formatted(path, broken.getMessage()), broken));
        }
    }

    private static boolean isAnswered(Path path) {
        try (var probe = SocketChannel.open(StandardProtocolFamily.UNIX)) {
            return probe.connect(UnixDomainSocketAddress.of(path));
        } catch (IOException _) {
            return false;
        }
    }

    /// Where it listens.
    public Path path() {
        return path;
    }

    private void accept() {
        while (server.isOpen()) {
            try {
                var caller = new Caller(server.accept(), LinesDoor.byHand(studies));
                callers.add(caller);
                Thread.ofPlatform().daemon().name("steering caller").start(() -> serve(caller));
            } catch (IOException _) {
                // Closed, or out of file handles: then the callers there are will give some back.
                LockSupport.parkNanos(A_MOMENT.toNanos());
            }
        }
    }

    private void serve(Caller caller) {
        try (caller) {
            caller.serve();
        } finally {
            callers.remove(caller);
        }
    }

    /// Lets nobody else in, gives callers whose line is being answered a second for it, hangs up, and removes the file.
    @Override
    public void close() {
        try {
            server.close();
            listener.join();
            Files.deleteIfExists(path);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
        long end = System.nanoTime() + LAST_WORD.toNanos();
        callers.forEach(caller -> caller.hangUp(Duration.ofNanos(end - System.nanoTime())));
    }
}
