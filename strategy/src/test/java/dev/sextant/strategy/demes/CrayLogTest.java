package dev.sextant.strategy.demes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.sextant.model.space.Choice;
import dev.sextant.model.space.Configuration;
import dev.sextant.model.space.Parameter;
import dev.sextant.model.space.RealRange;
import dev.sextant.model.space.Scale;
import dev.sextant.model.space.SearchSpace;
import dev.sextant.model.study.Objective;
import dev.sextant.model.value.Value;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CrayLogTest {
    private static final SearchSpace SPACE = SearchSpace.of(
            Parameter.of("a", new RealRange(-10, 10, Scale.LINEAR)),
            Parameter.of("optimizer", new Choice(Stream.of("Adam", "Nadam").<Value>map(Value.Text::new).toList())),
            Parameter.of("b", new RealRange(-10, 10, Scale.LINEAR)).onlyIf("optimizer == Adam"));
    private static final List<Individual> INDIVIDUALS = List.of(
            individual(0, 1, 0, 9605.12, 0.31943122, "Adam"), individual(0, 1, 1, 1383.44, 1.4645293, "Nadam"),
            individual(0, 2, 0, 2000, 3, "Adam"), individual(1, 1, 2, 1500, 2, "Nadam"), individual(1, 2, 1, 12.5, -0.88616616, "Adam"));

    private static Individual individual(int generation, int deme, int number, double fom, double a, String optimizer) {
        Configuration configuration = SPACE.configuration(p -> switch (p.name()) {
            case "a" -> new Value.Real(a);
            case "optimizer" -> new Value.Text(optimizer);
            default -> new Value.Real(-1.0049047);
        });
        return new Individual(new Birth(generation, deme, number), fom, configuration);
    }

    private static CrayLog log(Objective.Goal goal) {
        return new CrayLog(List.of("a", "optimizer", "b"), new Objective("FoM", goal));
    }

    @Test
    void theGlobalLogHasALineAGenerationWithTheBestSoFar() {
        assertThat(log(Objective.Goal.MIN).global(INDIVIDUALS)).isEqualTo("""
                generation  epoch  best_fom  avg_fom checkpoint_in checkpoint_out a optimizer b\s
                0 1 1.383440e+03 4.329520e+03 N/A N/A 1.4645293 Nadam N/A\s
                1 2 1.250000e+01 7.562500e+02 N/A N/A -0.88616616 Adam -1.0049047\s
                """);
    }

    @Test
    void aLogOfADemeHasALineAnIndividualWithItsFitness() {
        assertThat(log(Objective.Goal.MIN).deme(1, INDIVIDUALS)).isEqualTo("""
                #generation tag fitness FoM a optimizer b\s
                0 deme1_ind0 4.53999e-05 9605.12 0.31943122 Adam -1.0049047\s
                0 deme1_ind1 1 1383.44 1.4645293 Nadam N/A\s
                1 deme1_ind2 1 1500 2 Nadam N/A\s
                """);
    }

    @Test
    void whereMoreIsBetterTheLargestIsBest() {
        assertThat(log(Objective.Goal.MAX).global(INDIVIDUALS)).contains("0 1 9.605120e+03").contains("1 2 9.605120e+03");
        assertThat(log(Objective.Goal.MAX).deme(1, INDIVIDUALS)).contains("deme1_ind0 1 9605.12");
    }

    @Test
    void aBlankInANameDoesNotBreakTheColumns() {
        CrayLog log = new CrayLog(List.of("--optimizer lr"), new Objective("FoM", Objective.Goal.MIN));
        assertThat(log.deme(1, List.of())).isEqualTo("#generation tag fitness FoM --optimizer_lr \n");
    }

    @Nested
    class ANumber {
        @ParameterizedTest
        @CsvSource({
            "0, 0", "1, 1", "-1.5, -1.5", "1234567, 1.23457e+06", "123456, 123456", "999999.5, 1e+06", "0.0001, 0.0001",
            "0.00001, 1e-05", "4.5399929762e-5, 4.53999e-05", "1e100, 1e+100", "0.1, 0.1"
        })
        void isWrittenAsCDoes(double number, String expected) {
            assertThat(CNumber.general(number, 6)).isEqualTo(expected);
        }
    }

    @Nested
    class ABirth {
        @Test
        void isReadBackFromItsNote() {
            Birth birth = new Birth(3, 2, 17);
            assertThat(Birth.of(birth.note())).contains(birth);
            assertThat(birth.tag()).isEqualTo("deme2_ind17");
        }

        @ParameterizedTest
        @ValueSource(strings = {"", "17", "a b c", "1 2 3 4", "-1 2 3", "99999999999 1 1"})
        void isNotReadFromOtherNotes(String note) {
            assertThat(Birth.of(note)).isEmpty();
        }
    }

    @Nested
    class TheFitness {
        @Test
        void fallsFromOneForTheBestToEToTheMinusTenForTheWorst() {
            assertThat(Fitness.of(1, 1, 3)).isOne();
            assertThat(Fitness.of(2, 1, 3)).isCloseTo(Math.exp(-2.5), within(1e-15));
            assertThat(Fitness.of(3, 1, 3)).isCloseTo(4.53999e-5, within(1e-10));
        }

        @Test
        void isOneForAllThatAreEqualAndANumberHoweverFarApartTheLossesAre() {
            assertThat(Fitness.of(2, 2, 2)).isOne();
            Map.of(-Double.MAX_VALUE, 1.0, Double.MAX_VALUE, Math.exp(-10)).forEach((loss, fitness) ->
                    assertThat(Fitness.of(loss, -Double.MAX_VALUE, Double.MAX_VALUE)).isCloseTo(fitness, within(1e-12)));
        }
    }
}
