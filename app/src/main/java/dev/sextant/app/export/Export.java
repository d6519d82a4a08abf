package dev.sextant.app.export;

import dev.sextant.app.results.FormerParameters;
import dev.sextant.engine.port.StudyView;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;

/// Writes every trial of a study, by rising number, in full precision.
///
/// Trials pass through one at a time, so memory does not grow with their number.
public record Export(StudyView view, ExportFormat format) {
    /// Writes all trials and flushes; leaves the writer open.
    ///
    /// @throws IOException as the writer throws it, for instance when nobody reads on
    public void write(Writer writer) throws IOException {
        try {
            var sink = sink(writer);
            sink.start();
            view.trials(sink::trial);
            sink.end();
            writer.flush();
        } catch (UncheckedIOException problem) {
            throw problem.getCause();
        }
    }

    private TrialSink sink(Writer writer) {
        return switch (format) {
            case CSV -> new CsvSink(view.spec(), FormerParameters.of(view), writer);
            case JSON -> new JsonSink(view.spec().name(), writer);
            case JSONL -> new JsonLinesSink(writer);
        };
    }
}
