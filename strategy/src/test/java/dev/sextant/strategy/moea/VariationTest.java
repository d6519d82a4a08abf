package dev.sextant.strategy.moea;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.sextant.model.space.Choice;
import dev.sextant.model.space.Configuration;
import dev.sextant.model.space.IntRange;
import dev.sextant.model.space.Parameter;
import dev.sextant.model.space.RealRange;
import dev.sextant.model.space.Scale;
import dev.sextant.model.space.SearchSpace;
import dev.sextant.model.value.Value;
import dev.sextant.strategy.Streams;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class VariationTest {
    private static final SearchSpace SPACE = SearchSpace.of(
            Parameter.of("kernel", words("linear", "poly", "rbf")),
            Parameter.of("degree", IntRange.of(2, 4)).onlyIf("kernel == poly"),
            Parameter.of("gamma", new RealRange(1e-4, 10, Scale.LOG)).onlyIf("kernel != linear"));

    private final RandomGenerator random = Streams.of(2, "variation");

    private static Choice words(String... words) {
        return new Choice(Stream.of(words).<Value>map(Value.Text::new).toList());
    }

    private static Member member(Map<String, Value> values) {
        return new Member(0, SPACE.accept(values), new double[] {0, 0});
    }

    private List<Configuration> children(Variation variation, int pressure, Member... parents) {
        return IntStream.range(0, 3_000).mapToObj(_ -> variation.child(List.of(parents), pressure, random)).toList();
    }

    @Test
    void aParameterThatOneParentHasComesFromThatOneAndOneThatNeitherHasIsDrawn() {
        Member poly = member(Map.of("kernel", new Value.Text("poly"), "degree", new Value.Int(4), "gamma", new Value.Real(0.5)));
        Member linear = member(Map.of("kernel", new Value.Text("linear")));
        List<Configuration> children = children(new Variation(SPACE, 1), 0, linear, poly);
        assertThat(children).allSatisfy(child -> assertThat(SPACE.accept(child.values())).isEqualTo(child));
        assertThat(count(children, "degree", new Value.Int(4))).isGreaterThan(count(children, "degree", new Value.Int(3)));
        assertThat(count(children, "gamma", new Value.Real(0.5))).isGreaterThan(600);
        List<Configuration> others = children(new Variation(SPACE, 1), 0, linear, linear);
        assertThat(count(others, "kernel", new Value.Text("rbf"))).isGreaterThan(100);
        assertThat(others.stream().flatMap(child -> child.value("gamma").stream()).distinct().count()).isGreaterThan(300);
    }

    private static long count(List<Configuration> children, String name, Value value) {
        return children.stream().filter(child -> child.value(name).filter(value::equals).isPresent()).count();
    }

    @Test
    void aChoiceComesFromEitherParentAsOften() {
        Member rbf = member(Map.of("kernel", new Value.Text("rbf")));
        Member poly = member(Map.of("kernel", new Value.Text("poly")));
        List<Configuration> children = children(new Variation(SPACE, 1), 0, rbf, poly);
        long first = count(children, "kernel", new Value.Text("rbf"));
        assertThat((double) first / children.size()).isCloseTo((double) count(children, "kernel", new Value.Text("poly")) / children.size(), within(0.06));
    }

    @Test
    void aChildTurnedDownOftenEnoughMutatesInAllItsParameters() {
        Member rbf = member(Map.of("kernel", new Value.Text("rbf"), "gamma", new Value.Real(0.5)));
        assertThat(children(new Variation(SPACE, 0), 1, rbf, rbf)).doesNotContain(rbf.configuration())
                .allSatisfy(child -> assertThat(child.value("kernel")).isNotEqualTo(rbf.configuration().value("kernel")));
    }

    @Test
    void withoutCrossoverAndMutationOneParentIsCopied() {
        Member rbf = member(Map.of("kernel", new Value.Text("rbf"), "gamma", new Value.Real(0.5)));
        Member poly = member(Map.of("kernel", new Value.Text("poly")));
        long copies = children(new Variation(SPACE, 0), 0, rbf, poly).stream().filter(rbf.configuration()::equals).count();
        assertThat(copies / 3_000.0).isCloseTo(0.25, within(0.05));    // both of its two parameters stay with the chance ½
    }
}
