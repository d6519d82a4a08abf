package dev.sextant.strategy.pbt;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sextant.model.space.Bool;
import dev.sextant.model.space.Choice;
import dev.sextant.model.space.Constant;
import dev.sextant.model.space.Domain;
import dev.sextant.model.space.IntRange;
import dev.sextant.model.space.Ordinal;
import dev.sextant.model.space.RealRange;
import dev.sextant.model.space.Scale;
import dev.sextant.model.space.SteppedRange;
import dev.sextant.model.value.Value;
import dev.sextant.strategy.Streams;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PerturbationTest {
    private static final List<Value> SIZES = List.of(new Value.Int(16), new Value.Int(32), new Value.Int(64));

    private static Set<String> changes(Value value, Domain domain) {
        var perturbation = new Perturbation(0);
        return IntStream.range(0, 50).mapToObj(i -> perturbation.of(value, domain, Streams.ofTrial(1, i, 0)).text()).collect(Collectors.toSet());
    }

    @Test
    void onALogScaleANumberIsMultipliedAndKeptInItsRange() {
        var range = new RealRange(1e-3, 1, Scale.LOG);
        assertThat(changes(new Value.Real(0.5), range)).containsExactlyInAnyOrder("0.4", "0.6");
        assertThat(changes(new Value.Real(1), range)).containsExactlyInAnyOrder("0.8", "1.0");
    }

    @Test
    void onALinearScaleNoNumberIsStuckAtZero() {
        var range = new RealRange(0, 5, Scale.LINEAR);
        assertThat(changes(new Value.Real(2), range)).containsExactlyInAnyOrder("1.6", "2.4");
        assertThat(changes(new Value.Real(0), range)).containsExactlyInAnyOrder("0.0", "0.1");
    }

    @Test
    void wholeNumbersAndStepsMoveByOneAtLeast() {
        assertThat(changes(new Value.Int(2), IntRange.of(1, 9))).containsExactlyInAnyOrder("1", "3");
        assertThat(changes(new Value.Int(100), new IntRange(1, 1000, Scale.LOG, 1))).containsExactlyInAnyOrder("80", "120");
        assertThat(changes(new Value.Int(40), new IntRange(0, 80, Scale.LINEAR, 8))).containsExactlyInAnyOrder("32", "48");
        assertThat(changes(new Value.Real(0.3), SteppedRange.of(0, 1, 0.1))).containsExactlyInAnyOrder("0.2", "0.4");
    }

    @Test
    void aValueOfAListMovesToANeighbourAndStaysAtTheEnds() {
        assertThat(changes(SIZES.get(1), new Ordinal(SIZES))).containsExactlyInAnyOrder("16", "64");
        assertThat(changes(SIZES.get(0), new Choice(SIZES))).containsExactlyInAnyOrder("16", "32");
        assertThat(changes(new Value.Flag(true), new Bool(true))).containsExactly("false");
        assertThat(changes(SIZES.get(0), new Constant(SIZES.get(0)))).containsExactly("16");
    }

    @Test
    void withResamplingAQuarterOfTheChangesIsAUniformDraw() {
        var range = new RealRange(0, 1, Scale.LINEAR);
        var perturbation = new Perturbation(0.25);
        long draws = IntStream.range(0, 4000).mapToObj(i -> perturbation.of(new Value.Real(0.5), range, Streams.ofTrial(1, i, 0)))
                .filter(value -> !Set.of("0.4", "0.6").contains(value.text())).count();
        assertThat(draws).isBetween(900L, 1100L); // 1000 ± 3.6 standard deviations
    }
}
