package dev.sextant.app.cli;

import dev.sextant.engine.StudyDesk;
import dev.sextant.run.worker.LocalRunner;
import dev.sextant.run.worker.RunFolder;
import dev.sextant.server.request.Insight;
import dev.sextant.server.request.OpenStudy;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;

/// A study that this process runs, as those who steer it from outside see it.
///
/// @param runs the folder of its run folders
/// @param stopping told why the run is stopped, before it is
record Steered(StudyDesk desk, Path runs, LocalRunner runner, Consumer<String> stopping) implements OpenStudy {
    @Override
    public Optional<String> checkpoint(int trial) {
        return Optional.of(RunFolder.of(runs, trial, 1).checkpoint().toString());
    }

    @Override
    public Insight insight() {
        return new ModelInsight();
    }

    @Override
    public void stop(String why) {
        stopping.accept(why);
        runner.interrupt();
    }

    /// The study stays with this process.
    @Override
    public void close() {}
}
