package dev.sextant.bench;

import dev.sextant.store.sqlite.Durability;
import java.io.IOException;
import java.nio.file.Path;

/// A study on disk with many finished trials. Its strategy is `auto`; its trials were drawn at random, to save time.
final class BigStudy {
    static final String NAME = "bench";

    private BigStudy() {}

    /// Writes one into a new home.
    static void write(Path home, int trials) throws IOException {
        try (var study = Stores.create(home, BenchSpace.study("auto"), Durability.PROCESS_END);
                var desk = Desks.open(study.store(), "random")) {
            for (int i = 0; i < trials; i++) {
                Desks.askAndTell(desk, "worker");
            }
        }
    }
}
