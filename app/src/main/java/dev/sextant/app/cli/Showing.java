package dev.sextant.app.cli;

import dev.sextant.engine.port.StoreException;
import dev.sextant.model.event.Logged;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;

/// Shows how a study goes, on a thread of its own, from its first event to the moment it is closed.
final class Showing implements AutoCloseable {
    private static final Duration TICK = Duration.ofMillis(150);

    private final ObservedStore store;
    private final List<Screen> screens;
    private final Queue<String> said = new ConcurrentLinkedQueue<>();
    private final Thread thread;
    private volatile boolean over;

    private Showing(ObservedStore store, List<Screen> screens) {
        this.store = store;
        this.screens = screens;
        this.thread = Thread.ofPlatform().name("screen").daemon().unstarted(this::show);
    }

    /// Begins. Nothing may have been appended through the store yet.
    static Showing start(ObservedStore store, List<Screen> screens) {
        var showing = new Showing(store, screens);
        if (screens.isEmpty()) {
            showing.over = true;
        } else {
            store.watch();
            store.events(0, e -> showing.take(e, false));
        }
        showing.thread.start();
        return showing;
    }

    /// Has every screen say something, within a tick. Any thread may call it.
    void say(String line) {
        said.add(line);
    }

    private void take(Logged event, boolean isNew) {
        screens.forEach(s -> s.take(event, isNew));
    }

    private void show() {
        var next = Instant.now();
        while (!over || !store.appended().isEmpty()) {
            passOn();
            try {
                var some = store.appended().poll(TICK.toMillis(), TimeUnit.MILLISECONDS);
                if (some != null) {
                    some.receipt().await();
                    some.events().forEach(e -> take(e, true));
                }
            } catch (InterruptedException | StoreException broken) {
                break;                      // whoever appended hears of it, and says so
            }
            if (!Instant.now().isBefore(next)) {
                next = Instant.now().plus(TICK);
                tick(Instant.now());
            }
        }
    }

    private void passOn() {
        for (var line = said.poll(); line != null; line = said.poll()) {
            var words = line;
            screens.forEach(s -> s.say(words));
        }
    }

    private void tick(Instant now) {
        screens.forEach(s -> s.tick(now));
    }

    /// Shows what is left and ends.
    @Override
    public void close() {
        over = true;
        try {
            thread.join();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
        passOn();
        screens.forEach(Screen::close);
    }
}
