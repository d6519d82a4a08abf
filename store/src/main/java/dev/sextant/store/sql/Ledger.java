package dev.sextant.store.sql;

import dev.sextant.engine.port.TrialFold;
import dev.sextant.model.event.Logged;
import dev.sextant.model.event.StudyEvent;
import dev.sextant.model.trial.TrialRecord;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/// Folds the events of one study into what a commit writes. Not thread-safe; not used again after a commit that failed.
///
/// A trial is written once a transaction, however many of its events are in it. Trials that are not over are kept in
/// memory, so that what a commit costs does not grow with the study.
public final class Ledger {
    private final Finding finding;
    private final Map<Integer, TrialRecord> open = new HashMap<>();

    /// The way to a trial that is not kept in memory.
    public interface Finding {
        /// The trial of a number as it was last committed.
        Optional<TrialRecord> trial(int number) throws SQLException;
    }

    public Ledger(Finding finding) {
        this.finding = finding;
    }

    /// What events come to.
    ///
    /// @throws IllegalArgumentException if one concerns a trial that was never made
    public Change fold(List<Logged> events) throws SQLException {
        var changed = new LinkedHashMap<Integer, TrialRecord>();
        var settings = OptionalLong.empty();
        for (var logged : events) {
            switch (logged.event()) {
                case StudyEvent.OfTrial event -> {
                    var before = event instanceof StudyEvent.Proposed ? Optional.<TrialRecord>empty() : find(event.trial(), changed);
                    changed.put(event.trial(), TrialFold.next(before, logged, event));
                }
                case StudyEvent.Created _, StudyEvent.Evolved _, StudyEvent.Changed _ -> settings = OptionalLong.of(logged.position());
                case StudyEvent.Remembered _, StudyEvent.Opened _, StudyEvent.StudyPaused _, StudyEvent.StudyResumed _, StudyEvent.Closed _,
                        StudyEvent.Abandoned _ -> {}
            }
        }
        changed.values().forEach(this::remember);
        return new Change(events, List.copyOf(changed.sequencedValues()), settings);
    }

    private Optional<TrialRecord> find(int number, Map<Integer, TrialRecord> changed) throws SQLException {
        var record = changed.getOrDefault(number, open.get(number));
        return record != null ? Optional.of(record) : finding.trial(number);
    }

    private void remember(TrialRecord record) {
        if (record.state().isFinal()) {
            open.remove(record.trial());
        } else {
            open.put(record.trial(), record);
        }
    }
}
