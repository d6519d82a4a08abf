package dev.sextant.wire.tree;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class Utf8Test {
    @Test
    void aText_isReadAsItIs() {
        assertThat(Utf8.source("a.yaml", "größe: 😀\n".getBytes(StandardCharsets.UTF_8)).text()).isEqualTo("größe: 😀\n");
        assertThat(Utf8.source("a.yaml", new byte[0]).text()).isEmpty();
    }

    @Test
    void aByteThatIsNoText_isShownInItsPlace() {
        assertThatThrownBy(() -> Utf8.source("a.yaml", "x: 1\r\n# für\n".getBytes(StandardCharsets.ISO_8859_1)))
                .isInstanceOf(FormException.class).hasMessageStartingWith("a.yaml:2:4").hasMessageContaining("The byte FC is not UTF-8");
        assertThatThrownBy(() -> Utf8.source("a.yaml", new byte[] {'a', (byte) 0xE2, (byte) 0x82}))
                .isInstanceOf(FormException.class).hasMessageStartingWith("a.yaml:1:2");
    }
}
