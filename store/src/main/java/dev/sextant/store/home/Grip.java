package dev.sextant.store.home;

import java.nio.file.Path;

/// What keeps others from running a study that is held.
public interface Grip extends AutoCloseable {
    /// Tells others where to reach this process to steer the study, where there are others who would look.
    ///
    /// @param socket an absolute path
    void listensAt(Path socket);

    /// Lets go. Idempotent.
    @Override
    void close();
}
