package dev.sextant.testkit.postgres;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/// A PostgreSQL on loopback, with data that nobody keeps. Thread-safe.
///
/// It is durable as a real one is, and ends with this process, however that ends. PostgreSQL refuses to run as root; root
/// lets it run as `nobody`. User `sextant` may do everything and needs no password; `guarded` needs one, `secret`.
public final class PostgresServer implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final AtomicInteger DATABASES = new AtomicInteger();

    /// Waits until its input ends, which is when this process does, and ends the server with it.
    private static final String KEEPER = "folder=$1; shift; \"$@\" < /dev/null & cat > /dev/null; kill -QUIT $! 2> /dev/null; wait; rm -rf \"$folder\"";

    private final Path programs;
    private final Path folder;
    private final int port;
    private Process keeper;

    private PostgresServer(Path programs, Path folder, int port) throws IOException {
        this.programs = programs;
        this.folder = folder;
        this.port = port;
        this.keeper = keep();
    }

    /// The one that all tests of this process share. A test takes a database of its own from it, and leaves the server be.
    public static PostgresServer shared() {
        return Shared.SERVER;
    }

    private static final class Shared {
        private static final PostgresServer SERVER = start();
    }

    /// One of one's own, which may be stopped, killed and frozen. About a second.
    public static PostgresServer start() {
        try {
            var folder = Files.createTempDirectory("sextant-postgres");
            Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
            var data = Files.createDirectory(folder.resolve("data"), PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
            if (isRoot()) {
                Files.setOwner(data, data.getFileSystem().getUserPrincipalLookupService().lookupPrincipalByName("nobody"));
            }
            var programs = PostgresPrograms.folder();
            initialise(programs, folder);
            var server = new PostgresServer(programs, folder, freePort());
            server.awaitReady();
            return server;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static void initialise(Path programs, Path folder) throws IOException {
        var log = folder.resolve("initdb.log").toFile();
        var command = unprivileged(programs.resolve("initdb").toString(), "-D", folder.resolve("data").toString(), "-U", "sextant", "-A", "trust",
                "-E", "UTF8", "--locale=C", "--no-sync", "--no-instructions");
        if (ended(new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true).redirectOutput(log).start()) != 0) {
            throw new IOException("initdb failed: " + Files.readString(log.toPath()));
        }
        Files.writeString(folder.resolve("data/pg_hba.conf"), "host all guarded 127.0.0.1/32 scram-sha-256\nhost all all 127.0.0.1/32 trust\n");
    }

    private static int ended(Process process) {
        try {
            return process.waitFor();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    private static boolean isRoot() {
        return System.getProperty("user.name").equals("root");
    }

    private static List<String> unprivileged(String... command) {
        var words = new ArrayList<String>(isRoot() ? List.of("setpriv", "--reuid=nobody", "--regid=65534", "--clear-groups") : List.of());
        words.addAll(List.of(command));
        return words;
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private Process keep() throws IOException {
        var command = new ArrayList<>(List.of("sh", "-c", KEEPER, "keeper", folder.toString()));
        command.addAll(unprivileged(programs.resolve("postgres").toString(), "-D", folder.resolve("data").toString(), "-p", Integer.toString(port),
                "-c", "listen_addresses=127.0.0.1", "-c", "unix_socket_directories=", "-c", "shared_buffers=32MB", "-c", "max_connections=100",
                "-c", "wal_level=minimal", "-c", "max_wal_senders=0"));
        var log = folder.resolve("log").toFile();
        return new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log)).start();
    }

    private void awaitReady() throws IOException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!answers()) {
            if (System.nanoTime() > end || !keeper.isAlive()) {
                throw new IOException("PostgreSQL does not start: " + Files.readString(folder.resolve("log")));
            }
            sleep();
        }
    }

    private static void sleep() {
        try {
            TimeUnit.MILLISECONDS.sleep(20);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    private boolean answers() {
        try (var session = session("postgres")) {
            return session.isValid(1);
        } catch (SQLException _) {
            return false;
        }
    }

    /// A session of user `sextant`.
    public Connection session(String database) throws SQLException {
        return DriverManager.getConnection("jdbc:postgresql://127.0.0.1:%d/%s?user=sextant".formatted(port, database));
    }

    /// Runs statements in a database.
    public void run(String database, String... statements) {
        try (var session = session(database); var running = session.createStatement()) {
            for (var statement : statements) {
                running.execute(statement);
            }
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    /// Makes an empty database.
    ///
    /// @return its name
    public String newDatabase() {
        var name = "test" + DATABASES.incrementAndGet();
        run("postgres", "CREATE DATABASE " + name);
        return name;
    }

    /// `postgresql://sextant@127.0.0.1:PORT/DATABASE`.
    public String address(String database) {
        return "postgresql://sextant@127.0.0.1:%d/%s".formatted(port, database);
    }

    public int port() {
        return port;
    }

    private Stream<ProcessHandle> processes() {
        return keeper.descendants().filter(process -> !process.info().command().orElse("").endsWith("/cat"));
    }

    private void signal(String signal) throws IOException {
        var command = new ArrayList<>(List.of("kill", "-" + signal));
        processes().map(process -> Long.toString(process.pid())).forEach(command::add);
        ended(new ProcessBuilder(command).redirectErrorStream(true).start());
    }

    /// Stops the server in the middle of whatever it does; connections stay open.
    public void freeze() throws IOException {
        signal("STOP");
    }

    /// Lets it go on.
    public void thaw() throws IOException {
        signal("CONT");
    }

    /// Kills it without warning.
    public void kill() throws IOException {
        signal("KILL");
        awaitGone();
    }

    /// Has it end at once, as `pg_ctl stop -m immediate` does: it hangs up on everybody, and recovers when it is started again.
    public void stopAtOnce() throws IOException {
        signal("QUIT");
        awaitGone();
    }

    private void awaitGone() {
        while (processes().findAny().isPresent()) {
            sleep();
        }
    }

    /// Starts it again after it was killed or stopped, with the data it had.
    public void restart() throws IOException {
        Files.deleteIfExists(folder.resolve("data/postmaster.pid"));
        var before = keeper;
        keeper = keep();
        var waiting = before.descendants().toList();
        before.toHandle().destroyForcibly();        // first: else it would remove the folder
        waiting.forEach(ProcessHandle::destroyForcibly);
        awaitReady();
    }

    /// Ends it and removes its data.
    @Override
    public void close() {
        try {
            keeper.getOutputStream().close();
        } catch (IOException _) {
            keeper.destroyForcibly();
        }
        ended(keeper);
    }
}
