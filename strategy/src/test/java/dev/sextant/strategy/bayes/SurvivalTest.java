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
import java.util.Random;
import java.util.Set;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

/// Trials over the unit square of which some fail.
final class SurvivalTest {
    private static final SearchSpace SQUARE = SearchSpace.of(axis("x"), axis("y"));
    private static final int TRIALS = 40;
    /// A loss that one even draw in 300 has.
    private static final double NEAR = 1e-3;

    private final Axes axes = new Axes(SQUARE);
    private final Results results = new Results(axes);
    private final Survival survival = new Survival(axes, Work.full(300, 3));
    private final List<String> whys = new ArrayList<>();
    private int trials;
    private int failures;
    private double best = Double.POSITIVE_INFINITY;

    private static Parameter axis(String name) {
        return Parameter.of(name, new RealRange(0, 1, Scale.LINEAR));
    }

    private static double at(Configuration configuration, String name) {
        return Discrete.number(configuration.value(name).orElseThrow());
    }

    private void tell(Observation observation) {
        results.tell(observation);
        survival.tell(results);
    }

    private int begin(double x, double y) {
        tell(new Observation.Proposed(trials, axes.configuration(new double[] {x, y}), OptionalLong.empty(), Origin.STRATEGY, ""));
        return trials++;
    }

    private void end(double x, double y, boolean fails) {
        int trial = begin(x, y);
        tell(fails ? new Observation.Failed(trial) : new Observation.Completed(trial, List.of(x + y)));
    }

    private double odds(double x, double y) {
        return Math.exp(Odds.CERTAIN.with(survival.border(results)).log(new double[] {x, y}));
    }

    @Test
    void asLongAsNothingFailed_nothingIsDoubted() {
        for (int i = 0; i < 5; i++) {
            end(0.2 * i, 0.5, false);
        }
        assertThat(survival.border(results)).isEmpty();
        assertThat(odds(0.9, 0.9)).isEqualTo(1);
    }

    @Test
    void asLongAsAllFailed_nothingIsKnown() {
        end(0.2, 0.5, true);
        end(0.8, 0.5, true);
        assertThat(survival.border(results)).isEmpty();
    }

    @Test
    void whereTrialsFailed_otherOnesAreExpectedTo() {
        Random random = new Random(3);
        for (int i = 0; i < 20; i++) {
            double x = random.nextDouble();
            end(x, random.nextDouble(), x > 0.6);
        }
        assertThat(odds(0.95, 0.5)).isLessThan(0.1);
        assertThat(odds(0.2, 0.5)).isGreaterThan(0.9);
    }

    @Test
    void aTrialThatIsRepeated_isNoFailureUntilItEndsAgain() {
        end(0.2, 0.5, false);
        end(0.8, 0.5, true);
        assertThat(odds(0.8, 0.5)).isLessThan(0.5);
        tell(new Observation.Repeated(1));
        assertThat(survival.border(results)).isEmpty();
        tell(new Observation.Failed(1));
        assertThat(odds(0.8, 0.5)).isLessThan(0.5);
    }

    /// A bowl with its bottom at (0.6, 0.4).
    private static double bowl(Configuration configuration) {
        return Math.pow(at(configuration, "x") - 0.6, 2) + Math.pow(at(configuration, "y") - 0.4, 2);
    }

    private void play(Strategy strategy, Predicate<Configuration> fails) {
        for (int trial = 0; trial < TRIALS; trial++) {
            var start = (Proposal.Start) ((Answer.Propose) strategy.ask(Question.of(trial, Set.of()))).proposal();
            whys.add(start.why());
            strategy.tell(new Observation.Proposed(trial, start.configuration(), OptionalLong.empty(), Origin.STRATEGY, start.note()));
            if (fails.test(start.configuration())) {
                failures++;
                strategy.tell(new Observation.Failed(trial));
            } else {
                best = Math.min(best, bowl(start.configuration()));
                strategy.tell(new Observation.Completed(trial, List.of(bowl(start.configuration()))));
            }
        }
    }

    private static Strategy gp() {
        return new GpSearch().create(new Problem(SQUARE, 1, StrategySpec.of("gp"), Optional.empty(), 1));
    }

    @Test
    void theBottomIsFoundBesideACliff_andTheLineSaysHowLikelyATrialIsToEnd() {
        play(gp(), configuration -> at(configuration, "x") > 0.62);
        assertThat(best).isLessThan(NEAR);
        assertThat(failures).isLessThan(TRIALS / 2);
        assertThat(whys).anyMatch(why -> why.matches("GP after .*; a result with \\d+ %"));
    }

    @Test
    void theBottomIsFoundWhenTrialsFailByChance() {
        Random coin = new Random(7);
        play(gp(), _ -> coin.nextInt(3) == 0);
        assertThat(failures).isGreaterThan(5);
        assertThat(best).isLessThan(NEAR);
    }
}
