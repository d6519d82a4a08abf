package dev.sextant.checks.style;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/// The Java files of the repository.
final class Sources {
    static final Path ROOT = Path.of("..").toAbsolutePath().normalize();

    private static final List<String> MODULES = List.of("model", "strategy", "engine", "wire", "store", "server", "sim",
            "run", "flow", "library", "app", "testkit", "checks", "bench");

    private Sources() {}

    /// Java files below `src` of every module, in the order of their paths.
    static List<Path> all() {
        return MODULES.stream().map(module -> ROOT.resolve(module).resolve("src")).filter(Files::isDirectory)
                .flatMap(Sources::below).toList();
    }

    /// Java files that ship.
    static List<Path> shipped() {
        return all().stream().filter(file -> file.toString().contains("/src/main/")).toList();
    }

    static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stream<Path> below(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".java")).sorted().toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
