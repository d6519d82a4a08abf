package dev.sextant.server.view;

import dev.sextant.engine.port.StudyView;
import dev.sextant.model.event.Logged;
import dev.sextant.model.event.StudyEvent;
import dev.sextant.model.study.Remarks;
import dev.sextant.model.trial.TrialRecord;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Function;

/// The table of a study and its recent attempts, read from the store once and kept current by the log. Thread-safe.
///
/// A long study is read in the background; whoever looks meanwhile sees the trials that were read so far.
final class LiveTable {
    private static final int RECENT_EVENTS = 300_000;
    private static final long PATIENCE_MILLIS = 400;

    private final StudyView view;
    private final TrialTable table;
    private final AttemptLog attempts = new AttemptLog();
    private final CurveLog curves;
    private final Map<Integer, Remarks> remarks = new HashMap<>();
    private final ReentrantReadWriteLock lock = new ReentrantReadWriteLock();
    private final ReentrantLock turn = new ReentrantLock();
    private final CountDownLatch whole = new CountDownLatch(1);
    private final List<RuntimeException> failures = new ArrayList<>();
    private volatile long seen;

    private LiveTable(StudyView view) {
        this.view = view;
        this.table = new TrialTable(view.spec(), number -> view.trial(number).map(TrialRecord::why).orElse(""));
        this.curves = new CurveLog(view.spec().metrics());
    }

    /// Begins to read a study.
    static LiveTable of(StudyView view) {
        var live = new LiveTable(view);
        Thread.ofVirtual().name("table of " + view.spec().name()).start(live::fill);
        return live;
    }

    /// Whether the space is still that of the table.
    boolean holds() {
        return table.spec().space().version() == view.spec().space().version();
    }

    /// Whether every trial was read.
    boolean isWhole() {
        return whole.getCount() == 0;
    }

    /// How many events stand behind what is seen.
    long seen() {
        return seen;
    }

    /// Looks at all that is known now; nothing changes meanwhile. Waits a moment for a study that is being read.
    <T> T look(Function<LiveTable, T> look) {
        catchUp();
        lock.readLock().lock();
        try {
            return look.apply(this);
        } finally {
            lock.readLock().unlock();
        }
    }

    /// The trials; only within [#look].
    TrialTable table() {
        return table;
    }

    /// The recent attempts; only within [#look].
    AttemptLog attempts() {
        return attempts;
    }

    /// What recent trials reported; only within [#look].
    CurveLog curves() {
        return curves;
    }

    /// What people wrote on a trial; only within [#look].
    Remarks remarks(int trial) {
        return remarks.getOrDefault(trial, Remarks.NONE);
    }

    private void fill() {
        try {
            long length = view.length();
            readTrials();
            var written = view.remarks();
            changing(() -> remarks.putAll(written));
            long recent = Math.max(0, length - RECENT_EVENTS);
            var early = new ArrayList<Logged>();
            view.events(recent, logged -> {
                if (logged.position() < length) {
                    early.add(logged);
                }
            });
            changing(() -> early.forEach(this::take));
            seen = length;
        } catch (RuntimeException failure) {
            changing(() -> failures.add(failure));
        } finally {
            whole.countDown();
        }
    }

    /// What changed since a part was read is news to [#catchUp].
    private void readTrials() {
        view.trialsInParts(part -> changing(() -> part.forEach(table::put)));
    }

    private void catchUp() {
        try {
            if (!whole.await(PATIENCE_MILLIS, TimeUnit.MILLISECONDS)) {
                return;
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return;
        }
        failures.stream().findFirst().ifPresent(failure -> {
            throw failure;
        });
        turn.lock();
        try {
            takeNews();
        } finally {
            turn.unlock();
        }
    }

    private void takeNews() {
        if (view.length() <= seen) {
            return;
        }
        var news = new ArrayList<Logged>();
        view.events(seen, news::add);
        var touched = new TreeSet<Integer>();
        news.forEach(logged -> {
            if (logged.event() instanceof StudyEvent.OfTrial concerned) {
                touched.add(concerned.trial());
            }
        });
        var trials = touched.stream().flatMap(number -> view.trial(number).stream()).toList();
        changing(() -> {
            trials.forEach(table::put);
            news.forEach(this::take);
        });
        seen = news.getLast().position() + 1;
    }

    private void take(Logged logged) {
        attempts.take(logged);
        switch (logged.event()) {
            case StudyEvent.Measured measured -> curves.take(measured);
            case StudyEvent.Noted(int trial, Remarks written) -> remarks.put(trial, written);
            default -> {}
        }
    }

    private void changing(Runnable change) {
        lock.writeLock().lock();
        try {
            change.run();
        } finally {
            lock.writeLock().unlock();
        }
    }
}
