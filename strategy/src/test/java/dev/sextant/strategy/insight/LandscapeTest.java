package dev.sextant.strategy.insight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.sextant.model.space.Choice;
import dev.sextant.model.space.Configuration;
import dev.sextant.model.space.Discrete;
import dev.sextant.model.space.IntRange;
import dev.sextant.model.space.Parameter;
import dev.sextant.model.space.RealRange;
import dev.sextant.model.space.Scale;
import dev.sextant.model.space.SearchSpace;
import dev.sextant.model.value.Value;
import dev.sextant.strategy.Streams;
import dev.sextant.strategy.search.Uniform;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class LandscapeTest {
    private static final SearchSpace SPACE = SearchSpace.of(
            Parameter.of("x", new RealRange(1e-4, 1, Scale.LOG)),
            Parameter.of("n", IntRange.of(1, 5)),
            Parameter.of("kind", new Choice(Stream.of("a", "b").<Value>map(Value.Text::new).toList())),
            Parameter.of("y", new RealRange(0, 1, Scale.LINEAR)).onlyIf("kind == b"));

    private static double loss(Configuration configuration) {
        double x = Math.log10(number(configuration, "x"));
        return (x + 2) * (x + 2) + number(configuration, "n") + (configuration.value("y").isPresent() ? 3 * number(configuration, "y") : 0.5);
    }

    private static double number(Configuration configuration, String name) {
        return Discrete.number(configuration.value(name).orElseThrow());
    }

    private static Landscape landscape() {
        var random = Streams.of(1, "trials");
        return Landscape.of(SPACE, Stream.generate(() -> Uniform.draw(SPACE, random)).limit(600)
                .map(configuration -> new Finished(configuration, loss(configuration))).toList(), 1);
    }

    @Test
    void aSliceShowsWhereTheObjectiveIsLow_inItsOwnUnit() {
        List<Spot> slice = landscape().slice("x", 40);
        assertThat(slice).hasSize(40);
        Spot lowest = slice.stream().min(Comparator.comparingDouble(spot -> spot.expected().loss())).orElseThrow();
        assertThat(Math.log10(Discrete.number(lowest.value()))).isCloseTo(-2, within(0.3));
        assertThat(lowest.expected().loss()).isCloseTo(1, within(0.6));
        assertThat(slice.getFirst().expected().loss()).isCloseTo(5, within(1.2));
    }

    @Test
    void aDiscreteParameterHasOneSpotAValue() {
        assertThat(landscape().slice("n", 40)).extracting(Spot::value)
                .containsExactly(new Value.Int(1), new Value.Int(2), new Value.Int(3), new Value.Int(4), new Value.Int(5));
    }

    @Test
    void aConditionalParameterIsShownWhereItIsActive() {
        List<Spot> slice = landscape().slice("y", 10);
        assertThat(slice).hasSize(10);
        assertThat(slice.getLast().expected().loss() - slice.getFirst().expected().loss()).isBetween(1.8, 3.2);
    }

    @Test
    void aPlaneHasAValueForEveryPair() {
        Plane plane = landscape().plane("x", "kind", 8).orElseThrow();
        assertThat(plane.expected()).hasSize(8).allSatisfy(column -> assertThat(column).hasSize(2));
        assertThat(landscape().plane("x", "nowhere", 8)).isEmpty();
    }

    @Test
    void oneDivergedTrialDoesNotFlattenTheRest() {
        var random = Streams.of(2, "trials");
        List<Finished> trials = Stream.generate(() -> Uniform.draw(SPACE, random)).limit(100)
                .map(configuration -> new Finished(configuration, loss(configuration))).toList();
        Landscape diverged = Landscape.of(SPACE, Stream.concat(trials.stream(), Stream.of(new Finished(SPACE.start(), 1e9))).toList(), 1);
        assertThat(diverged.slice("n", 5)).allSatisfy(spot -> assertThat(spot.expected().loss()).isLessThan(100));
    }
}
