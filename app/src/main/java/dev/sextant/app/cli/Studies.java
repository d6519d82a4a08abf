package dev.sextant.app.cli;

import dev.sextant.store.home.Access;
import dev.sextant.store.home.HeldStudy;
import dev.sextant.store.home.Home;
import dev.sextant.store.home.StudyFolder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// The studies of the home that a command line means.
final class Studies {
    private final Home home;
    private final Console console;

    private Studies(Home home, Console console) {
        this.home = home;
        this.console = console;
    }

    /// Those of `--home`, else of `$SEXTANT_HOME`, else of the nearest `.sextant`.
    static Studies of(Call call) {
        var console = call.console();
        var access = Access.standard();
        var stated = call.value(Usage.HOME).or(() -> console.variable("SEXTANT_HOME")).map(console::path);
        var user = Path.of(console.variable("HOME").orElse(System.getProperty("user.home")));
        var home = stated.map(folder -> new Home(folder, access)).orElseGet(() -> Home.find(console.directory(), user, access));
        if (Files.exists(home.folder()) && !Files.isDirectory(home.folder())) {
            throw new UsageException("Studies lie in a folder, and %s is none.%nGive another one with --home or SEXTANT_HOME."
                    .formatted(home.folder()));
        }
        return new Studies(home, console);
    }

    Home home() {
        return home;
    }

    /// All names, latest used first.
    List<String> names() {
        return home.studies().stream().map(StudyFolder::name).toList();
    }

    boolean exists(String name) {
        return home.find(name).isPresent();
    }

    /// The study of a name, or the latest if none is given.
    StudyFolder folder(Optional<String> given) {
        return given.map(home::study).orElseGet(() -> home.latest().orElseThrow(() -> new UsageException(
                "There is no study in %s yet: 'sextant tune' makes one.".formatted(home.folder()))));
    }

    /// Opens a study for reading; the latest if none is named.
    StudyReading read(Optional<String> given) {
        var folder = folder(given);
        var view = folder.read(home.access());
        return new StudyReading(folder, view, () -> folder.holder(home.access()).isPresent(), view::isPaused, view::close);
    }

    /// Takes a study.
    ///
    /// @throws dev.sextant.store.home.StudyHeldException if another process runs it
    HeldStudy hold(String name) {
        return home.study(name).take(home.access()).orThrow();
    }

    /// Steers a study through whoever holds it, or by holding it for the moment; the latest if none is named.
    Steering steer(Optional<String> given) {
        return new SteeringWay(home, folder(given)).open();
    }

    /// The folder for the sockets of running studies.
    Path socket(StudyFolder study) {
        return Sockets.of(console).socket(study.database());
    }
}
