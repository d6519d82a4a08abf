package dev.sextant.store.postgres;

import dev.sextant.testkit.postgres.PostgresServer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/// Databases for tests, and homes in them.
final class Places {
    /// Short times: nobody is far away here.
    static final PostgresAccess ACCESS = PostgresAccess.standard().with(Duration.ofMillis(100), Duration.ofSeconds(1));

    private Places() {}

    /// A new database of the server that all tests share.
    static PostgresAddress database() {
        return database(PostgresServer.shared());
    }

    static PostgresAddress database(PostgresServer server) {
        return address(server.address(server.newDatabase()));
    }

    static PostgresAddress address(String text) {
        return PostgresAddress.parse(text, name -> Optional.empty());
    }

    static PostgresHome open(PostgresAddress address, Path files) {
        return PostgresHome.open(address, files, ACCESS, why -> {});
    }
}
