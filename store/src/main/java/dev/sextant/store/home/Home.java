package dev.sextant.store.home;

import dev.sextant.engine.port.StoreException;
import dev.sextant.model.event.StudyEvent;
import dev.sextant.model.study.Settings;
import dev.sextant.model.study.StudySpec;
import dev.sextant.store.study.StoredView;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The folder in which studies lie: `.sextant`, with `studies/NAME` for each. It is made with the first study.
///
/// @param folder absolute
public record Home(Path folder, Access access) implements StudyHome {
    private static final String NAME = ".sextant";

    public Home {
        folder = folder.toAbsolutePath().normalize();
    }

    /// The home of a directory: the nearest `.sextant` in it or above it, as `git` finds its own; if there is none, the
    /// one to be made in it. Neither another file system nor what lies above `user` is looked at.
    ///
    /// @param user the user's home directory
    public static Home find(Path directory, Path user, Access access) {
        var start = directory.toAbsolutePath().normalize();
        for (var place = start; place != null; place = above(place, user)) {
            if (Files.isDirectory(place.resolve(NAME))) {
                return new Home(place.resolve(NAME), access);
            }
        }
        return new Home(start.resolve(NAME), access);
    }

    private static @Nullable Path above(Path place, Path user) {
        var parent = place.getParent();
        return parent == null || place.equals(user) || !Objects.equals(device(place), device(parent)) ? null : parent;
    }

    private static Object device(Path path) {
        try {
            return Files.getAttribute(path, "unix:dev");
        } catch (IOException | UnsupportedOperationException | IllegalArgumentException _) {
            return path.getFileSystem();
        }
    }

    @Override
    public String place() {
        return folder.toString();
    }

    private Path studiesFolder() {
        return folder.resolve("studies");
    }

    /// All studies, latest used first. Cost: two looks at files for each; no database is opened.
    ///
    /// @throws StoreException if the folder cannot be read
    public List<StudyFolder> studies() {
        if (!Files.isDirectory(studiesFolder())) {
            return List.of();
        }
        record Used(StudyFolder study, Instant at) {}
        try (var entries = Files.list(studiesFolder())) {
            return entries.map(path -> new StudyFolder(path.getFileName().toString(), path))
                    .filter(study -> !study.name().startsWith(".") && Files.exists(study.database()))
                    .map(study -> new Used(study, study.lastUsed()))
                    .sorted(Comparator.comparing(Used::at).reversed().thenComparing(used -> used.study().name()))
                    .map(Used::study).toList();
        } catch (UncheckedIOException failed) {
            throw unlisted(Objects.requireNonNull(failed.getCause()));
        } catch (IOException failed) {
            throw unlisted(failed);
        }
    }

    private StoreException unlisted(IOException failed) {
        return new StoreException("""
                The studies in %s cannot be listed: %s.
                Allow it (chmod u+rx), or use another home (--home).""".formatted(studiesFolder(), Refusal.text(failed)), failed);
    }

    @Override
    public List<String> names() {
        return studies().stream().map(StudyFolder::name).toList();
    }

    @Override
    public boolean has(String name) {
        return find(name).isPresent();
    }

    @Override
    public Optional<Holder> holder(String name) {
        return find(name).flatMap(study -> study.holder(access));
    }

    @Override
    public StudyFolder files(String name) {
        return study(name);
    }

    @Override
    public StoredView read(String name) {
        return study(name).read(access);
    }

    @Override
    public Taking take(String name) {
        return study(name).take(access);
    }

    /// The study that was used last; empty if there is none.
    public Optional<StudyFolder> latest() {
        return studies().stream().findFirst();
    }

    /// The study of a name; empty if there is none.
    public Optional<StudyFolder> find(String name) {
        return isName(name) && Files.isDirectory(place(name)) ? Optional.of(new StudyFolder(name, place(name))) : Optional.empty();
    }

    private static boolean isName(String name) {
        try {
            StudySpec.checkName(name);
            return true;
        } catch (IllegalArgumentException _) {
            return false;
        }
    }

    private Path place(String name) {
        return studiesFolder().resolve(name);
    }

    /// The study of a name.
    ///
    /// @throws StudyNameException that lists the nearest names if there is none
    public StudyFolder study(String name) {
        return find(name).orElseThrow(() -> StudyNameException.unknown(name, place(), names()));
    }

    /// Makes a study that knows nothing, and takes it; otherwise as [#create(StudySpec, Settings, List)].
    public HeldStudy create(StudySpec spec, Settings settings) {
        return create(spec, settings, List.of());
    }

    @Override
    public HeldStudy create(StudySpec spec, Settings settings, List<StudyEvent.Remembered> memories) {
        return new Creation(this, new StudyEvent.Created(spec, settings), memories)
                .make(new StudyFolder(spec.name(), place(spec.name())));
    }

    @Override
    public void rename(String name, String to) {
        StudySpec.checkName(to);
        var from = study(name);
        if (find(to).isPresent()) {
            throw StudyNameException.taken(to);
        }
        try (var hold = hold(from)) {
            Files.move(from.path(), place(to));
            hold.moved(place(to));
        } catch (IOException failed) {
            throw new StoreException("Study '%s' cannot be renamed to '%s': %s.".formatted(name, to, Refusal.text(failed)), failed);
        }
    }

    @Override
    public void delete(String name) {
        var study = study(name);
        try (var hold = hold(study)) {
            var gone = Debris.of(studiesFolder(), name);
            Files.move(study.path(), gone);
            hold.moved(gone);
            Folders.delete(gone);
        } catch (IOException failed) {
            throw new StoreException("Study '%s' cannot be deleted: %s.".formatted(name, Refusal.text(failed)), failed);
        }
    }

    private Hold hold(StudyFolder study) {
        return new Claim(study.name(), study.path(), access).orThrow();
    }
}
