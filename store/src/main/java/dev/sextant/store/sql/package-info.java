/// What stores that speak SQL share: one thread that writes, the log and what is folded from it, reading. Start with
/// [SqlStudy][dev.sextant.store.sql.SqlStudy]; what differs from database to database stands behind
/// [Dialect][dev.sextant.store.sql.Dialect] and [Commits.Work][dev.sextant.store.sql.Commits.Work].
package dev.sextant.store.sql;
