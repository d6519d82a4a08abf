package dev.sextant.engine;

import static dev.sextant.engine.Fixture.loss;
import static dev.sextant.engine.Fixture.run;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sextant.model.study.Budget;
import dev.sextant.model.study.Ending;
import dev.sextant.model.study.Limit;
import dev.sextant.strategy.Observation;
import dev.sextant.strategy.Prospect;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

/// A budget that says which improvement is still worth the effort.
class ImprovementTest {
    private final Fixture fixture = new Fixture();
    private int estimates;

    /// Expects 1/n after n results.
    private final class Shrinking implements Prospect {
        private int results;

        @Override
        public OptionalDouble improvement() {
            estimates++;
            return results == 0 ? OptionalDouble.empty() : OptionalDouble.of(1.0 / results);
        }

        @Override
        public void tell(Observation observation) {
            results += observation instanceof Observation.Completed ? 1 : 0;
        }
    }

    private StudyDesk desk(Limit... limits) {
        fixture.settings = fixture.settings.with(Budget.of(limits));
        fixture.prospect = new Shrinking();
        return fixture.open();
    }

    @Test
    void theStudyEnds_whenLessThanThatIsToBeExpected_andSaysSo() {
        var desk = desk(new Limit.Improvement(0.21));
        assertThat(run(desk, lease -> loss(lease.trial()))).isInstanceOfSatisfying(Asked.Over.class, over -> {
            assertThat(over.ending().kind()).isEqualTo(Ending.Kind.IMPROVEMENT);
            assertThat(over.ending().why()).isEqualTo("at most 0.200 better is to be expected, which is less than 0.21");
            assertThat(over.ending().isAtOnce()).isFalse();
        });
        assertThat(desk.progress().finished()).isEqualTo(5);
    }

    @Test
    void aChangedBudget_letsItGoOn() {
        var desk = desk(new Limit.Improvement(0.21));
        run(desk, lease -> loss(lease.trial()));
        desk.change(fixture.settings.with(Budget.of(new Limit.Improvement(0.11))));
        run(desk, lease -> loss(lease.trial()));
        assertThat(desk.progress().finished()).isEqualTo(10);
    }

    @Test
    void afterARestart_theProspectKnowsThePast() {
        run(desk(new Limit.Improvement(0.21)), lease -> loss(lease.trial()));
        fixture.prospect = new Shrinking();
        assertThat(run(fixture.open(), lease -> loss(lease.trial()))).isInstanceOf(Asked.Over.class);
        assertThat(fixture.store.orElseThrow().trial(5)).isEmpty();
    }

    @Test
    void withoutThatLimit_nobodyEstimates() {
        run(desk(new Limit.Trials(8)), lease -> loss(lease.trial()));
        assertThat(estimates).isZero();
    }
}
