/// A real PostgreSQL for tests. Start with [PostgresServer][dev.sextant.testkit.postgres.PostgresServer].
package dev.sextant.testkit.postgres;
