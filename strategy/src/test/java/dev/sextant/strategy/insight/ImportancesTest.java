package dev.sextant.strategy.insight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.sextant.model.space.Choice;
import dev.sextant.model.space.Configuration;
import dev.sextant.model.space.Constant;
import dev.sextant.model.space.Discrete;
import dev.sextant.model.space.Parameter;
import dev.sextant.model.space.RealRange;
import dev.sextant.model.space.Scale;
import dev.sextant.model.space.SearchSpace;
import dev.sextant.model.value.Value;
import dev.sextant.strategy.Streams;
import dev.sextant.strategy.insight.Importances.Question;
import dev.sextant.strategy.search.Uniform;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ImportancesTest {
    private static final SearchSpace THREE = SearchSpace.of(angle("a"), angle("b"), angle("c"));

    private static final SearchSpace CONDITIONAL = SearchSpace.of(
            Parameter.of("kernel", new Choice(Stream.of("linear", "poly").<Value>map(Value.Text::new).toList())),
            Parameter.of("degree", new RealRange(0, 1, Scale.LINEAR)).onlyIf("kernel == poly"),
            Parameter.of("idle", new RealRange(0, 1, Scale.LINEAR)));

    private static Parameter angle(String name) {
        return Parameter.of(name, new RealRange(-Math.PI, Math.PI, Scale.LINEAR));
    }

    private static double x(Configuration configuration, String name) {
        return Discrete.number(configuration.value(name).orElseThrow());
    }

    private static List<Finished> trials(SearchSpace space, int count, ToDoubleFunction<Configuration> loss) {
        var random = Streams.of(1, "trials");
        return Stream.generate(() -> Uniform.draw(space, random)).limit(count)
                .map(configuration -> new Finished(configuration, loss.applyAsDouble(configuration))).toList();
    }

    private static Importance of(SearchSpace space, Method method, int count, ToDoubleFunction<Configuration> loss) {
        return Importances.of(space, trials(space, count, loss), new Question(method, 0.1, 1));
    }

    private static Weight weight(List<Weight> weights, String... names) {
        return weights.stream().filter(weight -> weight.parameters().equals(List.of(names))).findFirst().orElseThrow();
    }

    private static double ishigami(Configuration c) {
        return Math.sin(x(c, "a")) * (1 + 0.1 * Math.pow(x(c, "c"), 4)) + 7 * Math.pow(Math.sin(x(c, "b")), 2);
    }

    /// The variances are known: A. Saltelli et al., Sensitivity Analysis, 2000, section 2.9, with a = 7 and b = 0.1.
    @Test
    void fanovaFindsTheSobolIndicesOfTheIshigamiFunction() {
        Importance importance = of(THREE, Method.FANOVA, 2_000, ImportancesTest::ishigami);
        assertThat(weight(importance.parameters(), "a").share()).isCloseTo(0.3139, within(0.06));
        assertThat(weight(importance.parameters(), "b").share()).isCloseTo(0.4424, within(0.06));
        assertThat(weight(importance.parameters(), "c").share()).isCloseTo(0, within(0.02));
        assertThat(weight(importance.pairs(), "a", "c").share()).isCloseTo(0.2437, within(0.08));
        assertThat(weight(importance.pairs(), "a", "b").share()).isCloseTo(0, within(0.04));
        assertThat(importance.parameters().getFirst().parameters()).containsExactly("b");
    }

    @ParameterizedTest
    @EnumSource(Method.class)
    void aFunctionOfOneParameterHasOneThatMatters(Method method) {
        Importance importance = of(THREE, method, 200, c -> Math.pow(x(c, "b") - 1, 2));
        assertThat(importance.trials()).isEqualTo(200);
        assertThat(importance.parameters().getFirst().parameters()).containsExactly("b");
        assertThat(importance.parameters().getFirst().share()).isGreaterThan(0.85);
        assertThat(importance.parameters()).extracting(weight -> weight.parameters().getFirst()).containsExactlyInAnyOrder("a", "b", "c");
    }

    /// Half of the variance lies between the kernels or inside one: kernel alone (0.5)², degree alone ½·Var(2u).
    @Test
    void aConditionalParameterCountsByWhatItDoesWhereItIsActive() {
        ToDoubleFunction<Configuration> loss = c -> c.value("degree").isPresent() ? 2 * x(c, "degree") - 0.5 : 0.0;
        double ofKernel = 0.0625;
        double ofDegree = 0.5 / 3;
        Importance importance = of(CONDITIONAL, Method.FANOVA, 1_000, loss);
        assertThat(weight(importance.parameters(), "kernel").share()).isCloseTo(ofKernel / (ofKernel + ofDegree), within(0.05));
        assertThat(weight(importance.parameters(), "degree").share()).isCloseTo(ofDegree / (ofKernel + ofDegree), within(0.05));
        assertThat(weight(importance.parameters(), "idle").share()).isCloseTo(0, within(0.01));
        assertThat(weight(importance.parameters(), "degree").trials()).isBetween(400, 600);
    }

    @Test
    void aConditionalParameterWithoutEffectGetsNothingFromTheOneItDependsOn() {
        Importance importance = of(CONDITIONAL, Method.PED_ANOVA, 500, c -> c.value("degree").isPresent() ? 0 : 1 + x(c, "idle"));
        assertThat(weight(importance.parameters(), "kernel").share()).isGreaterThan(0.9);
        assertThat(weight(importance.parameters(), "degree").share()).isLessThan(0.05);
    }

    @ParameterizedTest
    @EnumSource(Method.class)
    void theIntervalShrinksWithMoreTrials(Method method) {
        Weight few = of(THREE, method, 40, ImportancesTest::ishigami).parameters().getFirst();
        Weight many = of(THREE, method, 1_500, ImportancesTest::ishigami).parameters().getFirst();
        assertThat(many.high() - many.low()).isLessThan(few.high() - few.low());
        assertThat(many.share()).isBetween(many.low(), many.high());
    }

    @ParameterizedTest
    @EnumSource(Method.class)
    void theSameTrialsGiveTheSameAnswer(Method method) {
        assertThat(of(CONDITIONAL, method, 50, c -> x(c, "idle"))).isEqualTo(of(CONDITIONAL, method, 50, c -> x(c, "idle")));
    }

    @ParameterizedTest
    @EnumSource(Method.class)
    void tiesAndHugeLossesAreHarmless(Method method) {
        assertThat(of(THREE, method, 30, _ -> 1).parameters()).extracting(Weight::share).containsOnly(0.0);
        assertThat(of(THREE, method, 30, c -> 1e300 * x(c, "a")).parameters().getFirst().parameters()).containsExactly("a");
    }

    @Test
    void constraintsBoundTheSpaceThatIsExplained() {
        SearchSpace narrow = THREE.require("b < -3.1");
        Importance importance = of(narrow, Method.FANOVA, 400, c -> x(c, "a") + 0.3 * x(c, "b"));
        assertThat(weight(importance.parameters(), "a").share()).isGreaterThan(0.9);
    }

    @Test
    void tooFewTrialsAndASpaceOfConstantsAreRefused() {
        assertThatThrownBy(() -> of(THREE, Method.PED_ANOVA, 3, c -> x(c, "a")))
                .isInstanceOf(IllegalArgumentException.class).hasMessageContaining("at least 4 complete trials; there are 3");
        SearchSpace still = SearchSpace.of(Parameter.of("only", new Constant(new Value.Int(1))));
        assertThatThrownBy(() -> of(still, Method.FANOVA, 9, _ -> 1)).hasMessageContaining("constants");
        assertThatThrownBy(() -> new Question(Method.PED_ANOVA, 1, 1)).hasMessageContaining("above 0 and below 1");
    }
}
