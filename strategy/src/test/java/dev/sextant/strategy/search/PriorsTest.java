package dev.sextant.strategy.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.sextant.model.space.Bool;
import dev.sextant.model.space.Choice;
import dev.sextant.model.space.Configuration;
import dev.sextant.model.space.Discrete;
import dev.sextant.model.space.Domain;
import dev.sextant.model.space.IntRange;
import dev.sextant.model.space.Ordinal;
import dev.sextant.model.space.Parameter;
import dev.sextant.model.space.Prior;
import dev.sextant.model.space.RealRange;
import dev.sextant.model.space.Scale;
import dev.sextant.model.space.SearchSpace;
import dev.sextant.model.space.SteppedRange;
import dev.sextant.model.value.Value;
import dev.sextant.strategy.Streams;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class PriorsTest {
    private static final int CELLS = 10;
    private static final int DRAWS = 20_000;
    /// Of Pearson's statistic with 9 degrees of freedom.
    private static final double ONE_IN_A_THOUSAND = 27.877;

    private static Parameter believed(Domain domain, Value around, double spread) {
        return Parameter.of("p", domain).withPrior(Prior.around(around, spread));
    }

    static List<Parameter> lines() {
        return List.of(
                believed(new RealRange(0, 10, Scale.LINEAR), new Value.Real(3), 1),
                believed(new RealRange(1e-5, 1e-1, Scale.LOG), new Value.Real(1e-3), 3),
                believed(new RealRange(0, 1, Scale.LINEAR), new Value.Real(0), 0.3),
                believed(new RealRange(0, 1, Scale.LINEAR), new Value.Real(1), 1e-3),
                Parameter.of("p", new RealRange(0, 1, Scale.LINEAR)).withPrior(Prior.around(new Value.Real(0.9))));
    }

    static List<Parameter> discrete() {
        return List.of(
                believed(IntRange.of(1, 20), new Value.Int(5), 2),
                believed(new IntRange(1, 1000, Scale.LOG, 1), new Value.Int(1), 4),
                believed(SteppedRange.of(0, 1, 0.1), new Value.Real(0.5), 0.1),
                believed(new Ordinal(Stream.of(16, 32, 64, 128).<Value>map(Value.Int::new).toList()), new Value.Int(64), 1),
                believed(new Choice(Stream.of("relu", "tanh", "gelu").<Value>map(Value.Text::new).toList()), new Value.Text("tanh"), 0.2),
                Parameter.of("p", new Bool(true)).withPrior(Prior.around(new Value.Flag(false))));
    }

    static Stream<Parameter> all() {
        return Stream.concat(lines().stream(), discrete().stream());
    }

    private static Belief belief(Parameter parameter) {
        return Belief.of(parameter.domain(), parameter.prior().orElseThrow());
    }

    @ParameterizedTest
    @MethodSource("all")
    void drawsFallAsOftenIntoATenthOfTheBeliefAsIntoAnother(Parameter parameter) {
        var belief = belief(parameter);
        var random = Streams.of(5, parameter.domain().allowed());
        int[] counts = new int[CELLS];
        for (int i = 0; i < DRAWS; i++) {
            counts[(int) Math.min(CELLS - 1, belief.below(belief.place(random.nextDouble())) * CELLS)]++;
        }
        double expected = (double) DRAWS / CELLS;
        assertThat(IntStream.of(counts).mapToDouble(c -> (c - expected) * (c - expected) / expected).sum()).isLessThan(ONE_IN_A_THOUSAND);
    }

    @ParameterizedTest
    @MethodSource("lines")
    void theDensityIsTheSlopeOfWhatLiesBelow_andOneOnAverage(Parameter parameter) {
        var belief = belief(parameter);
        assertThat(belief.below(0)).isZero();
        assertThat(belief.below(1)).isCloseTo(1, within(1e-12));
        for (double unit = 0.05; unit < 1; unit += 0.1) {
            double slope = (belief.below(unit + 1e-6) - belief.below(unit - 1e-6)) / 2e-6;
            assertThat(belief.density(unit)).isCloseTo(slope, within(1e-6 * Math.max(1, slope)));
            double bend = (belief.density(unit + 1e-6) - belief.density(unit - 1e-6)) / 2e-6;
            assertThat(belief.slope(unit)).isCloseTo(bend, within(1e-5 * Math.max(1, Math.abs(bend))));
        }
    }

    @ParameterizedTest
    @MethodSource("discrete")
    void theValuesOfADiscreteParameterShareTheBelief_asOftenAsTheyAreDrawn(Parameter parameter) {
        var domain = (Discrete) parameter.domain();
        var priors = Priors.of(SearchSpace.of(parameter));
        var random = Streams.of(6, domain.allowed());
        int favourite = 0;
        for (int i = 0; i < DRAWS; i++) {
            favourite += priors.draw(random).value("p").equals(parameter.prior().map(Prior::around)) ? 1 : 0;
        }
        double sum = 0;
        for (long i = 0; i < domain.count(); i++) {
            sum += mass(parameter, domain.get(i));
        }
        double expected = mass(parameter, parameter.prior().orElseThrow().around());
        assertThat(sum).isCloseTo(1, within(1e-9));
        assertThat((double) favourite / DRAWS).isCloseTo(expected, within(4 * Math.sqrt(expected * (1 - expected) / DRAWS)));
    }

    /// The share that a value is drawn with: its density times the width of its cell, found by looking where cells end.
    private static double mass(Parameter parameter, Value value) {
        var priors = Priors.of(SearchSpace.of(parameter));
        double density = Math.exp(priors.logDensity(new Configuration(new java.util.LinkedHashMap<>(Map.of("p", value)))));
        return density * (edge(parameter.domain(), value, 1) - edge(parameter.domain(), value, 0));
    }

    private static double edge(Domain domain, Value value, int side) {
        double inside = domain.unit(value);
        double outside = side;
        if (domain.at(outside).equals(value)) {
            return outside;
        }
        for (int i = 0; i < 60; i++) {
            double middle = 0.5 * (inside + outside);
            if (domain.at(middle).equals(value)) {
                inside = middle;
            } else {
                outside = middle;
            }
        }
        return 0.5 * (inside + outside);
    }

    @Test
    void twoThirdsOfTheBeliefLieWithinTheSpread() {
        var rate = believed(new RealRange(1e-6, 1, Scale.LOG), new Value.Real(1e-3), 3);
        double within = belief(rate).below(rate.domain().unit(new Value.Real(3e-3))) - belief(rate).below(rate.domain().unit(new Value.Real(1e-3 / 3)));
        assertThat(within).isCloseTo(0.9 * 0.6827 + 0.1 * 2 * Math.log(3) / Math.log(1e6), within(1e-4));
    }

    @Test
    void nothingBelieved_isEvenEverywhere() {
        var space = SearchSpace.of(Parameter.of("x", new RealRange(0, 1, Scale.LINEAR)));
        var priors = Priors.of(space);
        assertThat(priors.isFlat()).isTrue();
        assertThat(priors.place(space.parameter("x"), 0.3)).isEqualTo(0.3);
        assertThat(priors.logDensity(space.start())).isZero();
        assertThat(priors.draw(Streams.of(1, "x"))).isEqualTo(Uniform.draw(space, Streams.of(1, "x")));
    }

    @Test
    void inactiveParametersAddNothing() {
        var space = SearchSpace.of(Parameter.of("on", new Bool(false)),
                believed(new RealRange(0, 1, Scale.LINEAR), new Value.Real(0.5), 0.1).onlyIf("on"));
        assertThat(Priors.of(space).logDensity(space.start())).isZero();
    }

    @Test
    void beliefsFade() {
        assertThat(Priors.fading(0)).isEqualTo(1);
        assertThat(Priors.fading(10)).isEqualTo(1);
        assertThat(Priors.fading(100)).isEqualTo(0.1);
    }

    @Test
    void aStudyBeginsWhereGoodValuesAreBelievedToLie() {
        assertThat(believed(new RealRange(0, 10, Scale.LINEAR), new Value.Real(3), 1).start()).isEqualTo(new Value.Real(3));
    }
}
