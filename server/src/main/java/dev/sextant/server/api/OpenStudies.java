package dev.sextant.server.api;

import dev.sextant.engine.port.StudyView;
import dev.sextant.server.request.ErrorCode;
import dev.sextant.server.request.OpenStudy;
import dev.sextant.server.request.Place;
import dev.sextant.server.request.ReadStudy;
import dev.sextant.server.request.RequestRefusedException;
import dev.sextant.server.request.Stored;
import dev.sextant.server.request.StudyLibrary;
import dev.sextant.wire.study.StudyDraft;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;

/// The studies that this server holds: opened when somebody wants something of them, and then for as long as it runs.
/// Thread-safe.
final class OpenStudies implements AutoCloseable {
    private static final String HOLDER = "sextant serve";
    private static final Duration LONGEST_LOOK = Duration.ofSeconds(1);
    private static final Duration LOOK = Duration.ofMillis(250);

    private final StudyLibrary library;
    private final ConcurrentHashMap<String, OpenStudy> open = new ConcurrentHashMap<>();
    private final Set<String> offered = ConcurrentHashMap.newKeySet();
    private final Set<String> over = ConcurrentHashMap.newKeySet();
    private final CountDownLatch closed = new CountDownLatch(1);

    OpenStudies(StudyLibrary library) {
        this.library = library;
    }

    StudyLibrary library() {
        return library;
    }

    /// A study, opened if it is not.
    ///
    /// @throws RequestRefusedException as [StudyLibrary#open(String)]
    OpenStudy get(String name) {
        var found = open.get(name);
        return found != null ? found : open.computeIfAbsent(name, this::opened);
    }

    private OpenStudy opened(String name) {
        checkOpen();
        return library.open(name);
    }

    private void checkOpen() {
        if (isEnding()) {
            throw new RequestRefusedException(ErrorCode.STORE_FAILED, "The server is ending.\nCome back when it runs again.");
        }
    }

    /// A study if it is open.
    Optional<OpenStudy> find(String name) {
        return Optional.ofNullable(open.get(name));
    }

    /// How many are open.
    int count() {
        return open.size();
    }

    /// Whether the server is ending.
    boolean isEnding() {
        return closed.getCount() == 0;
    }

    /// Does something with all that are open.
    void forEach(BiConsumer<String, OpenStudy> action) {
        open.forEach(action);
    }

    /// Opens a study and lets workers that take any have trials of it; its running time counts from now on.
    ///
    /// @throws RequestRefusedException as [StudyLibrary#open(String)]
    OpenStudy offer(String name) {
        var study = get(name);
        if (offered.add(name)) {
            study.desk().begin(HOLDER);
        }
        return study;
    }

    /// Says that a study is over, and offers it no more, until somebody [goes on][#goOn] with it.
    void withdraw(String name, String why) {
        if (offered.remove(name)) {
            over.add(name);
            find(name).ifPresent(study -> study.desk().end(why));
        }
    }

    /// Offers a study again that was over, because somebody wants more of it.
    void goOn(String name) {
        if (over.remove(name)) {
            offer(name);
        }
    }

    boolean isOffered(String name) {
        return offered.contains(name);
    }

    /// Opens a study if that is possible.
    ///
    /// @return whether there is such a study; another process may have it
    boolean open(String name) {
        try {
            offer(name);
            return true;
        } catch (RequestRefusedException closed) {
            return closed.code() != ErrorCode.UNKNOWN_STUDY;
        }
    }

    /// Opens a study for reading, whoever runs it.
    ///
    /// @throws RequestRefusedException as [StudyLibrary#read]
    ReadStudy read(String name) {
        return find(name).<ReadStudy>map(Here::new).orElseGet(() -> library.read(name));
    }

    /// A study that this server holds; it stays open.
    private record Here(OpenStudy study) implements ReadStudy {
        @Override
        public StudyView view() {
            return study.desk().view();
        }

        @Override
        public boolean isHeld() {
            return true;
        }

        @Override
        public boolean isHere() {
            return true;
        }

        @Override
        public boolean isPaused() {
            return study.desk().isPaused();
        }

        @Override
        public void close() {}
    }

    /// Makes a study, or takes up the stored one if it is the same. One with a command is offered to workers.
    void create(String name, StudyDraft draft, Stored stored) {
        checkOpen();
        var made = open.compute(name, (_, before) -> {
            if (before != null && stored == Stored.CONTINUE) {
                library.checkSame(before, draft);
                return before;
            }
            if (before != null) {
                before.close();
            }
            return library.create(draft, Place.HOME, stored);
        });
        if (made.desk().spec().program().isPresent()) {
            offer(name);
        }
    }

    void delete(String name) {
        open.compute(name, (_, before) -> {
            if (before != null) {
                before.close();
            }
            offered.remove(name);
            library.delete(name);
            return null;
        });
    }

    /// Waits until something may have changed in some studies: told by the engine where it is one, else by looking.
    ///
    /// @param seen how long the log of each study was
    /// @param nanos how long at most
    /// @return whether there is time to ask again
    boolean awaitChange(Map<OpenStudy, Long> seen, long nanos) {
        if (nanos <= 0) {
            return false;
        }
        try {
            if (seen.size() == 1) {
                var only = seen.entrySet().iterator().next();
                only.getKey().desk().await(only.getValue(), Duration.ofNanos(Math.min(nanos, LONGEST_LOOK.toNanos())));
                return true;
            }
            return !awaitEnd(Duration.ofNanos(Math.min(nanos, LOOK.toNanos())));
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /// Waits until the server ends, or a time has passed.
    ///
    /// @return whether it ends
    boolean awaitEnd(Duration most) throws InterruptedException {
        return closed.await(most.toNanos(), TimeUnit.NANOSECONDS);
    }

    /// Lets go of all studies; leases stay as they are.
    @Override
    public void close() {
        closed.countDown();
        open.values().removeIf(study -> {
            study.close();
            return true;
        });
    }
}
