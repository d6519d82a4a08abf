package dev.sextant.server.page;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The files of the page: what is written here, and the library that draws charts.
public final class PageFiles {
    /// The library that draws charts, a script.
    public static final String CHARTS = "echarts.min.js";

    /// All of them.
    public static final List<String> NAMES = List.of("index.html", "style.css", "parts.css", "mark.svg", CHARTS, "theme.js", "main.js", "api.js",
            "artifacts.js", "chart.js", "compare.js", "contour.js", "curves.js", "dialog.js", "dom.js", "events.js", "format.js", "head.js", "history.js", "importance.js",
            "overview.js", "parallel.js", "remarks.js", "route.js", "search.js", "setup.js", "slots.js", "steer.js", "studies.js", "study.js", "table.js", "trial.js",
            "trials.js", "understand.js", "workers.js");
    private static final Map<String, String> TYPES = Map.of("html", "text/html; charset=utf-8", "css", "text/css; charset=utf-8",
            "js", "text/javascript; charset=utf-8", "svg", "image/svg+xml");

    private PageFiles() {}

    /// The media type of a file.
    public static String type(String name) {
        return Optional.ofNullable(TYPES.get(name.substring(name.lastIndexOf('.') + 1))).orElseThrow();
    }

    /// What stands in a file.
    ///
    /// @throws IllegalStateException if this build lacks it
    public static byte[] bytes(String name) {
        try (var stream = PageFiles.class.getResourceAsStream(name)) {
            if (stream == null) {
                throw new IllegalStateException("""
                        The file %s is missing from this build of Sextant.
                        Build it again: mvn -q package""".formatted(name));
            }
            return stream.readAllBytes();
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
    }
}
