package dev.sextant.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sextant.model.study.Duplicates;
import dev.sextant.model.trial.Metrics;
import dev.sextant.model.trial.Outcome;
import dev.sextant.model.trial.Tie;
import dev.sextant.model.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/// Wishes with a key, repeated by somebody who was not sure that he was heard.
final class WishesTest {
    private final Fixture fixture = new Fixture();

    WishesTest() {
        fixture.duplicates = new Duplicates.Allow(9);       // so that nothing but the key keeps a second trial away
    }

    private static Wanted wanted(int x, String key) {
        return new Wanted(Map.of("x", new Value.Int(x)), "wanted", Optional.of(key), 0);
    }

    private static Metrics loss(double loss) {
        return Metrics.of("loss", loss);
    }

    @Test
    void aWishThatIsRepeated_isTheSameTrial_alsoOnceItHasEnded_andAfterARestart() {
        var desk = fixture.open();
        assertThat(desk.enqueue(wanted(1, "a"))).isEqualTo(0);
        assertThat(desk.add(wanted(2, "b"), loss(3))).isEqualTo(1);
        long before = desk.events();
        assertThat(desk.enqueue(wanted(1, "a"))).isEqualTo(0);
        assertThat(desk.add(wanted(2, "b"), loss(3))).isEqualTo(1);
        assertThat(desk.events()).isEqualTo(before);
        desk.ask("w", Tie.NONE);
        desk.tell(0, 1, new Outcome.Completed(loss(5)));

        var again = fixture.open();
        assertThat(again.enqueue(wanted(1, "a"))).isEqualTo(0);
        assertThat(again.add(wanted(2, "b"), loss(3))).isEqualTo(1);
        assertThat(again.enqueue(wanted(3, "c"))).isEqualTo(2);
    }

    @Test
    void withoutAKey_orUnderAnotherOne_itIsAnotherTrial() {
        var desk = fixture.open();
        assertThat(List.of(desk.enqueue(wanted(1, "a")), desk.enqueue(wanted(1, "b")), desk.enqueue(Map.of("x", new Value.Int(1)), "")))
                .containsExactly(0, 1, 2);
    }

    @Test
    void aKeyOfSomethingElse_isRefused_andNothingIsDone() {
        var desk = fixture.open();
        desk.enqueue(wanted(1, "a"));
        desk.add(wanted(2, "b"), loss(3));
        long before = desk.events();
        assertThatThrownBy(() -> desk.enqueue(wanted(2, "a"))).isInstanceOf(KeyTakenException.class).hasMessage("""
                Study 's': the key 'a' is that of trial 0, which is something else.
                Use a new key for each configuration.""");
        assertThatThrownBy(() -> desk.enqueue(wanted(2, "b"))).isInstanceOf(KeyTakenException.class);
        assertThatThrownBy(() -> desk.add(wanted(1, "a"), loss(3))).isInstanceOf(KeyTakenException.class);
        assertThatThrownBy(() -> desk.add(wanted(2, "b"), loss(4))).isInstanceOf(KeyTakenException.class);
        assertThat(desk.events()).isEqualTo(before);
    }

    @Test
    void aWishThatWasRefused_hasNotUsedItsKey() {
        fixture.duplicates = new Duplicates.Forbid();
        var desk = fixture.open();
        desk.enqueue(wanted(1, "a"));
        assertThatThrownBy(() -> desk.enqueue(wanted(1, "b"))).hasMessageContaining("it equals trial 0");
        assertThat(desk.enqueue(wanted(2, "b"))).isEqualTo(1);
    }

    @Test
    void manyWhoRepeatItAtOnce_getTheSameTrial() {
        var desk = fixture.open();
        var all = new ArrayList<CompletableFuture<Integer>>();
        for (int i = 0; i < 32; i++) {
            int x = i % 4;
            all.add(CompletableFuture.supplyAsync(() -> desk.enqueue(wanted(x, "key" + x)), Thread::startVirtualThread));
        }
        assertThat(all.stream().map(CompletableFuture::join).distinct()).containsExactlyInAnyOrder(0, 1, 2, 3);
        assertThat(desk.enqueue(wanted(9, "another"))).isEqualTo(4);
    }

    @Test
    void aKeyThatIsTooLong_isRefused() {
        assertThatThrownBy(() -> wanted(1, "k".repeat(401))).hasMessage("A key has 1 to 400 characters.");
        assertThatThrownBy(() -> wanted(1, "")).hasMessage("A key has 1 to 400 characters.");
    }
}
