package dev.sextant.engine;

import static dev.sextant.engine.Fixture.given;
import static dev.sextant.engine.Fixture.loss;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sextant.engine.memory.MemoryStore;
import dev.sextant.model.event.Logged;
import dev.sextant.model.event.StudyEvent.Remembered;
import dev.sextant.model.space.IntRange;
import dev.sextant.model.space.Parameter;
import dev.sextant.model.space.SearchSpace;
import dev.sextant.model.study.Budget;
import dev.sextant.model.trial.Metrics;
import dev.sextant.model.trial.Origin;
import dev.sextant.model.trial.Outcome;
import dev.sextant.model.trial.Tie;
import dev.sextant.model.trial.TrialState;
import dev.sextant.model.value.Value;
import dev.sextant.strategy.Answer;
import dev.sextant.strategy.Observation;
import dev.sextant.strategy.Proposal;
import dev.sextant.strategy.Request;
import dev.sextant.strategy.Strategy;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

final class EvolutionTest {
    private final Fixture fixture = new Fixture();

    @BeforeEach
    void aSpaceOfOneParameter() {
        fixture.space = SearchSpace.of(x(0, 99));
        fixture.settings = fixture.settings.with(Budget.UNLIMITED);
    }

    private static Parameter x(long low, long high) {
        return Parameter.of("x", IntRange.of(low, high));
    }

    private static Parameter y() {
        return Parameter.of("y", IntRange.of(0, 9)).withDefault(new Value.Int(4));
    }

    private static Map<String, Value> at(long x) {
        return Map.of("x", new Value.Int(x));
    }

    private static Metrics metrics(double loss) {
        return Metrics.of("loss", loss);
    }

    /// A closed study with the results f(x) = x for some x, taken into another space.
    private StudyDesk evolved(SearchSpace next, long... results) {
        var desk = fixture.open();
        for (long x : results) {
            desk.add(at(x), metrics((double) x), "");
        }
        return step(next);
    }

    private StudyDesk step(SearchSpace next) {
        fixture.space = next.after(fixture.space);
        Evolution.step(fixture.store.orElseThrow(), fixture.spec(), List.of(), fixture.clock);
        fixture.told.clear();
        return fixture.open();
    }

    @Test
    void theStrategyIsToldOfTheTrialsThatFit_asTheyAreInTheNewSpace() {
        evolved(SearchSpace.of(x(0, 50), y()), 10, 70, 30);
        assertThat(fixture.told).hasSize(4);
        assertThat(fixture.told).filteredOn(Observation.Proposed.class::isInstance).map(o -> ((Observation.Proposed) o).configuration().toString())
                .containsExactly("x=10 y=4", "x=30 y=4");
        assertThat(fixture.told).map(Observation::trial).containsExactly(0, 0, 2, 2);
    }

    @Test
    void whatTheNoteOfAnotherSpaceMeant_isNotPassedOn() {
        fixture.thinks = request -> new Answer.Propose(new Proposal.Start(fixture.space.start(), OptionalLong.empty(), "", "secret"));
        var desk = fixture.open();
        desk.tell(given(desk).trial(), 1, loss(1));
        step(SearchSpace.of(x(0, 99), y()));
        assertThat(fixture.told.getFirst()).isInstanceOfSatisfying(Observation.Proposed.class, p -> {
            assertThat(p.note()).isEmpty();
            assertThat(p.origin()).isEqualTo(Origin.ADDED);
        });
    }

    @Test
    void theBest_isTheBestOfThoseThatFit() {
        var desk = evolved(SearchSpace.of(x(20, 99)), 10, 70, 30);
        assertThat(desk.best()).containsExactly(2);
    }

    @Test
    void finishedTrialsStillCountAgainstTheBudget() {
        var desk = evolved(SearchSpace.of(x(20, 99)), 10, 70, 30);
        assertThat(desk.progress().count(TrialState.COMPLETE)).isEqualTo(3);
    }

