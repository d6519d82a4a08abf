package dev.sextant.store.home;

import dev.sextant.engine.port.StudyStore;
import java.nio.file.Path;

/// A study that this process runs: nobody else writes it until it is closed. Thread-safe.
public final class HeldStudy implements AutoCloseable {
    private final StudyFolder folder;
    private final Hold hold;
    private final StudyStore store;

    HeldStudy(StudyFolder folder, Hold hold, StudyStore store) {
        this.folder = folder;
        this.hold = hold;
        this.store = store;
    }

    public StudyFolder folder() {
        return folder;
    }

    public StudyStore store() {
        return store;
    }

    /// Tells others where to reach this process to steer the study.
    ///
    /// @param socket an absolute path
    /// @throws dev.sextant.engine.port.StoreException if that cannot be written down
    public void listensAt(Path socket) {
        hold.listensAt(socket);
    }

    /// Makes durable what was taken, and lets the study go. Idempotent.
    @Override
    public void close() {
        try (hold) {
            store.close();
        }
    }
}
