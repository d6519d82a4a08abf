package dev.sextant.strategy.forest;

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
import java.util.Set;
import java.util.function.DoublePredicate;
import org.junit.jupiter.api.Test;

/// Trials of which some fail, and what a forest makes of them.
final class FailuresTest {
    private static final SearchSpace LINE = SearchSpace.of(Parameter.of("x", new RealRange(0, 1, Scale.LINEAR)));
    private static final Outcome FAILED = new Outcome(1, false, List.of());
    private static final Outcome COMPLETE = new Outcome(0, true, List.of(2.0));

    private final List<String> whys = new ArrayList<>();
    private final List<Double> tried = new ArrayList<>();

    @Test
    void lossesAreLearnedFromThoseThatHaveSome_failuresFromAll() {
        assertThat(Lesson.LOSSES.material(List.of(COMPLETE, FAILED))).containsExactly(COMPLETE);
        assertThat(Lesson.FAILURES.material(List.of(COMPLETE, FAILED))).containsExactly(COMPLETE, FAILED);
        assertThat(Lesson.FAILURES.targets(List.of(COMPLETE, FAILED), new double[] {1})).containsExactly(0, 1);
    }

    private static double x(Configuration configuration) {
        return Discrete.number(configuration.value("x").orElseThrow());
    }

    /// The loss falls with x, up to where trials fail.
    private void play(int trials, DoublePredicate fails) {
        Strategy strategy = new ForestSearch.Factory().create(new Problem(LINE, 1, StrategySpec.of("forest"), Optional.empty(), 1));
        for (int trial = 0; trial < trials; trial++) {
            var start = (Proposal.Start) ((Answer.Propose) strategy.ask(Question.of(trial, Set.of()))).proposal();
            whys.add(start.why());
            tried.add(x(start.configuration()));
            strategy.tell(new Observation.Proposed(trial, start.configuration(), OptionalLong.empty(), Origin.STRATEGY, start.note()));
            strategy.tell(fails.test(tried.getLast()) ? new Observation.Failed(trial) : new Observation.Completed(trial, List.of(-tried.getLast())));
        }
    }

    @Test
    void whereTrialsFail_fewMoreAreTried_andTheLineSaysHowLikelyAResultIs() {
        play(40, x -> x > 0.7);
        assertThat(tried.stream().filter(x -> x > 0.7).count()).isLessThan(8);
        assertThat(tried.stream().filter(x -> x <= 0.7).max(Double::compare).orElseThrow()).isGreaterThan(0.6);
        assertThat(whys).anyMatch(why -> why.matches("forest after .*; a result with \\d+ %"));
    }

    @Test
    void asLongAsNothingFails_nothingIsSaidOfIt() {
        play(12, _ -> false);
        assertThat(whys).noneMatch(why -> why.contains("a result with"));
    }

    @Test
    void manyFailuresBeforeTheFirstResult_areHarmless() {
        play(90, x -> x > 0.1);
        assertThat(tried).hasSize(90);
    }
}
