package dev.sextant.engine;

import static dev.sextant.engine.Fixture.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sextant.model.study.Retries;
import dev.sextant.model.trial.Outcome;
import dev.sextant.model.trial.Queued;
import dev.sextant.model.value.Value;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import org.junit.jupiter.api.Test;

final class PriorityTest {
    private final Fixture fixture = new Fixture();

    private static Map<String, Value> at(long x) {
        return Map.of("x", new Value.Int(x));
    }

    private static Wanted wanted(long x, int priority) {
        return new Wanted(at(x), "", Optional.empty(), priority);
    }

    private static SequencedMap<Integer, Integer> priorities(int... trialsAndPriorities) {
        var map = new LinkedHashMap<Integer, Integer>();
        for (int i = 0; i < trialsAndPriorities.length; i += 2) {
            map.put(trialsAndPriorities[i], trialsAndPriorities[i + 1]);
        }
        return map;
    }

    @Test
    void theMostUrgentStartsFirst_andOfEqualOnesTheLowestNumber() {
        var desk = fixture.open();
        for (int x = 0; x < 5; x++) {
            desk.enqueue(wanted(x, x == 3 ? 4 : 0));
        }
        assertThat(desk.prioritise(priorities(1, -1, 4, 4))).isEmpty();
        assertThat(desk.queue()).extracting(Queued::trial).containsExactly(3, 4, 0, 2, 1);
        assertThat(List.of(given(desk).trial(), given(desk).trial(), given(desk).trial(), given(desk).trial(), given(desk).trial()))
                .containsExactly(3, 4, 0, 2, 1);
    }

    @Test
    void aPriorityHolds_untilTheTrialEnds_alsoWhenTheStudyIsOpenedAgain() {
        var desk = fixture.open();
        desk.enqueue(wanted(1, 0));
        desk.enqueue(wanted(2, 9));
        given(desk);
        desk = fixture.open();
        assertThat(desk.queue()).containsExactly(new Queued(1, 9, Optional.empty()), new Queued(0, 0, Optional.empty()));
        desk.cancel(1, "no more");
        desk.retry(1);
        assertThat(desk.queue()).containsExactly(new Queued(0, 0, Optional.empty()), new Queued(1, 0, Optional.empty()));
    }

    @Test
    void forATrialThatHasEnded_itIsTooLate_andOneThatIsNotThere_changesNothing() {
        var desk = fixture.open();
        desk.enqueue(wanted(1, 0));
        desk.cancel(0, "no more");
        desk.enqueue(wanted(2, 0));
        assertThat(desk.prioritise(priorities(0, 5, 1, 5))).containsExactly(0);
        long before = desk.events();
        assertThatThrownBy(() -> desk.prioritise(priorities(1, 6, 7, 1))).hasMessageContaining("no trial 7");
        assertThat(desk.events()).isEqualTo(before);
        assertThat(desk.queue()).containsExactly(new Queued(1, 5, Optional.empty()));
    }

    @Test
    void whatWaitsForATime_comesBehindWhatIsReady_andKeepsItsPriority() {
        fixture.settings = fixture.settings.with(new Retries(1, Duration.ofMinutes(1)));
        var desk = fixture.open();
        desk.enqueue(wanted(1, 3));
        var lease = given(desk);
        desk.tell(lease.trial(), lease.attempt(), new Outcome.Failed("broke", ""));
        desk.enqueue(wanted(2, 1));
        assertThat(desk.queue()).extracting(Queued::trial).containsExactly(1, 0);
        assertThat(desk.queue().getLast().notBefore()).isPresent();
        fixture.clock.pass(Duration.ofMinutes(2));
        assertThat(given(desk).trial()).isZero();
    }
}
