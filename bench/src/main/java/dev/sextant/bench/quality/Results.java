package dev.sextant.bench.quality;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;

/// Runs that were made, a file of comma-separated lines for each method; a line is written when its run is finished, so a
/// broken measurement goes on where it was.
///
/// @param made where runs of this checkout are written
/// @param recorded where those lie that came with the repository; a run that was made here stands before one of there
record Results(Path made, Path recorded) {
    static Results standard() {
        return new Results(Path.of("bench/target/quality"), Path.of("bench/recorded"));
    }

    /// The runs of a method; of several of the same study the shortest that has so many results, as a program may plan for as many as it was told.
    Map<Run.Key, Run> read(String method, int evaluations) {
        var runs = new LinkedHashMap<Run.Key, Run>();
        Stream.concat(lines(recorded.resolve(method + ".csv.gz")).stream(), lines(file(method)).stream()).map(Run::parse)
                .filter(run -> run.evaluations() >= evaluations)
                .forEach(run -> runs.merge(run.key(), run, (old, more) -> more.evaluations() <= old.evaluations() ? more : old));
        return runs;
    }

    private static List<String> lines(Path file) {
        if (!Files.exists(file)) {
            return List.of();
        }
        try (var in = Files.newInputStream(file); var plain = file.toString().endsWith(".gz") ? new GZIPInputStream(in) : in) {
            var lines = new String(plain.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
            return lines.subList(1, lines.size());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path file(String method) {
        return made.resolve(method + ".csv");
    }

    void append(Run run) {
        try {
            Files.createDirectories(made);
            var text = (Files.exists(file(run.key().method())) ? "" : Run.HEADER + "\n") + run.line() + "\n";
            Files.writeString(file(run.key().method()), text, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Forgets the runs of a method that another program made, as after a change of a strategy.
    ///
    /// @param stamp of the program that will make runs now
    void keepOnlyOf(String method, String stamp) {
        var file = made.resolve(method + ".stamp");
        try {
            Files.createDirectories(made);
            if (!Files.exists(file) || !Files.readString(file).equals(stamp)) {
                Files.deleteIfExists(file(method));
                Files.writeString(file, stamp);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The methods that have runs, in alphabetical order.
    List<String> methods() {
        var names = new ArrayList<String>();
        for (var folder : List.of(made, recorded)) {
            if (Files.isDirectory(folder)) {
                try (var files = Files.list(folder)) {
                    files.map(f -> f.getFileName().toString()).filter(n -> n.endsWith(".csv") || n.endsWith(".csv.gz"))
                            .map(n -> n.substring(0, n.indexOf(".csv"))).forEach(names::add);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }
        }
        return names.stream().distinct().sorted().toList();
    }
}