    @Test
    void whatWasTried_isNotTriedAgain() {
        var desk = evolved(SearchSpace.of(x(0, 99), y()), 10);
        assertThatThrownBy(() -> desk.enqueue(at(10), "")).hasMessageContaining("it equals trial 0");
        desk.enqueue(Map.of("x", new Value.Int(10), "y", new Value.Int(5)), "");
    }

    @Test
    void aConfigurationWhoseParameterIsGone_wasNotTried() {
        fixture.space = SearchSpace.of(x(0, 99), y());
        var desk = evolved(SearchSpace.of(x(0, 99)), 10);
        assertThat(desk.enqueue(at(10), "")).isEqualTo(1);
    }

    @Nested
    class ATrialThatWaits {
        @Test
        void staysIfItIsTheSame() {
            fixture.open().enqueue(at(7), "by hand");
            var desk = step(SearchSpace.of(x(5, 9)));
            assertThat(given(desk).trial()).isZero();
        }

        @Test
        void isQueuedAgain_ifAUserWantedIt() {
            fixture.open().enqueue(at(7), "by hand");
            var desk = step(SearchSpace.of(x(0, 99), y()));
            var lease = given(desk);
            assertThat(lease.trial()).isEqualTo(1);
            assertThat(lease.configuration()).hasToString("x=7 y=4");
            assertThat(desk.trialState(0)).isEqualTo(TrialState.CANCELLED);
        }

        @Test
        void isGivenUp_ifItDoesNotFit() {
            fixture.open().enqueue(at(70), "by hand");
            var desk = step(SearchSpace.of(x(0, 50)));
            assertThat(desk.trialState(0)).isEqualTo(TrialState.CANCELLED);
            assertThat(desk.progress().count(TrialState.QUEUED)).isZero();
        }

        @Test
        void ofTheStrategy_isLeftToTheNextOne() {
            var desk = fixture.open();
            given(desk);
            desk.release("worker", "interrupted");
            assertThat(step(SearchSpace.of(x(0, 99), y())).progress().count(TrialState.QUEUED)).isZero();
        }

        @Test
        void orRanInAProcessThatIsGone_isRunAgainIfItIsTheSame() {
            given(fixture.open());
            var desk = step(SearchSpace.of(x(0, 199)));
            assertThat(given(desk)).satisfies(l -> assertThat(l.trial()).isZero()).satisfies(l -> assertThat(l.attempt()).isEqualTo(2));
        }
    }

    @Test
    void aTrialAskedByHand_mayStillBeTold() {
        var lease = ((Asked.Given) fixture.open().ask("me", Tie.NONE)).lease();
        var desk = step(SearchSpace.of(x(0, 99), y()));
        assertThat(desk.tell(lease.trial(), 1, loss(3))).isEqualTo(Told.TAKEN);
        assertThat(desk.best()).containsExactly(0);
    }

    @Test
    void aFailedTrial_isRunAgainAsItIsInTheNewSpace_orNotAtAll() {
        var first = fixture.open();
        fixture.thinks = r -> Answer.start(fixture.space.accept(at(r.trial() == 0 ? 10 : 70)), "");
        for (int i = 0; i < 2; i++) {
            first.tell(given(first).trial(), 1, Outcome.Failed.because("no"));
        }
        var desk = step(SearchSpace.of(x(0, 50), y()));
        desk.retry(0);
        assertThat(given(desk).configuration()).hasToString("x=10 y=4");
        assertThatThrownBy(() -> desk.retry(1)).hasMessageContaining("trial 1 does not fit the space");
    }

    @Test
    void evidence_isCountedBefore() {
        var desk = fixture.open();
        List.of(10L, 70L, 30L).forEach(x -> desk.add(at(x), metrics((double) x), ""));
        assertThat(Evolution.evidence(desk.view(), SearchSpace.of(x(20, 99)).after(fixture.space))).isEqualTo(new Evolution.Evidence(2, 3));
    }

