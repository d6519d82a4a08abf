package dev.sextant.bench.chaos;

import dev.sextant.bench.Children;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.CopyOnWriteArrayList;

/// The workers that have joined a server. Thread-safe as far as each is touched by one thread.
final class Workers implements AutoCloseable {
    private final Path folder;
    private final URI server;
    private final Map<String, Process> running = new ConcurrentSkipListMap<>();
    private final List<Kill> kills = new CopyOnWriteArrayList<>();

    /// @param server as they see it
    Workers(Path folder, URI server) {
        this.folder = folder;
        this.server = server;
    }

    /// Starts one, for one trial at a time.
    void begin(String name) throws IOException {
        running.put(name, Children.sextant(folder, folder.resolve("out"), List.of("worker", "--join", server.toString(), "--study", ChaosStudy.NAME,
                "--name", name, "--slots", "1", "--allow-commands")));
    }

    private Process process(String name) {
        return Optional.ofNullable(running.get(name)).orElseThrow();
    }

    /// Freezes one for some milliseconds.
    void freeze(String name, int milliseconds) throws IOException {
        Children.signal(process(name), "STOP");
        Pause.of(milliseconds);
        Children.signal(process(name), "CONT");
    }

    /// As [#freeze], for longer than it may be silent: its trials are given to others, and what it tells after that comes too late
    /// and counts as if it had been killed.
    void freezeForLong(String name, int milliseconds) throws IOException {
        var begun = Instant.now();
        freeze(name, milliseconds);
        kills.add(new Kill(name, begun, Instant.now()));
    }

    /// Kills one, and starts it again after some milliseconds.
    void kill(String name, int rest) throws IOException {
        end(name, List.of("KILL"));
        Pause.of(rest);
        begin(name);
    }

    /// Asks one to end twice, so that it stops its programs, and starts it again. Counts as a kill, for what these had written down may be
    /// given back.
    void restart(String name) throws IOException {
        end(name, List.of("TERM", "TERM"));
        begin(name);
    }

    private void end(String name, List<String> signals) throws IOException {
        var begun = Instant.now();
        for (var signal : signals) {
            Children.signal(process(name), signal);
            Pause.of(100);
        }
        Children.ended(process(name));
        kills.add(new Kill(name, begun, Instant.now()));
    }

    List<Kill> kills() {
        return List.copyOf(kills);
    }

    /// Ends all in good order.
    @Override
    public void close() throws IOException {
        var all = new ArrayList<>(running.values());
        for (var worker : all) {
            Children.signal(worker, "TERM");
        }
        all.forEach(Children::ended);
    }
}
