package dev.sextant.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sextant.model.space.IntRange;
import dev.sextant.model.space.Parameter;
import dev.sextant.model.space.SearchSpace;
import dev.sextant.model.study.Budget;
import dev.sextant.model.study.Limit;
import dev.sextant.model.trial.Tie;
import dev.sextant.model.value.Value;
import dev.sextant.strategy.Answer;
import java.util.ArrayList;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class ReplayTest {
    private final Fixture fixture = new Fixture();

    /// Proposals that depend on everything a strategy may depend on: the stream, and what it was told.
    private void thinkOfEverything() {
        fixture.thinks = request -> {
            long value = Math.floorMod(request.random().nextLong() ^ fixture.told.hashCode(), 1000L);
            return Answer.start(fixture.space.configuration(_ -> new Value.Int(value)), "");
        };
    }

    @Test
    void aLogOfManyAskers_isReplayedExactly() throws InterruptedException {
        fixture.space = SearchSpace.of(Parameter.of("x", IntRange.of(0, 999)));
        fixture.settings = fixture.settings.with(Budget.of(new Limit.Trials(200)));
        thinkOfEverything();
        var desk = fixture.open();
        var threads = new ArrayList<Thread>();
        for (int i = 0; i < 4; i++) {
            threads.add(Thread.ofPlatform().start(() -> {
                while (desk.ask("w", Tie.PROCESS) instanceof Asked.Given(var lease)) {
                    desk.tell(lease.trial(), lease.attempt(), Fixture.loss(lease.trial() % 7));
                }
            }));
        }
        desk.enqueue(Map.of("x", new Value.Int(1)), "by hand");
        for (var thread : threads) {
            thread.join();
        }
        fixture.told.clear();
        assertThat(Replay.differences(desk.view(), _ -> fixture.strategy())).isEmpty();
    }

    @Test
    void aStrategyThatDependsOnSomethingElse_isFoundOut() {
        thinkOfEverything();
        var desk = fixture.open();
        Fixture.run(desk, l -> Fixture.loss(l.trial()));
        assertThat(Replay.differences(desk.view(), _ -> fixture.strategy())).isNotEmpty();
    }
}
