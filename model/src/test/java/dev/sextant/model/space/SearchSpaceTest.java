package dev.sextant.model.space;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sextant.model.value.Value;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class SearchSpaceTest {
    private static final SearchSpace KERNELS = SearchSpace.of(
            Parameter.of("degree", IntRange.of(2, 4)).onlyIf("kernel == poly"),
            Parameter.of("kernel", new Choice(List.of(new Value.Text("linear"), new Value.Text("poly")))),
            Parameter.of("coef", new RealRange(0, 1, Scale.LINEAR)).onlyIf("degree > 2"));

    private static Configuration with(SearchSpace space, Map<String, Value> values) {
        return space.accept(values);
    }

    @Test
    void conditions_chain() {
        assertThat(with(KERNELS, Map.of("kernel", new Value.Text("linear"))).values()).containsOnlyKeys("kernel");
        assertThat(with(KERNELS, Map.of("kernel", new Value.Text("poly"), "degree", new Value.Int(2))).values())
                .containsOnlyKeys("degree", "kernel");
        assertThat(with(KERNELS, Map.of("kernel", new Value.Text("poly"), "degree", new Value.Int(3))).values().keySet())
                .containsExactly("degree", "kernel", "coef");
    }

    @Test
    void conditionsThatCircle_areShown() {
        assertThatThrownBy(() -> SearchSpace.of(
                Parameter.of("a", IntRange.of(0, 1)).onlyIf("b > 0"), Parameter.of("b", IntRange.of(0, 1)).onlyIf("a > 0")))
                .hasMessageStartingWith("The conditions of the parameters form a circle: a → b → a.");
    }

    @Test
    void aValueForAnInactiveParameter_isRefused() {
        assertThatThrownBy(() -> with(KERNELS, Map.of("kernel", new Value.Text("linear"), "degree", new Value.Int(2))))
                .hasMessageStartingWith("Parameter 'degree' is inactive in this configuration: it needs kernel == poly.");
    }

    @Test
    void unknownNamesAndValues_areRefusedWithWhatIsAllowed() {
        assertThatThrownBy(() -> with(KERNELS, Map.of("kernal", new Value.Text("poly"))))
                .hasMessage("There is no parameter 'kernal'. Did you mean 'kernel'?");
        assertThatThrownBy(() -> with(KERNELS, Map.of("kernel", new Value.Text("rbf"))))
                .hasMessage("Parameter 'kernel': rbf is not allowed; allowed: one of linear, poly.");
    }

    @Test
    void constraints_areKeptByWhateverTheyDoNotSpeakOf() {
        var space = KERNELS.require("degree <= 2");
        assertThat(space.broken(with(space, Map.of("kernel", new Value.Text("linear"))))).isEmpty();
        assertThat(space.broken(with(space, Map.of("kernel", new Value.Text("poly"), "degree", new Value.Int(4)))))
                .contains("degree <= 2");
    }

    @Test
    void aStarvingConstraint_isNamed() {
        var space = SearchSpace.of(Parameter.of("x", new RealRange(0, 1, Scale.LINEAR))).require("x >= 0", "x > 2");
        var random = new Random(1);
        assertThat(Feasible.starving(space, Feasible.EFFORT,
                () -> space.configuration(p -> p.domain().at(random.nextDouble())))).contains("x > 2");
    }

    @Test
    void equalConfigurations_shareAFingerprint_andOthersDoNot() {
        var seen = new HashSet<Long>();
        var all = Odometer.throughAll(SearchSpace.of(Parameter.of("a", IntRange.of(0, 99)), Parameter.of("b", IntRange.of(0, 99)),
                Parameter.of("c", new Bool(true)))).orElseThrow();
        for (var at = Optional.of(all.first()); at.isPresent(); at = at.flatMap(all::next)) {
            Configuration configuration = at.get().configuration();
            seen.add(configuration.fingerprint());
            assertThat(new Configuration(configuration.values()).fingerprint()).isEqualTo(configuration.fingerprint());
        }
        assertThat(seen).hasSize(20_000);
    }

    @Test
    void parametersAndNames_areChecked() {
        assertThatThrownBy(() -> Parameter.of("1x", IntRange.of(0, 1))).hasMessageContaining("'1x' is not a parameter name");
        assertThatThrownBy(() -> SearchSpace.of()).hasMessageContaining("at least one parameter");
        assertThatThrownBy(() -> SearchSpace.of(Parameter.of("x", IntRange.of(0, 1)), Parameter.of("x", IntRange.of(0, 1))))
                .hasMessage("Parameter 'x' is defined twice.");
        assertThatThrownBy(() -> Parameter.of("x", IntRange.of(0, 1)).withDefault(new Value.Int(2)))
                .hasMessage("Parameter 'x': the default 2 is not allowed; allowed: whole numbers 0..1.");
    }
}
