package dev.sextant.strategy.moea;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sextant.model.space.Configuration;
import dev.sextant.model.space.Parameter;
import dev.sextant.model.space.RealRange;
import dev.sextant.model.space.Scale;
import dev.sextant.model.space.SearchSpace;
import dev.sextant.model.study.StrategySpec;
import dev.sextant.model.value.Value;
import dev.sextant.strategy.Problem;
import dev.sextant.strategy.Streams;
import dev.sextant.strategy.StrategyFactory;
import dev.sextant.strategy.pareto.CrowdingDistance;
import dev.sextant.strategy.pareto.ReferenceDirections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PopulationTest {
    private static final SearchSpace SPACE = SearchSpace.of(Parameter.of("x", new RealRange(0, 1, Scale.LINEAR)));

    static List<StrategyFactory> factories() {
        return List.of(new Nsga2(), new Nsga3(), new SmsEmoa(), new MoeaD());
    }

    private final RandomGenerator random = Streams.of(3, "population");

    private static Rules five() {
        return new Rules(5, 5, 1, 0.9);
    }

    private static Member member(int trial, double... losses) {
        return new Member(trial, new Configuration(new LinkedHashMap<>()), losses);
    }

    private Set<Integer> parents(Population population) {
        return IntStream.range(0, 500).boxed().flatMap(_ -> population.parents(random).stream()).map(Member::trial).collect(Collectors.toSet());
    }

    private static Population filled(Population population, Stream<double[]> losses) {
        List<double[]> all = losses.toList();
        for (int i = 0; i < all.size(); i++) {
            population.add(member(i, all.get(i)));
        }
        return population;
    }

    @Test
    void theLastFrontLosesItsMostCrowdedMember() {
        Population nsga2 = new Ranked(five(), Diversity.ofEachFront(CrowdingDistance::of));
        filled(nsga2, Stream.of(new double[] {0, 8}, new double[] {8, 0}, new double[] {4, 4}, new double[] {4.5, 3.5}, new double[] {1, 7}));
        nsga2.add(member(5, 9, 9));
        assertThat(nsga2.size()).isEqualTo(5);
        assertThat(parents(nsga2)).containsExactlyInAnyOrder(0, 1, 2, 3, 4);
        nsga2.add(member(6, 7, 1));
        assertThat(parents(nsga2)).doesNotContain(3).contains(0, 1, 6);
    }

    @Test
    void aFullNicheLosesTheMemberThatIsFarthestFromItsDirection() {
        Population nsga3 = new Ranked(new Rules(3, 3, 1, 0.9), new Niches());
        filled(nsga3, Stream.of(new double[] {0, 1}, new double[] {1, 0}, new double[] {0.5, 0.5}));
        nsga3.add(member(3, 0.05, 0.94));
        assertThat(parents(nsga3)).containsExactlyInAnyOrder(0, 1, 2);
    }

    @Test
    void eachDirectionKeepsTheBestAlongIt() {
        Population moead = new Decomposed(ReferenceDirections.dasDennis(2, 4));
        filled(moead, Stream.of(new double[] {0, 1}, new double[] {1, 0}, new double[] {0.6, 0.6}, new double[] {0.5, 0.5}, new double[] {2, 2}));
        assertThat(parents(moead)).contains(0, 1, 3).doesNotContain(4);
    }

    @Test
    void aPopulationGrowsWithTheSquareRootOfItsResults() {
        Rules rules = Rules.growing(problem("nsga2", 2));
        assertThat(rules.population(1)).isEqualTo(20);
        assertThat(rules.population(900)).isEqualTo(30);
        assertThat(rules.population(1_000_000)).isEqualTo(100);
    }

    @Test
    void whoIsLetGoByHandIsNobodysParent() {
        for (Population population : List.of(new Ranked(five(), new Niches()), new Decomposed(ReferenceDirections.dasDennis(2, 4)))) {
            filled(population, Stream.of(new double[] {0, 1}, new double[] {1, 0}, new double[] {0.4, 0.4}));
            assertThat(population.remove(2)).map(Member::trial).contains(2);
            assertThat(population.remove(2)).isEmpty();
            assertThat(parents(population)).containsExactlyInAnyOrder(0, 1);
        }
    }

    private static Problem problem(String name, int objectives) {
        return new Problem(SPACE, objectives, StrategySpec.of(name), Optional.empty(), 1);
    }

    @ParameterizedTest
    @MethodSource("factories")
    void aSettingOutOfRangeIsRefusedWithWhatIsAllowed(StrategyFactory factory) {
        assertRefused(factory, "population", new Value.Int(1), "a whole number from 2 to 10000");
        assertRefused(factory, "founders", new Value.Text("many"), "a whole number from 1 to 1000000");
        assertRefused(factory, "crossover_rate", new Value.Real(1.5), "a number from 0 to 1");
    }

    private static void assertRefused(StrategyFactory factory, String key, Value value, String allowed) {
        StrategySpec spec = StrategySpec.of(factory.name()).with(key, value);
        assertThatThrownBy(() -> factory.create(new Problem(SPACE, 2, spec, Optional.empty(), 1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Strategy '%s': %s is %s; it must be %s.".formatted(factory.name(), key, value.text(), allowed));
    }

    @Test
    void moreObjectivesThanHypervolumeIsMeantForAreRefused() {
        assertThatThrownBy(() -> new SmsEmoa().create(problem("smsemoa", 7))).hasMessageContaining("up to 6 objectives; the study has 7");
    }
}
