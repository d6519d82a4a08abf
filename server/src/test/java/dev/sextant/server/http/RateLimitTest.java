package dev.sextant.server.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RateLimitTest {
    private static final long SECOND = 1_000_000_000;
    private final RateLimit limit = new RateLimit(10);

    private int passed(String caller, int tries, long now) {
        int passed = 0;
        for (int i = 0; i < tries; i++) {
            try {
                limit.take(caller, now);
                passed++;
            } catch (HttpRefusedException refused) {
                assertThat(refused.status()).isEqualTo(429);
                assertThat(refused.headers()).containsEntry("Retry-After", "1");
            }
        }
        return passed;
    }

    @Test
    void aBurstOfTwoSecondsPasses_thenWhatASecondAllows() {
        assertThat(passed("a", 100, 0)).isEqualTo(20);
        assertThat(passed("a", 100, SECOND)).isEqualTo(10);
        assertThat(passed("a", 100, 2 * SECOND)).isEqualTo(10);
        assertThat(passed("a", 100, 60 * SECOND)).isEqualTo(20);
    }

    @Test
    void callersDoNotPayForOneAnother() {
        assertThat(passed("a", 100, 0)).isEqualTo(20);
        assertThat(passed("b", 100, 0)).isEqualTo(20);
    }
}
