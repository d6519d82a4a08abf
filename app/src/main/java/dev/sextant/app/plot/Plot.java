package dev.sextant.app.plot;

import dev.sextant.app.file.OutputFile;
import dev.sextant.app.results.Results;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;

/// One chart of a study.
public record Plot(Results results, PlotKind kind, PlotSize size) {
    /// A chart of the usual size.
    public static Plot of(Results results, PlotKind kind) {
        return new Plot(results, kind, PlotSize.STANDARD);
    }

    /// The chart as marks on a plane.
    ///
    /// @throws IllegalArgumentException if the study has not what the chart shows
    public Scene scene() {
        return switch (kind) {
            case HISTORY -> new HistoryChart(results, results.first(), size).scene();
            case PARALLEL -> new ParallelChart(results, size).scene();
            case SLICE -> new SliceChart(results, size).scene();
            case TIMELINE -> new TimelineChart(results, size).scene();
            case FRONT -> new FrontChart(results, size).scene();
            case HYPERVOLUME -> new HypervolumeChart(results, size).scene();
            case CONTOUR -> new ContourChart(results, size).scene();
            case IMPORTANCE -> new ImportanceChart(results, size).scene();
        };
    }

    /// The chart as the text of an SVG file.
    public String svg() {
        return SvgWriter.write(scene());
    }

    /// Writes the chart in the format that the file's ending names, `.svg` or `.png`.
    ///
    /// @throws IllegalArgumentException if the ending is another one
    public void write(Path file) throws IOException {
        var name = file.toString().toLowerCase(Locale.ROOT);
        if (name.endsWith(".svg")) {
            OutputFile.write(file, writer -> writer.write(svg()));
        } else if (name.endsWith(".png")) {
            PngWriter.write(scene(), file);
        } else {
            throw new IllegalArgumentException("""
                    A plot is written as .svg or .png, not as '%s'.
                    Give the file one of these endings.""".formatted(file));
        }
    }
}
