/// Many studies in one PostgreSQL database, held by one process at a time. Start with
/// [PostgresHome][dev.sextant.store.postgres.PostgresHome]; who may write is decided by
/// [Succession][dev.sextant.store.postgres.Succession] and kept by [Tenure][dev.sextant.store.postgres.Tenure].
package dev.sextant.store.postgres;
