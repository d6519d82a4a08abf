package dev.sextant.app.results;

import static dev.sextant.app.results.TrialRecords.at;
import static dev.sextant.app.results.TrialRecords.complete;
import static dev.sextant.app.results.TrialRecords.failed;
import static dev.sextant.app.results.TrialRecords.ran;
import static dev.sextant.app.results.TrialRecords.results;
import static dev.sextant.app.results.TrialRecords.trial;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.sextant.model.space.Scale;
import dev.sextant.model.study.Objective;
import dev.sextant.model.trial.Metrics;
import dev.sextant.model.trial.TrialRecord;
import dev.sextant.model.trial.TrialState;
import dev.sextant.server.view.ValueAxis;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class ResultsTest {
    private static final Objective LOSS = new Objective("loss", Objective.Goal.MIN);

    private static TrialRecord loss(int number, double value) {
        return complete(number, Metrics.of("loss", value));
    }

    @Nested
    class TheBest {
        @Test
        void isTheEarliestOfEquals() {
            assertThat(results(LOSS, loss(0, 2), loss(1, 1), loss(2, 1)).best(LOSS)).map(TrialRecord::trial).contains(1);
        }

        @Test
        void isNeverAFailedOrPrunedTrial() {
            var pruned = trial(1, TrialState.PRUNED, Metrics.of("loss", 0), Optional.of(at(1)), Optional.of(at(2)), "");
            assertThat(results(LOSS, loss(0, 2), pruned, failed(2, "x")).best(LOSS)).map(TrialRecord::trial).contains(0);
        }

        @Test
        void improvesStepByStep() {
            assertThat(BestSoFar.of(results(LOSS, loss(0, 3), loss(1, 4), failed(2, "x"), loss(3, 1)), LOSS).steps())
                    .containsExactly(new BestSoFar.Step(0, 3), new BestSoFar.Step(3, 1));
        }
    }

    @Nested
    class TheFront {
        private final Objective speed = new Objective("speed", Objective.Goal.MAX);

        private TrialRecord both(int number, double loss, double speed) {
            return complete(number, new Metrics(new LinkedHashMap<>(Map.of("loss", loss, "speed", speed))));
        }

        @Test
        void holdsWhatNothingBeats_equalsIncluded() {
            var spec = SampleStudies.spec("s", SampleStudies.space(), LOSS, speed);
            var trials = List.of(both(0, 1, 1), both(1, 2, 2), both(2, 2, 1), both(3, 1, 1), failed(4, "x"), both(5, 3, 2));
            assertThat(Front.of(new Results(spec, trials, at(9))).trials()).map(TrialRecord::trial).containsExactly(0, 3, 1);
        }
    }

    @Nested
    class AFrontOfManyTrials {
        @Test
        void isWhatComparingEachWithEachFinds() {
            var sample = SampleStudies.accuracyAndLatency(600);
            var complete = sample.trials().stream().filter(t -> t.state() == TrialState.COMPLETE).toList();
            var undominated = complete.stream().filter(t -> complete.stream().noneMatch(o -> dominates(o, t))).map(TrialRecord::trial).toList();
            assertThat(Front.of(sample).trials()).map(TrialRecord::trial).containsExactlyInAnyOrderElementsOf(undominated);
        }

        private static boolean dominates(TrialRecord one, TrialRecord other) {
            double accuracy = value(one, "accuracy") - value(other, "accuracy");
            double latency = value(other, "latency") - value(one, "latency");
            return accuracy >= 0 && latency >= 0 && accuracy + latency > 0;
        }

        private static double value(TrialRecord trial, String metric) {
            return trial.metrics().value(metric).orElseThrow();
        }
    }

    @Nested
    class TheTimeline {
        @Test
        void putsEachTrialOnTheLowestFreeSlot() {
            var timeline = Timeline.of(results(LOSS, ran(0, 0, 10), ran(1, 0, 4), ran(2, 4, 8), ran(3, 12, 16)));
            assertThat(timeline.bars()).map(Timeline.Bar::slot).containsExactly(0, 1, 1, 0);
            assertThat(timeline.slots()).isEqualTo(2);
        }

        @Test
        void doesNotCountTheTimeInWhichNothingRan() {
            var timeline = Timeline.of(results(LOSS, ran(0, 0, 10), ran(1, 0, 5), ran(2, 90, 100)));
            assertThat(timeline.active()).isEqualTo(Duration.ofSeconds(20));
            assertThat(timeline.utilisation()).isCloseTo(25.0 / 40, within(1e-12));
        }

        @Test
        void drawsARunningTrialUpToNow_andLeavesOutWhatNeverRan() {
            var running = trial(0, TrialState.RUNNING, Metrics.NONE, Optional.of(at(60)), Optional.empty(), "");
            var added = trial(1, TrialState.COMPLETE, Metrics.of("loss", 1), Optional.empty(), Optional.of(at(3)), "");
            var timeline = Timeline.of(results(LOSS, running, added));
            assertThat(timeline.bars()).singleElement().satisfies(bar -> assertThat(bar.end()).isEqualTo(at(100)));
        }

        @Test
        void loadAddsUpToTheTimeThatTrialsRan() {
            var timeline = Timeline.of(SampleStudies.accuracy(100));
            var load = Load.of(timeline, 37);
            double ran = timeline.bars().stream().mapToDouble(b -> Load.seconds(b.length())).sum();
            double loaded = load.running().stream().mapToDouble(r -> r * Load.seconds(load.interval())).sum();
            assertThat(loaded).isCloseTo(ran, within(ran * 1e-6));
        }
    }

    @Nested
    class TheFailures {
        @Test
        void areGroupedByReason_theMostFrequentFirst() {
            var failures = Failures.of(results(LOSS, failed(0, "a"), failed(1, "b"), failed(2, "b"), loss(3, 1)));
            assertThat(failures.groups()).map(Failures.Group::reason).containsExactly("b", "a");
            assertThat(failures.groups().getFirst().trials()).containsExactly(1, 2);
            assertThat(failures.count()).isEqualTo(3);
        }

        @Test
        void withAReasonEach_areBounded() {
            var trials = IntStream.range(0, 100).mapToObj(i -> failed(i, "reason " + i)).toArray(TrialRecord[]::new);
            var failures = Failures.of(results(LOSS, trials));
            assertThat(failures.groups()).hasSize(Failures.MOST);
            assertThat(failures.others()).isEqualTo(100 - Failures.MOST);
            assertThat(failures.count()).isEqualTo(100);
        }
    }

    @Nested
    class TheAxisOfValues {
        @Test
        void isLogarithmicOverThreeDecades() {
            assertThat(ValueAxis.of(new double[] {0.001, 0.1, 5}, LOSS).scale()).isEqualTo(Scale.LOG);
            assertThat(ValueAxis.of(new double[] {0, 0.1, 5}, LOSS).scale()).isEqualTo(Scale.LINEAR);
        }

        @Test
        void leavesFewFarOutValuesOutside_onTheBadSideOnly() {
            var values = IntStream.range(0, 40).mapToDouble(i -> i).toArray();
            values[39] = 1e9;
            values[0] = -1;
            var axis = ValueAxis.of(values, LOSS);
            assertThat(axis.outside()).isEqualTo(1);
            assertThat(axis.high()).isBetween(38.0, 200.0);
            assertThat(ValueAxis.of(values, new Objective("loss", Objective.Goal.MAX)).high()).isEqualTo(1e9);
        }

        @Test
        void isNotLogarithmicForAFarOutValueAlone() {
            var values = IntStream.range(0, 40).mapToDouble(i -> 100 + i).toArray();
            values[39] = 1e12;
            assertThat(ValueAxis.of(values, LOSS).scale()).isEqualTo(Scale.LINEAR);
        }

        @Test
        void hasALengthForNoValueAndForOne() {
            for (var axis : List.of(ValueAxis.of(new double[0], LOSS), ValueAxis.of(new double[] {0}, LOSS), ValueAxis.of(new double[] {7, 7}, LOSS))) {
                assertThat(axis.low()).isLessThan(axis.high());
            }
        }
    }

    @Nested
    class Thinned {
        @Test
        void keepsTheBestAndSpreadsTheRest() {
            var all = SampleStudies.accuracy(5000);
            var kept = Thinning.keepBest(all, 400);
            assertThat(kept).hasSize(400).contains(all.best(SampleStudies.ACCURACY).orElseThrow());
            assertThat(kept).map(TrialRecord::trial).isSorted().doesNotHaveDuplicates();
            assertThat(kept.getLast().trial()).isGreaterThan(4900);
        }
    }

    @Test
    void figuresReadWell() {
        assertThat(List.of(0.97312, 12.0, 0.0000154321, 123456789.0, -3.5).stream().map(Figures::number))
                .containsExactly("0.9731", "12", "1.543e-05", "123500000", "-3.5");
        assertThat(List.of(340L, 12_340L, 250_000L, 8_040_000L, 277_200_000L).stream().map(Duration::ofMillis).map(Figures::duration))
                .containsExactly("340 ms", "12.3 s", "4 min 10 s", "2 h 14 min", "3 d 5 h");
    }
}
