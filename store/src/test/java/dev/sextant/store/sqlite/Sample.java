package dev.sextant.store.sqlite;

import dev.sextant.engine.port.StudyStore;
import dev.sextant.model.event.Logged;
import dev.sextant.model.event.StudyEvent;
import dev.sextant.model.space.IntRange;
import dev.sextant.model.space.Parameter;
import dev.sextant.model.space.SearchSpace;
import dev.sextant.model.study.Duplicates;
import dev.sextant.model.study.Objective;
import dev.sextant.model.study.Settings;
import dev.sextant.model.study.StrategySpec;
import dev.sextant.model.study.StudySpec;
import dev.sextant.store.study.StoredStudy;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// A small study, and what tests do with its store.
public final class Sample {
    public static final Instant NOW = Instant.parse("2026-11-21T09:30:00Z");

    private Sample() {}

    public static StudySpec spec(String name) {
        return new StudySpec(name, SearchSpace.of(Parameter.of("x", IntRange.of(1, 9))),
                List.of(new Objective("loss", Objective.Goal.MIN)), List.of(), StrategySpec.of("random"), 7,
                new Duplicates.Forbid(), Optional.empty(), Optional.empty());
    }

    static Path create(Path folder) {
        var file = folder.resolve("study.db");
        SqliteStore.create(file, spec("sample"), Settings.STANDARD, NOW);
        return file;
    }

    static StoredStudy write(Path file) {
        return SqliteStore.open("sample", file, Journal.SHARED, Durability.PROCESS_END);
    }

    /// Takes an event for the place after all durable ones.
    public static StudyStore.Receipt take(StudyStore store, StudyEvent event) {
        return store.append(List.of(new Logged(store.length(), NOW, event)));
    }

    /// Appends an event and waits until it is durable.
    public static void append(StudyStore store, StudyEvent event) {
        take(store, event).await();
    }
}
