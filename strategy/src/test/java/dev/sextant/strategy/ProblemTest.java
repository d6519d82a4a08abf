package dev.sextant.strategy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sextant.model.space.Choice;
import dev.sextant.model.space.Ordinal;
import dev.sextant.model.space.Parameter;
import dev.sextant.model.space.Prior;
import dev.sextant.model.space.SearchSpace;
import dev.sextant.model.study.Duplicates;
import dev.sextant.model.study.Objective;
import dev.sextant.model.study.StrategySpec;
import dev.sextant.model.study.StudySpec;
import dev.sextant.model.value.Value;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class ProblemTest {
    private static Parameter list(String name, Object... values) {
        return Parameter.of(name, new Choice(List.of(values).stream().map(value -> Value.of(value.toString())).toList()));
    }

    private static Problem of(Parameter... parameters) {
        return Problem.of(new StudySpec("s", SearchSpace.of(parameters).require("batch != 64"), List.of(new Objective("loss", Objective.Goal.MIN)), List.of(),
                StrategySpec.of("random"), 1, new Duplicates.Forbid(), Optional.empty(), Optional.empty()));
    }

    @Test
    void numbersThatRiseOrFall_areInOrder_andWordsAreNot() {
        SearchSpace space = of(list("batch", 16, 32, 64).onlyIf("act == relu"), list("act", "relu", "tanh", "gelu"), list("seed", 3, 1, 2)).space();
        assertThat(space.parameter("batch").domain()).isInstanceOf(Ordinal.class);
        assertThat(space.parameter("batch").condition()).contains("act == relu");
        assertThat(space.parameter("act").domain()).isInstanceOf(Choice.class);
        assertThat(space.parameter("seed").domain()).isInstanceOf(Choice.class);
        assertThat(space.constraints()).containsExactly("batch != 64");
    }

    @Test
    void theStudyStillBeginsWithTheFirst() {
        assertThat(of(list("batch", 64, 32, 16)).start().value("batch")).contains(new Value.Int(64));
        assertThat(of(list("batch", 16, 32, 64)).with(StrategySpec.of("tpe")).start().value("batch")).contains(new Value.Int(16));
    }

    @Test
    void aBeliefAboutAList_saysNothingOfAnOrder() {
        Parameter believed = list("batch", 16, 32, 64).withPrior(new Prior(new Value.Int(32), OptionalDouble.of(0.2)));
        assertThat(of(believed).space().parameter("batch")).isEqualTo(believed);
    }
}
