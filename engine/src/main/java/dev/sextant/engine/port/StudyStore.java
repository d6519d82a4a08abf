package dev.sextant.engine.port;

import dev.sextant.model.event.Logged;
import java.util.List;

/// Keeps the log of one study. It has one writer, the engine.
public interface StudyStore extends StudyView, AutoCloseable {
    /// Takes events for the end of the log, in the order of the calls, and returns at once; appends of several callers
    /// may share one commit.
    ///
    /// @param events in order, the first at position [#length()] plus what was taken but is not yet durable
    /// @return the way to learn that these events, and so all before them, are durable
    Receipt append(List<Logged> events);

    /// Makes all that was taken durable and lets go of the study. Idempotent.
    @Override
    void close();

    /// Tells when an append is durable.
    interface Receipt {
        /// Returns when the events are durable.
        ///
        /// @throws StoreException if they could not be kept; then none of them, and none taken after them, are
        void await();
    }
}
