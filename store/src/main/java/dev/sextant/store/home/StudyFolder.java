package dev.sextant.store.home;

import dev.sextant.engine.port.StoreException;
import dev.sextant.store.study.StoredView;
import dev.sextant.store.sqlite.Journal;
import dev.sextant.store.sqlite.SqliteStore;
import dev.sextant.store.sqlite.SqliteView;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;

/// Where one study lies: its database, and a folder for every attempt at a trial.
///
/// @param name of the study, which is that of the folder
public record StudyFolder(String name, Path path) {
    private static final int TRIALS_IN_A_FOLDER = 1000;

    public Path database() {
        return path.resolve("study.db");
    }

    /// The folder of all run folders.
    public Path runs() {
        return path.resolve("runs");
    }

    /// The run folder of an attempt: `runs/0000/000017`, and `runs/0000/000017.2` for the second one. It may not exist.
    public Path run(int trial, int attempt) {
        var number = "%06d".formatted(trial);
        return runs().resolve("%04d".formatted(trial / TRIALS_IN_A_FOLDER))
                .resolve(attempt <= 1 ? number : number + "." + attempt);
    }

    /// The folder of what workers sent of the artifacts of the study. It may not exist.
    public Path brought() {
        return path.resolve("artifacts");
    }

    /// Removes the folder with all that is in it, if it is there.
    ///
    /// @throws StoreException if something cannot be removed
    public void delete() {
        try {
            Folders.delete(path);
        } catch (IOException failed) {
            throw new StoreException("Study '%s': %s cannot be deleted: %s.".formatted(name, path, Refusal.text(failed)), failed);
        }
    }

    /// Moves the folder, if it is there.
    ///
    /// @throws StoreException if it cannot be moved
    public void moveTo(StudyFolder other) {
        try {
            if (Files.exists(path)) {
                Files.move(path, other.path());
            }
        } catch (IOException failed) {
            throw new StoreException("Study '%s': %s cannot be moved to %s: %s.".formatted(name, path, other.path(), Refusal.text(failed)), failed);
        }
    }

    /// When the study last changed, as far as files tell; [Instant#EPOCH] if they do not. To read it is no change: a log that a reader made is empty.
    public Instant lastUsed() {
        var database = changed(database());
        var log = path.resolve("study.db-wal");
        var logged = log.toFile().length() > 0 ? changed(log) : Instant.EPOCH;
        return logged.isAfter(database) ? logged : database;
    }

    private static Instant changed(Path file) {
        try {
            return Files.getLastModifiedTime(file).toInstant();
        } catch (IOException _) {
            return Instant.EPOCH;
        }
    }

    /// Who runs the study now, if anybody.
    public Optional<Holder> holder(Access access) {
        return new Claim(name, path, access).seen();
    }

    /// Opens the study for reading. It never blocks or harms whoever runs it.
    ///
    /// On a file system that machines share this is the study at its last snapshot: read again to see later ones.
    ///
    /// @throws StoreException if the database is missing, damaged, of another program or of a newer Sextant
    public StoredView read(Access access) {
        if (access.journal(path) == Journal.SHARED) {
            return SqliteView.open(name, database());
        }
        return SqliteView.snapshot(name, database());
    }

    /// Takes the study: nobody else writes it until it is closed.
    ///
    /// @throws StoreException if the database is missing, damaged, of another program, of a newer Sextant, or may not be
    ///     written; then nothing was changed
    public Taking take(Access access) {
        return switch (new Claim(name, path, access).make()) {
            case Claim.Result.Lost(var refused) -> refused;
            case Claim.Result.Won(var hold) -> new Taking.Taken(open(hold, access));
        };
    }

    /// Opens the study that `hold` holds, and lets go of it if that fails.
    HeldStudy open(Hold hold, Access access) {
        boolean opened = false;
        try {
            var store = SqliteStore.open(name, database(), access.journal(path), access.durability());
            hold.beat(store::refuse);
            opened = true;
            return new HeldStudy(this, hold, store);
        } finally {
            if (!opened) {
                hold.close();
            }
        }
    }
}
