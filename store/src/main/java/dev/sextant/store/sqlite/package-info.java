/// One study in one SQLite database: the log of its events, and tables for queries that are folded from it in the same
/// transaction. Start with [SqliteStore][dev.sextant.store.sqlite.SqliteStore].
package dev.sextant.store.sqlite;
