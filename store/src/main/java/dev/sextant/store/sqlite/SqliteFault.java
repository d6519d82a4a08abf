package dev.sextant.store.sqlite;

import dev.sextant.engine.port.StoreException;
import dev.sextant.store.sql.Fault;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import org.sqlite.SQLiteErrorCode;

/// What is wrong with the database of a study, in words for its user.
///
/// @param study its name
/// @param file its database
record SqliteFault(String study, Path file) implements Fault {
    @Override
    public StoreException of(SQLException cause) {
        return new StoreException(message(cause), cause);
    }

    @Override
    public String place() {
        return file.toString();
    }

    /// @throws StoreException if there is no such file
    void requireFile() {
        if (!Files.exists(file)) {
            throw saying("""
                    %s is missing.
                    Put back a copy of it, or delete the study and start it again.""".formatted(file));
        }
    }

    private String message(SQLException cause) {
        return "Study '%s': ".formatted(study) + switch (SQLiteErrorCode.getErrorCode(cause.getErrorCode() & 0xff)) {
            case SQLITE_FULL -> """
                    the disk with %s is full.
                    Make room and run the same command again; all that was acknowledged is kept.""".formatted(file);
            case SQLITE_IOERR -> """
                    the disk with %s reports an error (%s): a quota is used up, a file may not grow, or the disk fails.
                    Put that right and run the same command again; all that was acknowledged is kept."""
                    .formatted(file, cause.getMessage());
            case SQLITE_READONLY, SQLITE_PERM, SQLITE_AUTH -> """
                    %s may not be written: the file or its folder is read-only for this user.
                    Allow it (chmod u+w), or use another home (--home).""".formatted(file);
            case SQLITE_CANTOPEN -> """
                    %s cannot be opened: the file or its folder may not be read or written by this user.
                    Allow it (chmod u+rw), or use another home (--home).""".formatted(file);
            case SQLITE_NOTADB -> """
                    %s is not a database, or its beginning was overwritten.
                    Put back a copy of it, or move the folder away and start the study again.""".formatted(file);
            case SQLITE_CORRUPT -> """
                    %s is damaged or cut short (%s); nothing in it was changed.
                    Put back a copy of it, or save what is left: sqlite3 study.db .recover > saved.sql"""
                    .formatted(file, cause.getMessage());
            case SQLITE_BUSY, SQLITE_LOCKED -> """
                    another program keeps %s locked.
                    End it (fuser names it), then run the same command again.""".formatted(file);
            default -> other(cause);
        };
    }

    private String other(SQLException cause) {
        return """
                SQLite cannot work with %s: %s
                If its library cannot be unpacked, set java.io.tmpdir to a folder with room whose files may be run."""
                .formatted(file, deepest(cause));
    }

    private static String deepest(Throwable failed) {
        return failed.getCause() == null ? String.valueOf(failed.getMessage()) : deepest(failed.getCause());
    }
}
