package dev.sextant.strategy.bayes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sextant.model.space.Configuration;
import dev.sextant.model.space.Discrete;
import dev.sextant.model.space.Parameter;
import dev.sextant.model.space.RealRange;
import dev.sextant.model.space.Scale;
import dev.sextant.model.space.SearchSpace;
import dev.sextant.model.study.StrategySpec;
import dev.sextant.model.trial.Origin;
import dev.sextant.model.value.Value;
import dev.sextant.strategy.Answer;
import dev.sextant.strategy.Observation;
import dev.sextant.strategy.Problem;
import dev.sextant.strategy.Proposal;
import dev.sextant.strategy.Question;
import dev.sextant.strategy.Strategy;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// Trials of a wave over the unit square, several of them under way.
final class SeveralAtOnceTest {
    private static final SearchSpace SQUARE = SearchSpace.of(axis("x"), axis("y"));

    /// The mean chance in per cent that the second of two finds something better; about 70 if it only has to be better than the results.
    private static final double AS_GOOD_AS_NOT = 58;
    private static final Pattern CHANCE = Pattern.compile("a new best with (\\d+) %");

    private final List<Configuration> trials = new ArrayList<>();
    private Strategy strategy = strategy(1);

    private static Parameter axis(String name) {
        return Parameter.of(name, new RealRange(0, 1, Scale.LINEAR));
    }

    private static Strategy strategy(long seed) {
        var settings = StrategySpec.of("gp").with("startup", new Value.Int(10)).with("descent", new Value.Flag(false));
        return new GpSearch().create(new Problem(SQUARE, 1, settings, Optional.empty(), seed));
    }

    private String ask() {
        var start = (Proposal.Start) ((Answer.Propose) strategy.ask(Question.of(trials.size(), Set.of()))).proposal();
        strategy.tell(new Observation.Proposed(trials.size(), start.configuration(), OptionalLong.empty(), Origin.STRATEGY, start.note()));
        trials.add(start.configuration());
        return start.why();
    }

    private void complete(int trial) {
        strategy.tell(new Observation.Completed(trial, List.of(wave(trials.get(trial)))));
    }

    private static double at(Configuration configuration, String name) {
        return Discrete.number(configuration.value(name).orElseThrow());
    }

    private static double wave(Configuration configuration) {
        return Math.sin(9 * at(configuration, "x")) + Math.cos(7 * at(configuration, "y"));
    }

    private static int chance(String note) {
        var match = CHANCE.matcher(note);
        assertThat(match.find()).as(note).isTrue();
        return Integer.parseInt(match.group(1));
    }

    /// What one trial is expected to find is not found again by the next one.
    @Test
    void whatIsExpectedOfATrialUnderWayHasToBeImprovedOn() {
        var chances = new ArrayList<Integer>();
        for (int seed = 0; seed < 40; seed++) {
            strategy = strategy(seed);
            trials.clear();
            for (int trial = 0; trial < 14; trial++) {
                ask();
                complete(trial);
            }
            ask();
            chances.add(chance(ask()));
        }
        assertThat(chances.stream().mapToInt(Integer::intValue).average().orElseThrow()).isLessThan(AS_GOOD_AS_NOT);
    }

    @Test
    void theModelBegins_whenHalfOfTheStartHasEndedAndTheOthersAreUnderWay() {
        IntStream.range(0, 10).forEach(_ -> ask());
        IntStream.range(0, 4).forEach(this::complete);
        assertThat(ask()).startsWith("Sobol point");
        complete(4);
        assertThat(ask()).startsWith("GP after 5 results");
    }

    @Test
    void theModelDoesNotBegin_whenFewAreUnderWay() {
        for (int trial = 0; trial < 9; trial++) {
            assertThat(ask()).startsWith("Sobol point");
            complete(trial);
        }
    }
}
