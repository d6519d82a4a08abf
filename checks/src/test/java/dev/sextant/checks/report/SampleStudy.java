package dev.sextant.checks.report;

import dev.sextant.app.results.Results;
import dev.sextant.model.space.Choice;
import dev.sextant.model.space.IntRange;
import dev.sextant.model.space.Parameter;
import dev.sextant.model.space.RealRange;
import dev.sextant.model.space.Scale;
import dev.sextant.model.space.SearchSpace;
import dev.sextant.model.study.Duplicates;
import dev.sextant.model.study.Objective;
import dev.sextant.model.study.StrategySpec;
import dev.sextant.model.study.StudySpec;
import dev.sextant.model.trial.Metrics;
import dev.sextant.model.trial.Origin;
import dev.sextant.model.trial.TrialRecord;
import dev.sextant.model.trial.TrialState;
import dev.sextant.model.value.Value;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/// A study with a log scale, a condition, failures, and names that would like to be scripts.
final class SampleStudy {
    static final String HOSTILE = "<img src=x onerror=\"document.title='owned'\"></script><script>document.title='owned'</script>";
    private static final Instant START = Instant.parse("2026-03-01T08:00:00Z");
    private static final Objective LOSS = new Objective(HOSTILE, Objective.Goal.MIN);

    private SampleStudy() {}

    static Results of(int trials) {
        var space = SearchSpace.of(
                Parameter.of("lr", new RealRange(1e-5, 0.1, Scale.LOG)),
                Parameter.of("kernel", new Choice(List.of(new Value.Text("linear"), new Value.Text("poly"), new Value.Text(HOSTILE)))),
                Parameter.of("degree", IntRange.of(2, 4)).onlyIf("kernel == poly"),
                Parameter.of("a_name_" + "that_goes_on_".repeat(20), IntRange.of(1, 9)));
        var spec = new StudySpec("sample", space, List.of(LOSS), List.of(), StrategySpec.of("random"), 1, new Duplicates.Forbid(), Optional.empty(), Optional.empty());
        var random = new SplittableRandom(3);
        return new Results(spec, IntStream.range(0, trials).mapToObj(i -> trial(i, space, random)).toList(), START.plusSeconds(10L * trials + 20));
    }

    private static TrialRecord trial(int number, SearchSpace space, SplittableRandom random) {
        boolean failed = number % 9 == 4;
        var start = START.plusSeconds(10L * number);
        return new TrialRecord(number, 1, failed ? TrialState.FAILED : TrialState.COMPLETE, space.configuration(p -> p.domain().at(random.nextDouble())),
                failed ? Metrics.NONE : Metrics.of(LOSS.metric(), 1 + random.nextDouble() / (1 + number)), Origin.STRATEGY, start,
                Optional.of(start), Optional.of(start.plusSeconds(15)), "", failed ? HOSTILE : "", failed ? HOSTILE : "");
    }
}
