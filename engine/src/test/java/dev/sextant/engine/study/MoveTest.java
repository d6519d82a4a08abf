package dev.sextant.engine.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sextant.model.trial.TrialState;
import java.util.ArrayList;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

final class MoveTest {
    @Test
    void theTableOfMoves_isThis() {
        var table = new ArrayList<String>();
        for (var move : Move.values()) {
            for (var from : move.from()) {
                table.add("%s: %s -> %s".formatted(move, from.word(), move.to().word()));
            }
        }
        assertThat(table).containsExactlyInAnyOrder(
                "LEASE: queued -> running",
                "FINISH: running -> complete", "FINISH: queued -> complete",
                "FAIL: running -> failed",
                "PRUNE: running -> pruned", "PRUNE: paused -> pruned",
                "PAUSE: running -> paused", "PAUSE: queued -> paused",
                "REPEAT: running -> queued",
                "LOSE: running -> lost",
                "CANCEL: queued -> cancelled", "CANCEL: running -> cancelled", "CANCEL: paused -> cancelled",
                "REQUEUE: paused -> queued", "REQUEUE: pruned -> queued", "REQUEUE: failed -> queued", "REQUEUE: lost -> queued",
                "REQUEUE: cancelled -> queued");
    }

    @Test
    void everyState_canBeReached_andOnlyCompleteIsForEver() {
        assertThat(Arrays.stream(Move.values()).map(Move::to)).contains(TrialState.values());
        assertThat(TrialState.values()).filteredOn(s -> Arrays.stream(Move.values()).noneMatch(m -> m.isPossible(s)))
                .containsExactly(TrialState.COMPLETE);
    }

    @Test
    void aMoveThatIsNotInTheTable_isRefused() {
        assertThatThrownBy(() -> Move.LEASE.after(3, TrialState.COMPLETE)).hasMessageContaining("Trial 3 is complete");
    }
}
