package dev.sextant.strategy.bayes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sextant.model.space.Choice;
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
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// Genes are an `x`, a `y` and the index of a choice.
class PlateauTest {
    private static final SearchSpace SPACE = SearchSpace.of(Parameter.of("x", new RealRange(0, 1, Scale.LINEAR)),
            Parameter.of("y", new RealRange(0, 1, Scale.LINEAR)), Parameter.of("choice", new Choice(List.of(new Value.Text("a"), new Value.Text("b")))));

    private final Axes axes = new Axes(SPACE);
    private final Results results = new Results(axes);

    private void add(double loss, double... genes) {
        results.add(axes.configuration(genes), genes, axes.point(genes), List.of(loss));
    }

    private void addEqual(double[]... genes) {
        for (double[] each : genes) {
            add(2, each);
        }
    }

    private boolean leavesOut(double... genes) {
        return Plateau.of(axes, results.ended()).has(axes.point(genes));
    }

    @Test
    void whatTwoEqualResultsSpanIsLeftOutOnceItHoldsAThird_andHalfOfThatOnEachSide() {
        addEqual(new double[] {0.4, 0.4, 0}, new double[] {0.5, 0.6, 0});
        assertThat(leavesOut(0.45, 0.5, 0)).isFalse();
        addEqual(new double[] {0.44, 0.5, 0});
        assertThat(leavesOut(0.45, 0.5, 0)).isTrue();
        assertThat(leavesOut(0.36, 0.69, 0)).isTrue();
        assertThat(leavesOut(0.34, 0.5, 0)).isFalse();
        assertThat(leavesOut(0.45, 0.71, 0)).isFalse();
        assertThat(leavesOut(0.45, 0.5, 1)).isFalse();
        add(1, 0.9, 0.9, 0);
        assertThat(leavesOut(0.45, 0.5, 0)).as("above the best too").isTrue();
    }

    @Test
    void whereTheyDoNotDiffer_nothingIsKnownBesideThem() {
        addEqual(new double[] {0.4, 0.5, 0}, new double[] {0.5, 0.5, 0}, new double[] {0.42, 0.5, 0});
        assertThat(leavesOut(0.45, 0.5, 0)).isTrue();
        assertThat(leavesOut(0.45, 0.501, 0)).isFalse();
    }

    @Test
    void thoseFarApartOrOfOtherChoices_spanNothing() {
        addEqual(new double[] {0.1, 0.5, 0}, new double[] {0.5, 0.51, 0}, new double[] {0.9, 0.52, 0},
                new double[] {0.12, 0.52, 0}, new double[] {0.11, 0.51, 1});
        assertThat(leavesOut(0.3, 0.505, 0)).isFalse();
        assertThat(leavesOut(0.105, 0.505, 0)).isFalse();
    }

    private static int cell(Configuration configuration, String name) {
        return (int) (6 * Discrete.number(configuration.value(name).orElseThrow()));
    }

    /// Steps of a sixth of each range, the lowest of them apart from the others: whoever stays on the second lowest never finds it.
    private static double steps(Configuration configuration) {
        int x = cell(configuration, "x");
        int y = cell(configuration, "y");
        return x == 1 && y == 4 ? 0 : 1 + Math.abs(x - 3) + Math.abs(y - 3);
    }

    @Test
    void aSearchDoesNotStayOnOneStep() {
        var strategy = new GpSearch().create(new Problem(SPACE, 1, StrategySpec.of("gp"), Optional.empty(), 5));
        Set<List<Integer>> cells = new HashSet<>();
        for (int trial = 0; trial < 60; trial++) {
            var start = (Proposal.Start) ((Answer.Propose) strategy.ask(Question.of(trial, Set.of()))).proposal();
            var configuration = start.configuration();
            strategy.tell(new Observation.Proposed(trial, configuration, OptionalLong.empty(), Origin.STRATEGY, start.note()));
            strategy.tell(new Observation.Completed(trial, List.of(steps(configuration))));
            cells.add(List.of(cell(configuration, "x"), cell(configuration, "y")));
        }
        assertThat(cells).hasSizeGreaterThan(22).contains(List.of(1, 4));
    }
}
