package dev.sextant.engine;

import static dev.sextant.engine.Fixture.given;
import static dev.sextant.engine.Fixture.loss;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sextant.model.trial.Lease;
import dev.sextant.strategy.Answer;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PreviewTest {
    private final Fixture fixture = new Fixture();

    @Test
    void whatIsShown_isWhatIsGivenAfterwards_andShowingChangesNothing() {
        var desk = fixture.open();
        for (int i = 0; i < 4; i++) {
            var lease = given(desk);
            desk.tell(lease.trial(), lease.attempt(), loss(i));
        }
        long before = desk.events();

        var shown = Preview.of(desk.view(), fixture.strategy(), 3);

        assertThat(desk.events()).isEqualTo(before);
        assertThat(shown).extracting(Preview.Next::trial).containsExactly(4, 5, 6);
        assertThat(shown).allSatisfy(next -> assertThat(next.proposal().why()).isEqualTo("a random draw"));
        assertThat(shown).extracting(next -> next.proposal().configuration())
                .isEqualTo(IntStream.range(0, 3).mapToObj(_ -> given(desk)).map(Lease::configuration).toList());
    }

    @Test
    void aStrategyThatHasNothingMore_showsNothing() {
        var desk = fixture.open();
        fixture.thinks = _ -> new Answer.Wait();
        assertThat(Preview.of(desk.view(), fixture.strategy(), 3)).isEqualTo(List.of());
    }
}
