package dev.sextant.store.sql;

import java.sql.Connection;
import java.sql.SQLException;

/// What differs from one database to another where a study is read. All of them have a table `event` (position, kind, at,
/// body), a table `trial`, and a table `study` that says at which position the settings stand that hold.
public interface Dialect {
    /// The condition that a row of `event` or `trial` is of the study, to stand behind `WHERE`.
    String mine();

    /// Selects, as the one column of one row, the position of the event that brought the settings that hold.
    String settings();

    /// What to select as the fidelity of a trial: the column, or `NULL` where the database is older than it.
    String fidelity(Connection database) throws SQLException;

    /// A text of any characters as the database keeps it.
    default String kept(String text) {
        return text;
    }

    /// The text that [#kept(String)] was given.
    default String said(String kept) {
        return kept;
    }
}
