import org.jspecify.annotations.NullMarked;

/// Keeps studies on disk: one SQLite database a study, in a home folder.
@NullMarked
module dev.sextant.store {
    requires static transitive org.jspecify;
    requires transitive dev.sextant.engine;
    requires dev.sextant.wire;
    requires java.sql;
    requires org.xerial.sqlitejdbc;

    exports dev.sextant.store.home;
    exports dev.sextant.store.sqlite;
    exports dev.sextant.store.study;
}
