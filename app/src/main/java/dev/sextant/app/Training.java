package dev.sextant.app;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/// What the JVM watches when the launcher makes its AOT cache: each command line here loads the classes that such a
/// command line needs at later starts. One runs so many trials that what a trial needs is compiled: a later start then
/// compiles it at once instead of interpreting the first some hundred trials.
///
/// Harmless at any time: what is written lies in a temporary folder and is gone afterwards, what is printed is dropped.
final class Training {
    private static final List<String> COMMAND_LINES = List.of(
            "no-such-verb",
            "tune --name a -p x=0.0..1.0 -p n=1..9 -p k=a,b --trials 14 --slots 1 -- sh -c echo\u00a0FoM:\u00a0$SEXTANT_PARAM_x",
            "tune a --trials 15",
            "tune study.yaml --quiet",
            "tune --name d --quiet --strategy random --slots 2 --trials 1000 -p x=0.0..1.0 -- sh -c echo\u00a0FoM:\u00a01",
            "explain study.yaml --yaml",
            "create b -p x=0.0..1.0:log",
            "create --name b -p x=1e-3..1.0:log --metric loss:min",
            "ask b",
            "tell b 0 loss=0.5",
            "enqueue b x=0.5",
            "retry a --failed",
            "trials a --where x<0.5 --sort FoM",
            "trials a --json",
            "best a",
            "events a --json",
            "log a 1",
            "list",
            "show a",
            "export a --format csv",
            "report a --output a.html",
            "plot a --output a.svg",
            "strategies",
            "delete b --yes");

    private static final String STUDY = """
            study: c
            command: [sh, -c, "echo loss=$SEXTANT_PARAM_x"]
            space: {x: {real: [0.0, 1.0]}, d: {int: [1, 3], if: x > 0.5}}
            objective: {metric: loss, goal: min}
            budget: {trials: 3}
            """;

    private Training() {}

    static void main() throws IOException {
        var folder = Files.createTempDirectory("sextant-training");
        try {
            Files.writeString(folder.resolve("study.yaml"), STUDY);
            var environment = Map.of("SEXTANT_HOME", folder.resolve(".sextant").toString(), "PATH", "/usr/bin:/bin");
            for (var line : COMMAND_LINES) {
                var words = List.of(line.split(" ")).stream().map(w -> w.replace('\u00a0', ' ')).toList();
                Main.run(words, InputStream.nullInputStream(), Main.nowhere(), Main.nowhere(), environment, folder);
            }
        } finally {
            remove(folder);
        }
    }

    private static void remove(Path folder) throws IOException {
        try (var all = Files.walk(folder)) {
            for (var file : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
