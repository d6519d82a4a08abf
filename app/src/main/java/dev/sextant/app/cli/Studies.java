package dev.sextant.app.cli;

import dev.sextant.model.text.Nearest;
import dev.sextant.store.sqlite.SqliteView;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// The studies of the home that a command line means.
final class Studies {
    private final Path home;

    private Studies(Path home) {
        this.home = home;
    }

    static Studies of(Call call) {
        var stated = call.value(Usage.HOME).or(() -> call.console().variable("SEXTANT_HOME"));
        return new Studies(stated.map(call.console()::path).orElse(call.console().directory().resolve(".sextant")));
    }

    Path home() {
        return home;
    }

    /// All names, in alphabetical order.
    List<String> names() {
        var all = home.resolve("studies");
        if (!Files.isDirectory(all)) {
            return List.of();
        }
        try (var folders = Files.list(all)) {
            return folders.filter(f -> Files.exists(f.resolve("study.db"))).map(f -> f.getFileName().toString()).sorted().toList();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    Path folder(String name) {
        return home.resolve("studies").resolve(name);
    }

    /// Refuses a name of no study.
    String find(String name) {
        if (!names().contains(name)) {
            throw new UsageException("There is no study '%s' in %s.%n%s".formatted(name, home,
                    Nearest.question(name, names()).orElse(names().isEmpty() ? "There is none yet: 'sextant tune' makes one."
                            : "'sextant list' shows them all.")));
        }
        return name;
    }

    /// The study that was written to last.
    private String latest() {
        return names().stream().max(Comparator.comparing(n -> folder(n).resolve("study.db").toFile().lastModified()))
                .orElseThrow(() -> new UsageException("There is no study in %s yet: 'sextant tune' makes one.".formatted(home)));
    }

    /// Opens a study for reading; the latest if none is named.
    StudyReading read(Optional<String> given) {
        var name = given.map(this::find).orElseGet(this::latest);
        var view = SqliteView.open(name, folder(name).resolve("study.db"));
        return new StudyReading(name, folder(name), view, () -> false, view::close);
    }

    void create(dev.sextant.model.study.StudySpec spec, dev.sextant.model.study.Settings settings) {
        try {
            Files.createDirectories(folder(spec.name()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        dev.sextant.store.sqlite.SqliteStore.create(folder(spec.name()).resolve("study.db"), spec, settings, java.time.Instant.now());
    }

    HeldStudy hold(String name) {
        var store = dev.sextant.store.sqlite.SqliteStore.open(name, folder(name).resolve("study.db"), dev.sextant.store.sqlite.Journal.SHARED, dev.sextant.store.sqlite.Durability.PROCESS_END);
        return new HeldStudy(name, folder(name), "me", store, store::close);
    }

    /// Steers a study through whoever holds it.
    Steering steer(Optional<String> given) {
        throw new UsageException("not yet");
    }

    void delete(String name) {
        throw new UsageException("not yet");
    }

    void rename(String name, String other) {
        throw new UsageException("not yet");
    }
}
