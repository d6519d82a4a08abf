package dev.sextant.app.report;

import dev.sextant.app.file.OutputFile;
import dev.sextant.app.results.Figures;
import dev.sextant.app.results.Front;
import dev.sextant.app.results.Results;
import dev.sextant.app.results.StudyModel;
import dev.sextant.engine.Preview;
import dev.sextant.model.trial.TrialRecord;
import dev.sextant.server.page.PageFiles;
import java.io.IOException;
import java.io.StringWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;

/// A study as one self-contained HTML file: best, charts, failures, table.
///
/// At most [#CELLS] values of trials are carried along, so that the file stays below about 12 MB and opens within two
/// seconds or so, whatever the size of the study; sums, the best so far, the front and the failures are always those
/// of all trials, and the page says when it shows a part. Names and texts of the study never become markup, and a
/// Content-Security-Policy admits no other script than the page's own.
///
/// @param commandLine the line to paste that runs a configuration by hand
/// @param next        what the strategy would try if it were asked now
public record Report(Results results, Function<TrialRecord, String> commandLine, List<Preview.Next> next) {
    /// The values of trials that a report carries at most; 20,000 trials of 20 columns.
    public static final int CELLS = 400_000;

    /// Replaces `file` by the report, in one step.
    ///
    /// @throws IOException if the folder cannot be written to; then `file` is as it was
    public void write(Path file) throws IOException {
        OutputFile.write(file, this::write);
    }

    /// Writes the report.
    public void write(Writer writer) throws IOException {
        var data = new StringWriter();
        var shown = ShownTrials.of(results, CELLS);
        var front = Front.of(results);
        var model = StudyModel.of(results);
        new ReportJson(results, shown, front, model).write(data);
        var script = Resource.script();
        var charts = new String(PageFiles.bytes(PageFiles.CHARTS), StandardCharsets.UTF_8);
        Template.of("report.html")
                .with("title", Html.escape(results.spec().name() + " – Sextant report"))
                .with("study", Html.escape(results.spec().name()))
                .with("scriptHashes", ScriptHash.of(charts) + " " + ScriptHash.of(script))
                .with("style", Resource.text("report.css"))
                .with("summary", Summary.of(results))
                .with("sections", new Sections(this, shown, front, model).html())
                .with("asOf", Html.escape(Figures.time(results.asOf())))
                .with("data", data.toString())
                .with("echarts", charts)
                .with("script", script)
                .write(writer);
    }
}
