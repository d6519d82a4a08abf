package dev.sextant.strategy.search;

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
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class MutationTest {
    private static final List<Value> WORDS = Stream.of("a", "b", "c").<Value>map(Value.Text::new).toList();

    private final RandomGenerator random = Streams.of(1, "mutation");

    static Stream<Domain> domains() {
        return Stream.of(
                new RealRange(-3, 5, Scale.LINEAR), new RealRange(1e-6, 1, Scale.LOG), IntRange.of(0, 1), IntRange.of(-7, 1_000_000),
                new IntRange(1, 4096, Scale.LOG, 1), SteppedRange.of(0, 1, 0.25), new Choice(WORDS), new Ordinal(WORDS), new Bool(true));
    }

    @ParameterizedTest
    @MethodSource("domains")
    void aGeneBecomesAnotherValueOfItsDomain(Domain domain) {
        for (double unit = 0; unit <= 1; unit += 0.001) {
            Value before = domain.at(unit);
            Value after = Mutation.of(before, domain, random);
            assertThat(domain.accept(after)).contains(after);
            assertThat(after).isNotEqualTo(before);
        }
    }

    @Test
    void whatHasOneValueKeepsIt() {
        for (Domain domain : List.of(new Constant(new Value.Int(1)), IntRange.of(4, 4), new Choice(WORDS.subList(0, 1)))) {
            assertThat(Mutation.of(domain.at(0), domain, random)).isEqualTo(domain.at(0));
        }
    }

    @Test
    void everyOtherChoiceComes() {
        Choice choice = new Choice(WORDS);
        assertThat(Stream.generate(() -> Mutation.of(WORDS.get(1), choice, random)).limit(100).distinct())
                .containsExactlyInAnyOrder(WORDS.get(0), WORDS.get(2));
    }
}
