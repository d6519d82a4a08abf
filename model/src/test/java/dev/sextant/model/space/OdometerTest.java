package dev.sextant.model.space;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class OdometerTest {
    private static Odometer odometer(SearchSpace space) {
        return Odometer.throughAll(space).orElseThrow();
    }

    private static List<Configuration> all(Odometer odometer) {
        List<Configuration> all = new ArrayList<>();
        Optional<Odometer.Position> position = Optional.of(odometer.first());
        while (position.isPresent()) {
            all.add(position.get().configuration());
            position = position.flatMap(odometer::next);
        }
        return all;
    }

    private static Parameter digit(String name, long low, long high) {
        return Parameter.of(name, IntRange.of(low, high));
    }

    @Test
    void theLastParameterTurnsFastest() {
        SearchSpace space = SearchSpace.of(digit("a", 0, 1), digit("b", 0, 2));
        assertThat(all(odometer(space))).extracting(Configuration::toString)
                .containsExactly("a=0 b=0", "a=0 b=1", "a=0 b=2", "a=1 b=0", "a=1 b=1", "a=1 b=2");
    }

    @Test
    void inactiveParametersAreNotCountedSoNothingComesTwice() {
        SearchSpace space = SearchSpace.of(
                digit("deep", 0, 4).onlyIf("mid > 0"), digit("top", 0, 2), digit("mid", 0, 2).onlyIf("top == 1"));
        List<Configuration> all = all(odometer(space));
        assertThat(all).hasSize(2 + 1 + 2 * 5);
        assertThat(new LinkedHashSet<>(all)).hasSameSizeAs(all);
    }

    @Test
    void aPositionIsFoundFromItsConfiguration() {
        SearchSpace space = SearchSpace.of(digit("top", 0, 2), digit("mid", 0, 2).onlyIf("top == 1"), digit("end", 0, 1));
        Odometer odometer = odometer(space);
        List<Configuration> all = all(odometer);
        for (int i = 0; i + 1 < all.size(); i++) {
            Odometer.Position found = odometer.of(all.get(i)).orElseThrow();
            assertThat(odometer.next(found).orElseThrow().configuration()).isEqualTo(all.get(i + 1));
        }
    }

    @Test
    void aConfigurationWithAnotherValueHasNoPosition() {
        SearchSpace wide = SearchSpace.of(digit("a", 0, 9));
        assertThat(odometer(SearchSpace.of(digit("a", 0, 5))).of(wide.configuration(p -> ((Discrete) p.domain()).get(7)))).isEmpty();
    }

    @Test
    void aSpaceOfAMillionMillionPointsStartsAtOnce() {
        SearchSpace space = new SearchSpace(
                IntStream.range(0, 12).mapToObj(i -> digit("x" + i, 0, 9)).toList(), List.of(), 1);
        Odometer odometer = odometer(space);
        Odometer.Position position = odometer.first();
        for (int i = 0; i < 12_345; i++) {
            position = odometer.next(position).orElseThrow();
        }
        assertThat(position.configuration().toString()).endsWith("x7=1 x8=2 x9=3 x10=4 x11=5");
    }

    @Test
    void aSpaceWithARealParameterCannotBeCounted() {
        assertThat(Odometer.throughAll(SearchSpace.of(digit("a", 0, 1), Parameter.of("x", new RealRange(0, 1, Scale.LINEAR))))).isEmpty();
    }
}
