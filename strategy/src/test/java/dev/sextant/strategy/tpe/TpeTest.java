package dev.sextant.strategy.tpe;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sextant.model.space.Configuration;
import dev.sextant.model.space.Discrete;
import dev.sextant.model.space.Parameter;
import dev.sextant.model.space.RealRange;
import dev.sextant.model.space.Scale;
import dev.sextant.model.space.SearchSpace;
import dev.sextant.model.study.StrategySpec;
import dev.sextant.model.trial.Origin;
import dev.sextant.model.value.Value;
import dev.sextant.strategy.Answer;
import dev.sextant.strategy.Observation;
import dev.sextant.strategy.Problem;
import dev.sextant.strategy.Proposal;
import dev.sextant.strategy.Question;
import dev.sextant.strategy.Strategy;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TpeTest {
    private static final SearchSpace SPACE = SearchSpace.of(Parameter.of("x", new RealRange(0, 1, Scale.LINEAR)));

    private final Strategy tpe = new TpeSearch().create(new Problem(SPACE, 1, StrategySpec.of("tpe"), Optional.empty(), 1));
    private int trials;

    private int begin(double x) {
        Configuration configuration = SPACE.configuration(_ -> new Value.Real(x));
        tpe.tell(new Observation.Proposed(trials, configuration, OptionalLong.empty(), Origin.ENQUEUED, ""));
        return trials++;
    }

    /// Results whose losses grow with the distance from 0.3.
    private void learn(int results) {
        for (int i = 0; i < results; i++) {
            double x = (i * 0.618034) % 1;
            tpe.tell(new Observation.Completed(begin(x), List.of(Math.abs(x - 0.3))));
        }
    }

    private Proposal.Start ask(int number) {
        if (tpe.ask(Question.of(number, Set.of())) instanceof Answer.Propose(Proposal.Start start)) {
            return start;
        }
        throw new AssertionError("no proposal");
    }

    private double x(int number) {
        return Discrete.number(ask(number).configuration().value("x").orElseThrow());
    }

    private double meanDistanceFrom(double centre) {
        double sum = 0;
        for (int number = 1_000; number < 1_200; number++) {
            sum += Math.abs(x(number) - centre);
        }
        return sum / 200;
    }

    @Test
    void theModelTakesOverWhenTenResultsAreThere() {
        learn(9);
        assertThat(ask(50).why()).startsWith("Sobol point");
        learn(1);
        assertThat(ask(50).why()).startsWith("TPE after 10 results: the best of 24");
    }

    @Test
    void proposalsGatherWhereResultsAreGood() {
        learn(60);
        assertThat(meanDistanceFrom(0.3)).isLessThan(0.06);
    }

    @Test
    void aPendingTrialKeepsTheNextOnesAway() {
        learn(60);
        double before = x(70);
        for (int i = 0; i < 20; i++) {
            begin(before);
        }
        assertThat(Math.abs(x(70) - before)).isGreaterThan(0.005);
    }

    @Test
    void failedTrialsCountAsBad() {
        learn(60);
        double near = meanDistanceFrom(0.3);
        for (int i = 0; i < 40; i++) {
            tpe.tell(new Observation.Failed(begin(0.3 + (i - 20) / 1_000.0)));
        }
        assertThat(meanDistanceFrom(0.3)).isGreaterThan(near);
    }

    @Test
    void aDroppedTrialLeavesNoTrace() {
        learn(60);
        List<Double> before = List.of(x(70), x(71), x(72));
        int dropped = begin(before.getFirst());
        tpe.tell(new Observation.Dropped(dropped));
        assertThat(List.of(x(70), x(71), x(72))).isEqualTo(before);
    }

    @Test
    void aRepeatedTrialIsPendingAgain() {
        learn(10);
        tpe.tell(new Observation.Repeated(3));
        assertThat(ask(50).why()).startsWith("Sobol point");
        tpe.tell(new Observation.Completed(3, List.of(0.1)));
        assertThat(ask(50).why()).startsWith("TPE after 10 results");
    }
}
