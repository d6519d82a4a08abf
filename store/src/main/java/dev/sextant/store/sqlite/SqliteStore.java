package dev.sextant.store.sqlite;

import dev.sextant.engine.port.StoreException;
import dev.sextant.model.event.Logged;
import dev.sextant.model.event.StudyEvent;
import dev.sextant.model.study.Settings;
import dev.sextant.model.study.StudySpec;
import dev.sextant.store.sql.Commits;
import dev.sextant.store.sql.SqlStudy;
import dev.sextant.store.sql.SqlView;
import dev.sextant.store.study.StoredStudy;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// Makes the database of a study, and opens it for its only writer.
///
/// Who opens it must hold the study, as [dev.sextant.store.home] sees to. A commit of one event takes about 50 µs, of a
/// hundred ten times that.
public final class SqliteStore {
    private SqliteStore() {}

    /// Makes the database of a new study that knows nothing; otherwise as
    /// [#create(Path, StudyEvent.Created, List, Instant)].
    public static void create(Path file, StudySpec spec, Settings settings, Instant now) {
        create(file, new StudyEvent.Created(spec, settings), List.of(), now);
    }

    /// Makes the database of a new study, whose log holds that it was created. Nothing is left open.
    ///
    /// @param file must not exist
    /// @param memories what it knows from the start
    /// @throws StoreException if that fails; a part of the file may be left
    public static void create(Path file, StudyEvent.Created created, List<StudyEvent.Remembered> memories, Instant now) {
        var fault = new SqliteFault(created.spec().name(), file);
        try (var database = Databases.create(file)) {
            database.setAutoCommit(false);
            Schema.CURRENT.create(database);
            try (var tables = new Tables(database)) {
                var events = new ArrayList<>(List.of(new Logged(0, now, created)));
                memories.forEach(memory -> events.add(new Logged(events.size(), now, memory)));
                tables.write(events);
            }
        } catch (SQLException failed) {
            throw fault.of(failed);
        }
    }

    /// Opens a database for writing, and brings it up to date if an older Sextant wrote it.
    ///
    /// @param study the name to give it
    /// @throws StoreException if it is missing, damaged, of another program, of a newer Sextant, or may not be written;
    ///     then it was left as it is
    public static StoredStudy open(String study, Path file, Journal journal, Durability durability) {
        var fault = new SqliteFault(study, file);
        fault.requireFile();
        try {
            if (journal == Journal.SHARED) {
                checkUntouched(fault);
            }
            return over(fault, Databases.write(file, journal, durability), journal);
        } catch (SQLException failed) {
            throw fault.of(failed);
        }
    }

    /// Merely opening a database for writing may change it: its log is folded in.
    private static void checkUntouched(SqliteFault fault) throws SQLException {
        try (var database = Databases.read(fault.file())) {
            Schema.CURRENT.check(database, fault);
        }
    }

    private static StoredStudy over(SqliteFault fault, Connection database, Journal journal) throws SQLException {
        boolean opened = false;
        try {
            int version = Schema.CURRENT.check(database, fault);
            var writing = new Writing(fault, database, journal, version);
            var view = SqlView.over(fault, SqliteDialect.ONLY, writing.readers());
            var commits = Commits.start("store of " + fault.study(), writing);
            opened = true;
            return new SqlStudy(commits.open(fault, view.length()), view, commits::close);
        } finally {
            if (!opened) {
                database.close();
            }
        }
    }
}
