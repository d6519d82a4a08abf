package dev.sextant.store.sqlite;

import dev.sextant.store.sql.Dialect;
import dev.sextant.store.sql.Sql;
import java.sql.Connection;
import java.sql.SQLException;

/// A database holds one study, and may be read as an older Sextant left it.
enum SqliteDialect implements Dialect {
    ONLY;

    @Override
    public String mine() {
        return "TRUE";
    }

    @Override
    public String settings() {
        return "SELECT settings FROM study";
    }

    @Override
    public String fidelity(Connection database) throws SQLException {
        return Sql.number(database, "PRAGMA user_version") >= Schema.WITH_FIDELITY ? "fidelity" : "NULL";
    }
}
