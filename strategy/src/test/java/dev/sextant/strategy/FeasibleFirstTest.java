package dev.sextant.strategy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sextant.model.trial.Decision;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class FeasibleFirstTest {
    @Test
    void whatBreaksALimit_isWorseThanAllThatBreakNone_theWorseTheMoreItBreaksThem() {
        double worstOfThose = FeasibleFirst.losses(List.of(1e299, -5.0), List.of(0.0, -1.0)).getFirst();
        double little = FeasibleFirst.losses(List.of(-9.0, 3.0), List.of(1e-9, -1.0)).getFirst();
        double more = FeasibleFirst.losses(List.of(-99.0, 3.0), List.of(0.5, 0.5)).getFirst();
        double most = FeasibleFirst.losses(List.of(-99.0, 3.0), List.of(1e300, 1e300)).getLast();
        assertThat(List.of(worstOfThose, little, more, most)).isSorted().doesNotHaveDuplicates().allMatch(Double::isFinite);
    }

    @Test
    void whereNothingIsKnown_lossesStayAsTheyAre() {
        assertThat(FeasibleFirst.losses(List.of(2.0), List.of())).containsExactly(2.0);
    }

    @Test
    void aRule_comparesReportsInThatOrder() {
        var told = new ArrayList<Double>();
        var rule = FeasibleFirst.of(new StoppingRule() {
            @Override
            public Decision decide(Observation.Measured report) {
                return report.losses().getFirst() >= FeasibleFirst.FAR ? Decision.STOP : Decision.CONTINUE;
            }

            @Override
            public void tell(Observation observation) {
                told.add(((Observation.Measured) observation).losses().getFirst());
            }
        });
        assertThat(rule.decide(new Observation.Measured(0, 1, List.of(1.0), List.of(0.1)))).isEqualTo(Decision.STOP);
        assertThat(rule.decide(new Observation.Measured(0, 1, List.of(1.0), List.of(-0.1)))).isEqualTo(Decision.CONTINUE);
        rule.tell(new Observation.Measured(0, 1, List.of(1.0), List.of(0.1)));
        assertThat(told.getFirst()).isGreaterThan(FeasibleFirst.FAR);
    }
}
