package dev.sextant.server.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sextant.server.access.Identity;
import dev.sextant.server.access.Role;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class RepeatsTest {
    private static final Identity ANN = new Identity("ann", Role.SUBMIT, List.of());
    private static final Identity BOB = new Identity("bob", Role.SUBMIT, List.of());

    private final Repeats repeats = new Repeats();
    private final AtomicInteger done = new AtomicInteger();

    private record Posted(String path, String text) implements Incoming {
        @Override
        public String method() {
            return "POST";
        }

        @Override
        public String query() {
            return "";
        }

        @Override
        public Optional<String> header(String name) {
            return Optional.empty();
        }

        @Override
        public byte[] body() {
            return text.getBytes(StandardCharsets.UTF_8);
        }
    }

    private Reply ask(String key, Identity who, String body) {
        return repeats.answer(key, who, new Posted("/a", body), () -> Reply.json("{\"n\":" + done.incrementAndGet() + "}"));
    }

    @Test
    void theSameKey_isDoneOnce_forEachCaller() {
        var first = ask("k", ANN, "{}");
        assertThat(ask("k", ANN, "{}")).isSameAs(first);
        assertThat(ask("k", BOB, "{}")).isNotSameAs(first);
        assertThat(done).hasValue(2);
    }

    @Test
    void theSameKeyForAnotherRequest_isRefused() {
        ask("k", ANN, "{}");
        assertThatThrownBy(() -> ask("k", ANN, "{\"a\":1}")).hasMessageContaining("'k' was used for another request");
    }

    @Test
    void aRefusal_isNotRemembered_soThatItMayBeTriedAgain() {
        for (int i = 0; i < 2; i++) {
            assertThatThrownBy(() -> repeats.answer("k", ANN, new Posted("/a", "{}"), () -> {
                throw new HttpRefusedException(422, "not_allowed", "no " + done.incrementAndGet());
            })).hasMessage("no " + (i + 1));
        }
    }

    @Test
    void longAnswers_pushOutOldOnes_beforeTheyFillTheMemory() {
        var megabyte = new byte[1 << 20];
        for (int i = 0; i < 100; i++) {
            repeats.answer("k" + i, ANN, new Posted("/a", "{}"), () -> new Reply.Document(200, Reply.JSON, megabyte, Map.of()));
        }
        ask("k0", ANN, "{}");
        ask("k99", ANN, "{}");
        assertThat(done).as("the oldest was done again, the latest was not").hasValue(1);
    }

    @Test
    void keysThatAreNone_areRefused() {
        assertThatThrownBy(() -> ask("", ANN, "{}")).hasMessageContaining("1 to 200 characters");
        assertThatThrownBy(() -> ask("k".repeat(201), ANN, "{}")).hasMessageContaining("1 to 200 characters");
    }
}
