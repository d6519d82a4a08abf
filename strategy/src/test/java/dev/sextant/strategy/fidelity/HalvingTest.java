package dev.sextant.strategy.fidelity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sextant.model.space.Configuration;
import dev.sextant.model.space.Parameter;
import dev.sextant.model.space.RealRange;
import dev.sextant.model.space.Scale;
import dev.sextant.model.space.SearchSpace;
import dev.sextant.model.study.FidelityRange;
import dev.sextant.model.study.StrategySpec;
import dev.sextant.model.trial.Origin;
import dev.sextant.model.value.Value;
import dev.sextant.strategy.Answer;
import dev.sextant.strategy.Observation;
import dev.sextant.strategy.Problem;
import dev.sextant.strategy.Proposal;
import dev.sextant.strategy.Request;
import dev.sextant.strategy.Strategy;
import dev.sextant.strategy.Streams;
import dev.sextant.strategy.catalog.StrategyCatalog;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What is promoted when, told by hand.
class HalvingTest {
    private static final SearchSpace SPACE = SearchSpace.of(Parameter.of("x", new RealRange(0, 1, Scale.LINEAR)));

    private final List<Observation> log = new ArrayList<>();
    private Strategy strategy = create("halving", 1, 9, 1);
    private int trials;

    private static Strategy create(String name, long min, long max, int objectives) {
        return StrategyCatalog.builtIn().find(name).create(new Problem(SPACE, objectives, StrategySpec.of(name),
                Optional.of(new FidelityRange("epochs", min, max)), 1));
    }

    private Answer ask(boolean mayStart) {
        return strategy.ask(new Question(trials, Streams.ofTrial(1, trials, 0), mayStart));
    }

    private record Question(int trial, RandomGenerator random, boolean mayStart) implements Request {
        @Override
        public boolean tried(Configuration configuration) {
            return false;
        }
    }

    private void tell(Observation observation) {
        log.add(observation);
        strategy.tell(observation);
    }

    private int start() {
        if (ask(true) instanceof Answer.Propose(Proposal.Start start)) {
            tell(new Observation.Proposed(trials, start.configuration(), start.fidelity(), Origin.STRATEGY, start.note()));
            return trials++;
        }
        throw new AssertionError("a new trial was due, not " + ask(true));
    }

    private int resume(boolean mayStart) {
        if (ask(mayStart) instanceof Answer.Propose(Proposal.Resume resume)) {
            tell(new Observation.Repeated(resume.trial(), resume.fidelity()));
            return resume.trial();
        }
        throw new AssertionError("a trial was to go on, not " + ask(mayStart));
    }

    private void pause(int trial, double... losses) {
        tell(new Observation.Paused(trial, Arrays.stream(losses).boxed().toList()));
    }

    private void startAndPause(double... losses) {
        for (double loss : losses) {
            pause(start(), loss);
        }
    }

    @Nested
    class InBrackets {
        @Test
        void theBestThirdGoesOn_andItsBestInFull() {
            startAndPause(9, 8, 3, 6, 5, 4, 7, 2, 1);
            assertThat(List.of(resume(true), resume(true), resume(true))).containsExactly(8, 7, 2);
            pause(8, 1);
            pause(7, 0.5);
            pause(2, 2);
            assertThat(resume(true)).isEqualTo(7);
            assertThat(log.getLast()).isEqualTo(new Observation.Repeated(7, OptionalLong.empty()));
        }

        @Test
        void whileARungIsNotDecided_theNextBracketBegins() {
            startAndPause(9, 8, 3, 6, 5, 4, 7, 2);
            start();
            assertThat(start()).isEqualTo(9);
        }

        @Test
        void aFailedTrialTakesItsPlaceAndGoesNoFurther() {
            startAndPause(9, 8);
            for (int i = 0; i < 7; i++) {
                tell(new Observation.Failed(start()));
            }
            assertThat(List.of(resume(true), resume(true))).containsExactly(1, 0);
            assertThat(start()).isEqualTo(9);
        }

        @Test
        void aTrialThatAUserPutAside_isWaitedFor() {
            startAndPause(9, 8, 3, 6, 5, 4, 7, 2);
            int ninth = start();
            tell(new Observation.Paused(ninth));
            assertThat(start()).isEqualTo(9);
            tell(new Observation.Repeated(ninth, OptionalLong.of(1)));
            pause(ninth, 1);
            assertThat(resume(true)).isEqualTo(ninth);
        }

        @Test
        void withoutRoomForMore_theBestOfAPartOfABracketGoesOnToTheEnd() {
            startAndPause(5, 4, 3, 6);
            assertThat(resume(false)).isEqualTo(2);
            assertThat(ask(false)).isInstanceOf(Answer.Wait.class);
            pause(2, 3);
            assertThat(resume(false)).isEqualTo(2);
            tell(new Observation.Completed(2, List.of(3.0)));
            assertThat(ask(false)).isInstanceOf(Answer.Exhausted.class);
        }

