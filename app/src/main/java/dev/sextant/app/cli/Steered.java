package dev.sextant.app.cli;

import dev.sextant.engine.StudyDesk;
import dev.sextant.run.worker.LocalRunner;
import dev.sextant.server.lines.OpenStudy;
import java.util.function.Consumer;

/// A study that this process runs, as those who steer it from outside see it.
///
/// @param stopping told why the run is stopped, before it is
record Steered(StudyDesk desk, LocalRunner runner, Consumer<String> stopping) implements OpenStudy {
    @Override
    public void stop(String why) {
        stopping.accept(why);
        runner.interrupt();
    }

    /// The study stays with this process.
    @Override
    public void close() {}
}
