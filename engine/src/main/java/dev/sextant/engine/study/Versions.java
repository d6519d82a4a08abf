package dev.sextant.engine.study;

import dev.sextant.model.space.Configuration;
import dev.sextant.model.space.SearchSpace;
import java.util.BitSet;
import java.util.Optional;

/// How far the log has come through the versions of the space, and which trials of earlier ones do not fit the one that
/// holds now. Not thread-safe.
public final class Versions {
    private final SearchSpace space;
    private final BitSet misfits = new BitSet();
    private int reached;

    /// @param space that holds now
    Versions(SearchSpace space) {
        this.space = space;
        this.reached = space.version();
    }

    /// The log comes to a version of the space.
    void reach(int version) {
        reached = version;
    }

    /// Whether the last event belongs to an earlier version.
    public boolean isEarlier() {
        return reached < space.version();
    }

    /// A configuration of the version that the log has come to, as one of the space that holds now; empty if it does not fit.
    public Optional<Configuration> fit(Configuration configuration) {
        return isEarlier() ? space.fit(configuration) : Optional.of(configuration);
    }

    void addMisfit(int trial) {
        misfits.set(trial);
    }

    /// Whether a trial of an earlier version does not fit the space that holds now, so that it is no evidence.
    public boolean isMisfit(int trial) {
        return misfits.get(trial);
    }
}
