package dev.sextant.model.space;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FingerprintsTest {
    private final Fingerprints fingerprints = new Fingerprints();

    /// Many of them begin their search at the same place.
    private static long fingerprint(int n) {
        return (long) n << 40 | n % 7;
    }

    @Test
    void eachHasANumber_inTheOrderInWhichTheyCame() {
        for (int n = 0; n < 10_000; n++) {
            assertThat(fingerprints.add(fingerprint(n))).isEqualTo(n);
            assertThat(fingerprints.add(fingerprint(n / 2))).isEqualTo(n / 2);
        }
        for (int n = 0; n < 10_000; n++) {
            assertThat(fingerprints.find(fingerprint(n))).hasValue(n);
        }
    }

    @Test
    void whatWasNotAdded_isNotFound() {
        assertThat(fingerprints.find(0)).isEmpty();
        for (int n = 0; n < 1_000; n += 2) {
            fingerprints.add(fingerprint(n));
        }
        assertThat(fingerprints.find(fingerprint(3))).isEmpty();
        assertThat(fingerprints.find(fingerprint(2))).hasValue(1);
    }
}
