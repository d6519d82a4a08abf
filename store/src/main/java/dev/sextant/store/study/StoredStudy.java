package dev.sextant.store.study;

import dev.sextant.engine.port.StoreException;
import dev.sextant.engine.port.StudyStore;

/// A study that is open for its only writer. Thread-safe.
///
/// Appends of many threads share commits. After a failed commit nothing more is taken: close the store and open the study
/// again.
public interface StoredStudy extends StudyStore, StoredView {
    /// Takes nothing more; what was taken and is not yet durable may be lost. For a holder who has lost the study.
    void refuse(StoreException why);

    @Override
    void close();
}
