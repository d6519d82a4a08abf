package dev.sextant.engine.study;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class RequestKeysTest {
    @Test
    void theLastKeysAreKnown_andOlderOnesForgotten() {
        var keys = new RequestKeys();
        for (int i = 0; i <= RequestKeys.MOST; i++) {
            keys.add("key" + i, i);
        }
        assertThat(keys.trial("key0")).isEmpty();
        assertThat(keys.trial("key1")).hasValue(1);
        assertThat(keys.trial("key" + RequestKeys.MOST)).hasValue(RequestKeys.MOST);
    }
}
