package dev.sextant.strategy.tpe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.sextant.model.space.Bool;
import dev.sextant.model.space.Configuration;
import dev.sextant.model.space.Constant;
import dev.sextant.model.space.IntRange;
import dev.sextant.model.space.Parameter;
import dev.sextant.model.space.RealRange;
import dev.sextant.model.space.Scale;
import dev.sextant.model.space.SearchSpace;
import dev.sextant.model.value.Value;
import java.util.List;
import org.junit.jupiter.api.Test;

class GroupTest {
    private static final SearchSpace SPACE = SearchSpace.of(
            Parameter.of("on", new Bool(true)),
            Parameter.of("x", new RealRange(1, 100, Scale.LOG)),
            Parameter.of("fixed", new Constant(new Value.Int(1))),
            Parameter.of("a", IntRange.of(1, 4)).onlyIf("on == true"),
            Parameter.of("b", new IntRange(1, 1000, Scale.LOG, 1)).onlyIf("on == true"));

    private final List<Group> groups = Group.of(SPACE);

    @Test
    void parametersWithOneConditionBelongTogetherAndConstantsNowhere() {
        assertThat(groups).extracting(Group::width).containsExactly(2, 2);
        assertThat(SPACE.parameters()).filteredOn(groups.getFirst()::has).extracting(Parameter::name).containsExactly("on", "x");
        assertThat(SPACE.parameters()).filteredOn(groups.get(1)::has).extracting(Parameter::name).containsExactly("a", "b");
    }

    @Test
    void aRowHoldsTheLinesThenTheNominalsAndReadsBack() {
        Configuration configuration = SPACE.start();
        double[] row = groups.getFirst().row(configuration).orElseThrow();
        assertThat(row).containsExactly(new double[] {0.5, 0}, within(1e-12));
        assertThat(groups.getFirst().value(SPACE.parameter("x"), row)).isEqualTo(SPACE.parameter("x").domain().at(0.5));
        assertThat(groups.getFirst().value(SPACE.parameter("on"), row)).isEqualTo(new Value.Flag(true));
    }

    @Test
    void anInactiveGroupHasNoRow() {
        Configuration off = SPACE.configuration(p -> p.name().equals("on") ? new Value.Flag(false) : p.start());
        assertThat(groups.get(1).row(off)).isEmpty();
    }

    @Test
    void snappingPutsADiscreteValueInTheMiddleOfItsCell() {
        double[] row = {0.3, 0.0001};
        groups.get(1).snap(row);
        assertThat(row[0]).isEqualTo(0.375);
        assertThat(groups.get(1).value(SPACE.parameter("b"), row)).isEqualTo(new Value.Int(1));
    }

    @Test
    void theCellsOfALogarithmicRangeFillTheLine() {
        double sum = 0;
        for (int k = 1; k <= 1000; k++) {
            sum += groups.get(1).cell(1, SPACE.parameter("b").domain().unit(new Value.Int(k)));
        }
        assertThat(sum).isCloseTo(1, within(1e-9));
        assertThat(groups.get(1).cell(0, 0.4)).isEqualTo(0.25);
        assertThat(groups.getFirst().cell(0, 0.4)).isZero();
    }
}
