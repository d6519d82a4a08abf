package dev.sextant.store.home;

import dev.sextant.engine.port.StudyStore;
import java.nio.file.Path;

/// A study that this process runs: nobody else writes it until it is closed. Thread-safe.
public final class HeldStudy implements AutoCloseable {
    private final StudyFolder folder;
    private final Grip grip;
    private final StudyStore store;

    /// A study in good hands.
    ///
    /// @param folder for the files of its trials
    public HeldStudy(StudyFolder folder, Grip grip, StudyStore store) {
        this.folder = folder;
        this.grip = grip;
        this.store = store;
    }

    /// Where the files of its trials lie.
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
        grip.listensAt(socket);
    }

    /// Makes durable what was taken, and lets the study go. Idempotent.
    @Override
    public void close() {
        try (grip) {
            store.close();
        }
    }
}
