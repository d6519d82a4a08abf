import org.jspecify.annotations.NullMarked;

/// Keeps studies: one SQLite database a study, in a home folder; or all of them in a PostgreSQL database.
@NullMarked
module dev.sextant.store {
    requires static transitive org.jspecify;
    requires transitive dev.sextant.engine;
    requires dev.sextant.wire;
    requires java.sql;
    requires static org.checkerframework.checker.qual;      // only javac reads it, in the driver
    requires org.postgresql.jdbc;
    requires org.xerial.sqlitejdbc;

    exports dev.sextant.store.home;
    exports dev.sextant.store.postgres;
    exports dev.sextant.store.sqlite;
    exports dev.sextant.store.study;
}
