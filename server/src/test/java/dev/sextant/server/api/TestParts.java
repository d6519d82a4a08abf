package dev.sextant.server.api;

import dev.sextant.server.access.Access;
import dev.sextant.server.access.Keys;
import dev.sextant.server.access.TokenFile;
import dev.sextant.server.request.TestStudies;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;

/// What the services of tests are made of: studies in memory, no limit of requests, no log.
final class TestParts {
    private TestParts() {}

    static Service.Parts of(Optional<Keys> keys) {
        return of(new TestStudies(), keys);
    }

    static Service.Parts of(TestStudies studies, Optional<Keys> keys) {
        return new Service.Parts(studies, new Access(keys, tokens()), _ -> {}, OptionalInt.empty(), "1");
    }

    /// In a file that is not there before a token is given out.
    static TokenFile tokens() {
        return new TokenFile(Path.of(System.getProperty("java.io.tmpdir"), "sextant-" + UUID.randomUUID(), "tokens.json"), InstantSource.system());
    }
}
