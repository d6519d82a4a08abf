package dev.sextant.app.report;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;

/// The files that lie beside this package.
final class Resource {
    private static final List<String> SCRIPTS = List.of("1-study.js", "2-charts.js", "3-history.js", "4-parallel.js",
            "5-slices.js", "6-surface.js", "6-timeline.js", "7-front.js", "7-hypervolume.js", "8-table.js", "9-start.js");

    private Resource() {}

    /// The page's own script, one function around all its files.
    static String script() {
        var body = SCRIPTS.stream().map(name -> text("script/" + name)).collect(Collectors.joining("\n"));
        return "(() => {\n'use strict';\n" + body + "})();\n";
    }

    static String text(String name) {
        try (var stream = Resource.class.getResourceAsStream(name)) {
            if (stream == null) {
                throw new IllegalStateException("""
                        The file %s is missing from this build of Sextant.
                        Build it again: mvn -q package""".formatted(name));
            }
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
    }
}