        @Test
        void severalObjectives_areRankedByFrontsAndThenByHypervolume() {
            strategy = create("halving", 1, 3, 2);
            pause(start(), 5, 5);
            pause(start(), 1, 4);
            pause(start(), 4, 3.9);
            assertThat(resume(true)).isEqualTo(1);
        }

        @Test
        void theDefaultsAreTheFirstTrialAndBeginLow() {
            assertThat(ask(true)).isInstanceOfSatisfying(Answer.Propose.class, answer ->
                    assertThat(answer.proposal()).isInstanceOfSatisfying(Proposal.Start.class, start -> {
                        assertThat(start.configuration()).isEqualTo(SPACE.start());
                        assertThat(start.fidelity()).hasValue(1);
                    }));
        }
    }

    @Nested
    class WithoutRungsThatFill {
        WithoutRungsThatFill() {
            strategy = create("asha", 1, 9, 1);
        }

        @Test
        void aTrialGoesOnAsSoonAsItIsAmongTheBestThirdSoFar() {
            startAndPause(3, 2);
            pause(start(), 4);
            assertThat(resume(true)).isEqualTo(1);
            pause(start(), 5);
            pause(start(), 1);
            assertThat(resume(true)).isEqualTo(4);
            pause(start(), 3.5);
            assertThat(start()).isEqualTo(6);
        }

        @Test
        void theHighestRungComesFirst() {
            startAndPause(1, 2, 3);
            int first = resume(true);
            startAndPause(4, 5, 6);
            int second = resume(true);
            startAndPause(7, 8, 9);
            int third = resume(true);
            startAndPause(10, 11, 12);
            pause(first, 3);
            pause(second, 2);
            pause(third, 1);
            assertThat(resume(true)).isEqualTo(third);
            assertThat(log.getLast()).isEqualTo(new Observation.Repeated(third, OptionalLong.empty()));
        }

        @Test
        void withoutRoomForMore_theLeaderGoesOnAlone() {
            startAndPause(4, 2);
            assertThat(resume(false)).isEqualTo(1);
            pause(1, 2);
            assertThat(resume(false)).isEqualTo(1);
            tell(new Observation.Completed(1, List.of(2.0)));
            assertThat(ask(false)).isInstanceOf(Answer.Exhausted.class);
        }

        @Test
        void whatWasPrunedWhenTheStudyEnded_mayStillGoOn() {
            startAndPause(4, 2);
            tell(new Observation.Pruned(0, List.of(4.0)));
            tell(new Observation.Pruned(1, List.of(2.0)));
            pause(start(), 9);
            assertThat(resume(true)).isEqualTo(1);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"halving", "hyperband", "asha"})
    void noPointComesTwice_alsoWhenHigherLevelsHaveResults(String name) {
        strategy = create(name, 1, 9, 1);
        Set<Configuration> started = new HashSet<>();
        for (int i = 0; i < 200; i++) {
            switch (ask(true)) {
                case Answer.Propose(Proposal.Start start) -> {
                    assertThat(started.add(start.configuration())).isTrue();
                    tell(new Observation.Proposed(trials, start.configuration(), start.fidelity(), Origin.STRATEGY, start.note()));
                    end(trials++, start.fidelity());
                }
                case Answer.Propose(Proposal.Resume resume) -> {
                    tell(new Observation.Repeated(resume.trial(), resume.fidelity()));
                    end(resume.trial(), resume.fidelity());
                }
                case Answer.Propose(Proposal.Branch _), Answer.Wait _, Answer.Exhausted _ -> throw new AssertionError("there are points left");
            }
        }
        assertThat(started).hasSizeGreaterThan(50);
    }

    private void end(int trial, OptionalLong fidelity) {
        double loss = trial * 7 % 10;
        tell(fidelity.isPresent() ? new Observation.Paused(trial, List.of(loss)) : new Observation.Completed(trial, List.of(loss)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"halving", "hyperband", "asha", "bohb"})
    void withoutAFidelity_theyAreRefused(String name) {
        var problem = new Problem(SPACE, 1, StrategySpec.of(name), Optional.empty(), 1);
        assertThatThrownBy(() -> StrategyCatalog.builtIn().find(name).create(problem)).isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(name).hasMessageContaining("needs a fidelity").hasMessageContaining("--fidelity epochs=1..27");
    }

    @ParameterizedTest
    @CsvSource({
        "eta, 1, a whole number from 2 to 1000", "proposer, asha, proposes no single configurations", "proposer, tpee, Did you mean 'tpe'",
        "brackets, 5, a whole number from 1 to 3", "eta, 30, leaves no room"
    })
    void wrongSettings_areRefusedByName(String key, String value, String message) {
        var settings = StrategySpec.of("hyperband").with(key, Value.of(value));
        var problem = new Problem(SPACE, 1, settings, Optional.of(new FidelityRange("epochs", 1, 9)), 1);
        assertThatThrownBy(() -> StrategyCatalog.builtIn().find("hyperband").create(problem)).isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(message);
    }
}
