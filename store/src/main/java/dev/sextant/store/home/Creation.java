package dev.sextant.store.home;

import dev.sextant.engine.port.StoreException;
import dev.sextant.model.event.StudyEvent;
import dev.sextant.store.sqlite.SqliteStore;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

/// The making of a study: beside the others, under a name that is none, already locked, and renamed into place when it
/// is whole. Nobody sees half a study, and none stays.
record Creation(Home home, StudyEvent.Created created, List<StudyEvent.Remembered> memories) {
    HeldStudy make(StudyFolder study) {
        boolean isNew = !Files.exists(home.folder());
        var studies = home.folder().resolve("studies");
        if (Files.exists(study.path())) {
            throw StudyNameException.taken(study.name());
        }
        boolean made = false;
        try {
            prepare(studies);
            var held = make(study, Debris.of(studies, study.name()));
            made = true;
            return held;
        } catch (IOException failed) {
            throw new StoreException("""
                    Study '%s' cannot be made in %s: %s.
                    Make room or allow it (chmod u+w), or use another home (--home)."""
                    .formatted(study.name(), home.folder(), Refusal.text(failed)), failed);
        } finally {
            if (isNew && !made) {
                removeHome(studies);
            }
        }
    }

    private void prepare(Path studies) throws IOException {
        Files.createDirectories(studies);
        var ignored = home.folder().resolve(".gitignore");
        if (!Files.exists(ignored)) {
            Files.writeString(ignored, "*\n");
        }
        Debris.sweep(studies, home.access().clock().instant());
    }

    private HeldStudy make(StudyFolder study, Path unseen) throws IOException {
        Files.createDirectory(unseen);
        var where = unseen;
        try {
            var hold = new Claim(study.name(), unseen, home.access()).orThrow();
            try {
                SqliteStore.create(unseen.resolve("study.db"), created, memories, home.access().clock().instant());
                putInPlace(study, unseen);
                where = study.path();
                hold.moved(where);
                return study.open(hold, home.access());
            } catch (IOException | RuntimeException failed) {
                hold.close();
                throw failed;
            }
        } catch (IOException | RuntimeException failed) {
            Folders.delete(where);
            throw failed;
        }
    }

    private static void putInPlace(StudyFolder study, Path unseen) throws IOException {
        try {
            Files.move(unseen, study.path(), StandardCopyOption.ATOMIC_MOVE);
        } catch (FileSystemException failed) {
            if (Files.exists(study.path())) {
                throw StudyNameException.taken(study.name());
            }
            throw failed;
        }
    }

    /// Only what is empty: another process may be making a study in it.
    private void removeHome(Path studies) {
        try {
            Files.deleteIfExists(studies);
            Files.deleteIfExists(home.folder().resolve(".gitignore"));
            Files.deleteIfExists(home.folder());
        } catch (IOException _) {
            return;
        }
    }
}
