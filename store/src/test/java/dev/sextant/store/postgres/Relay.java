package dev.sextant.store.postgres;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/// A way to a server that can break at the worst moment: around a commit.
final class Relay implements AutoCloseable {
    /// What happens to the next commit, and to its connection.
    enum Breach {
        /// It never reaches the server.
        BEFORE,
        /// It reaches the server, and the answer is lost.
        AFTER,
        /// As AFTER, and the server never hears that the connection broke.
        UNNOTICED
    }

    private final ServerSocket door;
    private final int server;
    private final AtomicReference<@Nullable Breach> next = new AtomicReference<>();
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();

    private Relay(ServerSocket door, int server) {
        this.door = door;
        this.server = server;
    }

    static Relay to(int server) throws IOException {
        var relay = new Relay(new ServerSocket(0, 50, InetAddress.getLoopbackAddress()), server);
        Thread.ofVirtual().start(relay::accept);
        return relay;
    }

    int port() {
        return door.getLocalPort();
    }

    void breakAtNextCommit(Breach breach) {
        next.set(breach);
    }

    private void accept() {
        while (!door.isClosed()) {
            try {
                var client = door.accept();
                var target = new Socket(InetAddress.getLoopbackAddress(), server);
                target.setTcpNoDelay(true);
                client.setTcpNoDelay(true);
                open.add(client);
                open.add(target);
                var link = new Link(client, target);
                Thread.ofVirtual().start(() -> link.pass(client, target));
                Thread.ofVirtual().start(() -> link.pass(target, client));
            } catch (IOException _) {
                return;
            }
        }
    }

    private final class Link {
        private final Socket client;
        private final Socket target;
        private volatile boolean isCut;
        private volatile boolean isUnnoticed;
        private volatile boolean commits;

        Link(Socket client, Socket target) {
            this.client = client;
            this.target = target;
        }

        void pass(Socket from, Socket to) {
            var buffer = new byte[1 << 16];
            try (var _ = closing()) {
                InputStream in = from.getInputStream();
                for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
                    if (from.equals(client) ? keepsFromServer(buffer, count) : isCut) {
                        return;
                    }
                    to.getOutputStream().write(buffer, 0, count);
                    to.getOutputStream().flush();
                }
            } catch (IOException _) {
                return;
            }
        }

        /// The statement is prepared under a name after a while; from then on its text is not seen any more.
        private boolean keepsFromServer(byte[] buffer, int count) {
            commits |= new String(buffer, 0, count, StandardCharsets.ISO_8859_1).contains("FOR KEY SHARE),\nlogged AS");
            if (!commits) {
                return false;
            }
            var breach = next.getAndSet(null);
            if (breach == null) {
                return false;
            }
            isUnnoticed = breach == Breach.UNNOTICED;
            isCut = breach != Breach.BEFORE;
            return breach == Breach.BEFORE;
        }

        private Ending closing() {
            return () -> {
                client.close();
                if (!isUnnoticed) {
                    target.close();
                }
            };
        }
    }

    private interface Ending extends AutoCloseable {
        @Override
        void close() throws IOException;
    }

    @Override
    public void close() throws IOException {
        door.close();
        for (var socket : open) {
            socket.close();
        }
    }
}
