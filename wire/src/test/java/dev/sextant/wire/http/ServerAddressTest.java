package dev.sextant.wire.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ServerAddressTest {
    private static final String HEX = "0123456789abcdef".repeat(4);

    @Test
    void anAddressWithoutAPort_hasTheUsualOne() {
        assertThat(ServerAddress.of("http://node7")).hasToString("http://node7:7700");
        assertThat(ServerAddress.of("https://[::1]:80/")).hasToString("https://[::1]:80");
    }

    @ParameterizedTest
    @ValueSource(strings = {"node7", "node7:7700", "ftp://node7", "http://node7/api", "http://node7?x", "http://a b", "http://user@node7", "http://", ""})
    void whatIsNoAddress_isRefused(String typed) {
        assertThatThrownBy(() -> ServerAddress.of(typed)).isInstanceOf(IllegalArgumentException.class).hasMessageContaining("'" + typed + "'");
    }

    @Test
    void aFingerprintMayBeWrittenInEveryUsualWay() {
        var pairs = HEX.replaceAll("(..)(?=.)", "$1:").toUpperCase(Locale.ROOT);
        assertThat(Fingerprint.of(HEX)).isEqualTo(Fingerprint.of("SHA256:" + pairs)).isEqualTo(Fingerprint.of(" " + pairs + "\n"));
        assertThatThrownBy(() -> Fingerprint.of(HEX.substring(1))).hasMessageContaining("64");
        assertThatThrownBy(() -> Fingerprint.of("g" + HEX.substring(1))).hasMessageContaining("64");
        assertThatThrownBy(() -> ServerAddress.of("http://node7").with(Fingerprint.of(HEX))).hasMessageContaining("https");
    }

    @Test
    void pausesGrow_andStayBelowTheirLimit() {
        var pauses = new Pauses(Duration.ofMillis(100), Duration.ofSeconds(10));
        assertThat(pauses.after(1)).isBetween(Duration.ofMillis(50), Duration.ofMillis(100));
        assertThat(pauses.after(4)).isBetween(Duration.ofMillis(400), Duration.ofMillis(800));
        assertThat(pauses.after(1000)).isBetween(Duration.ofSeconds(5), Duration.ofSeconds(10));
    }
}