    @Test
    void aStudyOfSeveralSpaces_isReplayedExactly() {
        fixture.thinks = thinking(fixture.space, fixture.told);
        fixture.defaultsFirst = true;
        var one = fixture.open();
        for (int i = 0; i < 8; i++) {
            var lease = given(one);
            one.tell(lease.trial(), lease.attempt(), loss(lease.trial()));
        }
        fixture.space = SearchSpace.of(x(0, 50), y()).after(fixture.space);
        Evolution.step(fixture.store.orElseThrow(), fixture.spec(), List.of(), fixture.clock);
        fixture.told.clear();
        fixture.thinks = thinking(fixture.space, fixture.told);
        var two = fixture.open();
        for (int i = 0; i < 8; i++) {
            var lease = given(two);
            two.tell(lease.trial(), lease.attempt(), loss(lease.trial()));
        }
        assertThat(Replay.differences(two.view(), spec -> fresh(spec.space()))).isEmpty();
        assertThat(Replay.differences(two.view(), _ -> fresh(fixture.space))).isNotEmpty();
    }

    private static Function<Request, Answer> thinking(SearchSpace space, List<Observation> told) {
        return request -> Answer.start(space.configuration(p ->
                p.domain().at(Math.floorMod(request.random().nextLong() ^ told.hashCode(), 1000L) / 1000.0)), "");
    }

    private static Strategy fresh(SearchSpace space) {
        var told = new ArrayList<Observation>();
        var thinks = thinking(space, told);
        return new Strategy() {
            @Override
            public Answer ask(Request request) {
                return thinks.apply(request);
            }

            @Override
            public void tell(Observation observation) {
                told.add(observation);
            }
        };
    }

    @Nested
    class EarlierStudies {
        private Remembered remembered(String source, long x, double loss) {
            return new Remembered(source, fixture.space.accept(at(x)), metrics(loss));
        }

        private StudyDesk remembering(Remembered... memories) {
            fixture.defaultsFirst = true;
            fixture.open().close();
            var store = MemoryStore.create(fixture.spec(), fixture.settings, fixture.clock.instant());
            long position = 1;
            for (var memory : memories) {
                store.append(List.of(new Logged(position++, fixture.clock.instant(), memory)));
            }
            fixture.store = Optional.of(store);
            fixture.told.clear();
            return fixture.open();
        }

        @Test
        void giveTheirBestToBeTriedRightAfterTheDefaults() {
            var desk = remembering(remembered("a", 10, 3), remembered("a", 11, 2), remembered("b", 12, 9));
            assertThat(List.of(given(desk), given(desk), given(desk))).map(l -> l.configuration().toString())
                    .containsExactly("x=49", "x=11", "x=12");
        }

        @Test
        void areRememberedByTheStrategy_andAreNoTrialsOfThisStudy() {
            var desk = remembering(remembered("a", 10, 3), remembered("b", 12, 9));
            assertThat(fixture.remembered).map(r -> "%s %s %s".formatted(r.source(), r.configuration(), r.losses()))
                    .containsExactly("a x=10 [3.0]", "b x=12 [9.0]");
            assertThat(desk.best()).isEmpty();
            assertThat(desk.progress().count(TrialState.COMPLETE)).isZero();
        }

        @Test
        void mayJoinWhenAStudyEvolves() {
            fixture.open().add(at(3), metrics(3), "");
            var memory = remembered("a", 10, 3);
            fixture.space = SearchSpace.of(x(0, 50), y()).after(fixture.space);
            Evolution.step(fixture.store.orElseThrow(), fixture.spec(), List.of(new Remembered("a", fixture.space.fit(memory.configuration()).orElseThrow(), metrics(3))),
                    fixture.clock);
            fixture.open();
            assertThat(fixture.remembered).hasSize(1);
        }
    }
}
