package dev.sextant.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sextant.model.study.Ending;
import dev.sextant.model.trial.Tie;
import dev.sextant.strategy.Answer;
import dev.sextant.strategy.Observation;
import dev.sextant.strategy.Request;
import dev.sextant.strategy.StoppingRule;
import dev.sextant.strategy.Strategy;
import org.junit.jupiter.api.Test;

class RecallTest {
    private final Fixture fixture = new Fixture();

    @Test
    void aStrategyIsToldWhatHappened_whenItsStudyIsOpened() {
        Fixture.given(fixture.open());
        int told = fixture.told.size();

        fixture.open();

        assertThat(fixture.told).hasSizeGreaterThan(told).contains(fixture.told.getFirst());
    }

    @Test
    void aStrategyThatBreaksOverThePast_haltsTheStudyWhenItIsAsked_andNotBefore() {
        Fixture.given(fixture.open());
        var store = fixture.store.orElseThrow();

        var desk = StudyDesk.open(store, new Forgetful(), false, StoppingRule.NEVER, fixture.clock);

        assertThat(desk.best()).isEmpty();
        Fixture.given(desk);
        assertThat(desk.ask("w", Tie.PROCESS)).isInstanceOfSatisfying(Asked.Over.class, over -> {
            assertThat(over.ending().kind()).isEqualTo(Ending.Kind.HALTED);
            assertThat(over.ending().why()).contains("broke: no memory of that");
        });
    }

    private static final class Forgetful implements Strategy {
        @Override
        public Answer ask(Request request) {
            return new Answer.Exhausted();
        }

        @Override
        public void tell(Observation observation) {
            throw new IllegalStateException("no memory of that");
        }
    }
}
