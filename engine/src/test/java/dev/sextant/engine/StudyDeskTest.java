package dev.sextant.engine;

import static dev.sextant.engine.Fixture.given;
import static dev.sextant.engine.Fixture.loss;
import static dev.sextant.engine.Fixture.run;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sextant.model.event.StudyEvent;
import dev.sextant.model.space.Configuration;
import dev.sextant.model.space.Discrete;
import dev.sextant.model.space.IntRange;
import dev.sextant.model.space.Parameter;
import dev.sextant.model.space.SearchSpace;
import dev.sextant.model.study.Budget;
import dev.sextant.model.study.Duplicates;
import dev.sextant.model.study.Ending;
import dev.sextant.model.study.Limit;
import dev.sextant.model.study.Retries;
import dev.sextant.model.trial.Decision;
import dev.sextant.model.trial.Metrics;
import dev.sextant.model.trial.Origin;
import dev.sextant.model.trial.Outcome;
import dev.sextant.model.trial.Tie;
import dev.sextant.model.trial.TrialState;
import dev.sextant.model.value.Value;
import dev.sextant.strategy.Answer;
import dev.sextant.strategy.Proposal;
import dev.sextant.strategy.Observation;
import dev.sextant.strategy.StoppingRule;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

final class StudyDeskTest {
    private final Fixture fixture = new Fixture();

    private void budget(Limit... limits) {
        fixture.settings = fixture.settings.with(Budget.of(limits));
    }

    @Nested
    final class ABudget {
        @Test
        void ofTrials_isUsedExactly_howeverManyAskAtOnce() throws InterruptedException {
            var desk = fixture.open();
            var threads = new ArrayList<Thread>();
            for (int i = 0; i < 8; i++) {
                threads.add(Thread.ofPlatform().start(() -> {
                    Asked asked;
                    do {
                        asked = run(desk, l -> loss(l.trial()));
                    } while (asked instanceof Asked.Wait);
                }));
            }
            for (var thread : threads) {
                thread.join();
            }
            assertThat(desk.progress().count(TrialState.COMPLETE)).isEqualTo(10);
            assertThat(desk.progress().counts().values().stream().mapToInt(i -> i).sum()).isEqualTo(10);
        }

        @Test
        void ofTrials_countsFailedOnes_andSaysSo() {
            var desk = fixture.open();
            var asked = run(desk, _ -> Outcome.Failed.because("exit code 1"));
            assertThat(asked).isEqualTo(new Asked.Over(new Ending(Ending.Kind.TRIALS, "the budget of 10 trials is used")));
            assertThat(desk.progress().count(TrialState.FAILED)).isEqualTo(10);
        }

        @Test
        void ofTime_addsUpOverContinuations() {
            budget(new Limit.Time(Duration.ofMinutes(10)));
            var desk = fixture.open();
            desk.begin("first");
            fixture.clock.pass(Duration.ofMinutes(6));
            given(desk);
            fixture.clock.pass(Duration.ofHours(5));
            var again = fixture.open();
            again.begin("second");
            assertThat(again.progress().ranFor()).isEqualTo(Duration.ofMinutes(6));
            given(again);
            fixture.clock.pass(Duration.ofMinutes(4));
            assertThat(again.ask("w", Tie.PROCESS)).isInstanceOfSatisfying(Asked.Over.class,
                    over -> assertThat(over.ending().kind()).isEqualTo(Ending.Kind.TIME));
        }

        @Test
        void withATarget_endsAtOnce() {
            budget(new Limit.Target(0.5));
            var desk = fixture.open();
            given(desk);
            var second = given(desk);
            desk.tell(second.trial(), second.attempt(), loss(0.5));
            assertThat(desk.ask("w", Tie.PROCESS)).isInstanceOfSatisfying(Asked.Over.class,
                    over -> assertThat(over.ending().isAtOnce()).isTrue());
        }

        @Test
        void withPatience_endsAfterSoManyTrialsWithoutImprovement() {
            budget(new Limit.Patience(3));
            var desk = fixture.open();
            run(desk, l -> loss(l.trial() < 2 ? -l.trial() : 5));
            assertThat(desk.progress().finished()).isEqualTo(5);
            assertThat(desk.best()).containsExactly(1);
        }

        @Test
        void withAFailureLimit_endsWhileNothingHasSucceeded_only() {
            budget(new Limit.FailuresInRow(3), new Limit.Trials(20));
            var failing = fixture.open();
            assertThat(run(failing, _ -> Outcome.Failed.because("broken"))).isInstanceOfSatisfying(Asked.Over.class,
                    over -> assertThat(over.ending().kind()).isEqualTo(Ending.Kind.FAILURES));
            assertThat(failing.progress().finished()).isEqualTo(3);
            failing.begin("again");
            run(failing, l -> l.trial() == 4 ? loss(1) : Outcome.Failed.because("broken"));
            assertThat(failing.progress().finished()).isEqualTo(20);
        }

        @Test
        void thatIsRaised_goesOn() {
            var desk = fixture.open();
            run(desk, l -> loss(l.trial()));
            desk.change(fixture.settings.with(Budget.of(new Limit.Trials(12))));
            run(desk, l -> loss(l.trial()));
            assertThat(desk.progress().count(TrialState.COMPLETE)).isEqualTo(12);
        }
    }

    @Nested
    final class Duplicate {
        private void space(long values) {
            fixture.space = SearchSpace.of(Parameter.of("x", IntRange.of(1, values)));
            budget();
        }

        @Test
        void proposals_areNeverRun_andTheStudyEndsWhenTheSpaceIsExhausted() {
            space(25);
            var desk = fixture.open();
            var seen = new HashSet<>();
            var asked = run(desk, l -> {
                assertThat(seen.add(l.configuration())).isTrue();
                return loss(l.trial());
            });
            assertThat(seen).hasSize(25);
            assertThat(asked).isInstanceOfSatisfying(Asked.Over.class, over -> {
                assertThat(over.ending().kind()).isEqualTo(Ending.Kind.EXHAUSTED);
                assertThat(over.ending().why()).contains("space exhausted");
            });
        }

        @Test
        void pendingTrials_countAsTried() {
            space(3);
            var desk = fixture.open();
            var seen = new HashSet<>(List.of(given(desk).configuration(), given(desk).configuration(),
                    given(desk).configuration()));
            assertThat(seen).hasSize(3);
            assertThat(desk.ask("w", Tie.PROCESS)).isInstanceOf(Asked.Wait.class);
        }

        @Test
        void results_areTakenOverUnderReuse() {
            space(2);
            fixture.duplicates = new Duplicates.Reuse();
            budget(new Limit.Trials(8));
            var desk = fixture.open();
            var runs = new ArrayList<Integer>();
            run(desk, l -> {
                runs.add(l.trial());
                return loss(x(l.configuration()));
            });
            assertThat(runs).hasSize(2);
            assertThat(desk.progress().count(TrialState.COMPLETE)).isEqualTo(8);
            desk.view().trials(t -> assertThat(t.metrics().value("loss").orElseThrow())
                    .isEqualTo(x(t.configuration())));
        }

        @Test
        void aResultThatIsTakenOver_bringsTheNoteOfItsProposalToTheStrategy() {
            space(2);
            fixture.duplicates = new Duplicates.Reuse();
            budget(new Limit.Trials(4));
            fixture.thinks = request -> new Answer.Propose(new Proposal.Start(
                    fixture.space.configuration(p -> p.domain().at(request.random().nextDouble())), OptionalLong.empty(), "", "a note"));
            var desk = fixture.open();
            run(desk, l -> loss(x(l.configuration())));
            var notes = new ArrayList<String>();
            desk.view().events(0, logged -> {
                if (logged.event() instanceof StudyEvent.Proposed proposed && proposed.why().startsWith("takes over")) {
                    notes.add(proposed.note());
                }
            });
            assertThat(notes).isNotEmpty().containsOnly("a note");
        }

        private double x(Configuration configuration) {
            return Discrete.number(configuration.value("x").orElseThrow());
        }

        @Test
        void runs_areLimitedByAllow() {
            space(4);
            fixture.duplicates = new Duplicates.Allow(3);
            var desk = fixture.open();
            run(desk, l -> loss(l.trial()));
            assertThat(desk.progress().count(TrialState.COMPLETE)).isEqualTo(12);
        }

        @Test
        void enqueuing_isRefusedNamingTheTrial() {
            space(4);
            var desk = fixture.open();
            desk.enqueue(Map.of("x", new Value.Int(2)), "by hand");
            assertThatThrownBy(() -> desk.enqueue(Map.of("x", new Value.Int(2)), "by hand"))
                    .hasMessage("Study 's': x=2 cannot be enqueued: it equals trial 0, which is queued.");
        }
    }

    @Nested
    final class AFailedAttempt {
        @Test
        void isRetriedAfterAGrowingPause_thenStaysFailed() {
            fixture.settings = fixture.settings.with(new Retries(2, Duration.ofSeconds(10))).with(Budget.of(new Limit.Trials(1)));
            var desk = fixture.open();
            for (int attempt = 1; attempt <= 3; attempt++) {
                var lease = given(desk);
                assertThat(lease.attempt()).isEqualTo(attempt);
                desk.tell(lease.trial(), attempt, Outcome.Failed.because("exit code 1"));
                if (attempt < 3) {
                    assertThat(desk.ask("w", Tie.PROCESS)).isInstanceOfSatisfying(Asked.Wait.class,
                            wait -> assertThat(wait.until()).isPresent());
                    fixture.clock.pass(Duration.ofSeconds(10L * attempt));
                }
            }
            assertThat(desk.trialState(0)).isEqualTo(TrialState.FAILED);
            assertThat(fixture.told).filteredOn(Observation.Failed.class::isInstance).isEmpty();
            desk.ask("w", Tie.PROCESS);
            assertThat(desk.progress().finished()).isEqualTo(1);
        }

        @Test
        void canBeRunAgainByHand() {
            budget(new Limit.Trials(1));
            var desk = fixture.open();
            var first = given(desk);
            desk.tell(first.trial(), 1, Outcome.Failed.because("disk full"));
            desk.retry(0);
            var second = given(desk);
            assertThat(second.configuration()).isEqualTo(first.configuration());
            assertThat(second.attempt()).isEqualTo(2);
            desk.tell(0, 2, loss(1));
            assertThat(desk.trialState(0)).isEqualTo(TrialState.COMPLETE);
        }
    }

    @Nested
    final class ALostAttempt {
        @Test
        void ofAProcessThatIsGone_isQueuedAgainAtOnce() {
            var lease = given(fixture.open());
            var desk = fixture.open();
            assertThat(desk.trialState(lease.trial())).isEqualTo(TrialState.QUEUED);
            assertThat(given(desk).attempt()).isEqualTo(2);
        }

        @Test
        void ofSomebodyWhoAskedByHand_staysHis() {
            var desk = fixture.open();
            desk.ask("hand", Tie.NONE);
            assertThat(fixture.open().trialState(0)).isEqualTo(TrialState.RUNNING);
        }

        @Test
        void ofASilentWorker_isGivenToTheNext() {
            var desk = fixture.open();
            desk.ask("far away", Tie.HEARTBEAT);
            fixture.clock.pass(Heard.SILENCE.minusSeconds(1));
            desk.hear("far away");
            fixture.clock.pass(Heard.SILENCE.plusSeconds(1));
            var lease = given(desk);
            assertThat(lease.trial()).isZero();
            assertThat(lease.attempt()).isEqualTo(2);
        }

        @Test
        void thatReportsLate_changesNothing() {
            var desk = fixture.open();
            desk.ask("far away", Tie.HEARTBEAT);
            fixture.clock.pass(Heard.SILENCE.plusSeconds(1));
            given(desk);
            int before = fixture.log().size();
            assertThat(desk.tell(0, 1, loss(3))).isEqualTo(Told.STALE);
            assertThat(desk.measure(0, 1, 1, Metrics.of("loss", 3))).isEqualTo(Decision.STOP);
            assertThat(fixture.log()).hasSize(before);
        }

        @Test
        void staysLost_whenItHappensTooOften() {
            for (int i = 0; i < 5; i++) {
                assertThat(given(fixture.open()).trial()).isZero();
            }
            assertThat(fixture.open().trialState(0)).isEqualTo(TrialState.LOST);
        }
    }

    @Nested
    final class AReport {
        @Test
        void canEndATrial() {
            fixture.rule = new StoppingRule() {
                @Override
                public Decision decide(Observation.Measured report) {
                    return report.losses().getFirst() > 1 ? Decision.STOP : Decision.CONTINUE;
                }

                @Override
                public void tell(Observation observation) {}
            };
            var desk = fixture.open();
            given(desk);
            assertThat(desk.measure(0, 1, 1, Metrics.of("loss", 0.5))).isEqualTo(Decision.CONTINUE);
            assertThat(desk.measure(0, 1, 2, Metrics.of("loss", 1.5))).isEqualTo(Decision.STOP);
            desk.tell(0, 1, new Outcome.Pruned(Metrics.of("loss", 1.5)));
            assertThat(desk.trialState(0)).isEqualTo(TrialState.PRUNED);
        }

        @Test
        void withoutTheObjective_isRefusedAtTheEnd() {
            var desk = fixture.open();
            given(desk);
            assertThatThrownBy(() -> desk.tell(0, 1, new Outcome.Completed(Metrics.of("accuracy", 1))))
                    .hasMessageContaining("a value for 'loss' is needed; given: accuracy");
            assertThat(desk.trialState(0)).isEqualTo(TrialState.RUNNING);
        }
    }

    @Nested
    final class Steering {
        @Test
        void aStoppedTrial_isUnwanted() {
            var desk = fixture.open();
            var lease = given(desk);
            assertThat(desk.unwanted(List.of(lease))).isEmpty();
            desk.cancel(lease.trial(), "no good");
            assertThat(desk.unwanted(List.of(lease))).containsExactly(lease);
            assertThatThrownBy(() -> desk.cancel(lease.trial(), "again"))
                    .hasMessage("Study 's': trial 0 is cancelled and cannot be stopped; it would have to be queued or running or paused.");
        }

        @Test
        void aTrialPutAside_goesOnWhenResumed() {
            var desk = fixture.open();
            given(desk);
            desk.putAside(0, "later");
            assertThat(desk.trialState(0)).isEqualTo(TrialState.PAUSED);
            desk.resume(0);
            assertThat(given(desk).attempt()).isEqualTo(2);
        }

        @Test
        void aPausedStudy_startsNothing() {
            var desk = fixture.open();
            desk.pauseStudy();
            assertThat(desk.ask("w", Tie.PROCESS)).isInstanceOf(Asked.Wait.class);
            desk.resumeStudy();
            given(desk);
        }

        @Test
        void anAddedResult_isTold_andCanBeTheBest() {
            var desk = fixture.open();
            desk.add(Map.of("x", new Value.Int(7)), Metrics.of("loss", -100), "published");
            run(desk, l -> loss(l.trial()));
            assertThat(desk.best()).containsExactly(0);
            assertThat(fixture.told).contains(new Observation.Completed(0, List.of(-100.0)));
        }

        @Test
        void whatAWorkerReleases_isQueuedWithoutUsingARetry() {
            var desk = fixture.open();
            given(desk);
            desk.release("worker", "interrupted");
            assertThat(desk.trialState(0)).isEqualTo(TrialState.QUEUED);
            assertThat(given(desk).attempt()).isEqualTo(2);
        }
    }

    @Nested
    final class TheStrategy {
        @Test
        void isToldInTheOrderOfTheLog_andNeverAskedAgainAfterARestart() {
            fixture.defaultsFirst = true;
            run(fixture.open(), l -> loss(l.trial()));
            var live = List.copyOf(fixture.told);
            fixture.told.clear();
            fixture.thinks = _ -> {
                throw new AssertionError("asked");
            };
            var desk = fixture.open();
            desk.change(fixture.settings.with(Budget.of(new Limit.Trials(11))));
            fixture.thinks = new Fixture().thinks;
            desk.ask("w", Tie.PROCESS);
            assertThat(fixture.told.subList(0, live.size())).isEqualTo(live);
            assertThat(fixture.told).startsWith(new Observation.Proposed(0, fixture.space.start(),
                    OptionalLong.empty(), Origin.DEFAULTS, ""));
        }

        @Test
        void thatBreaks_haltsTheStudyWithTheReason() {
            fixture.thinks = _ -> {
                throw new IllegalStateException("no more ideas");
            };
            assertThat(fixture.open().ask("w", Tie.PROCESS)).isInstanceOfSatisfying(Asked.Over.class,
                    over -> assertThat(over.ending().why()).isEqualTo("the strategy 'test' broke: no more ideas"));
        }

        @Test
        void thatHasNothingMore_endsTheStudy_sayingWhetherTheSpaceIsExhaustedToo() {
            fixture.settings = fixture.settings.with(Budget.UNLIMITED);
            fixture.thinks = _ -> new Answer.Exhausted();
            var desk = fixture.open();
            assertThat(run(desk, _ -> loss(1))).isEqualTo(
                    new Asked.Over(new Ending(Ending.Kind.EXHAUSTED, "the strategy has nothing more to try")));
            var small = new Fixture();
            small.space = SearchSpace.of(Parameter.of("x", IntRange.of(0, 1)));
            small.settings = fixture.settings;
            small.thinks = request -> request.trial() < 2
                    ? Answer.start(small.space.accept(Map.of("x", new Value.Int(request.trial()))), "")
                    : new Answer.Exhausted();
            assertThat(run(small.open(), _ -> loss(1))).isEqualTo(new Asked.Over(
                    new Ending(Ending.Kind.EXHAUSTED, "space exhausted: every configuration has been tried")));
        }

        @Test
        void thatWaitsForNothing_haltsTheStudy() {
            fixture.thinks = _ -> new Answer.Wait();
            assertThat(fixture.open().ask("w", Tie.PROCESS)).isInstanceOfSatisfying(Asked.Over.class,
                    over -> assertThat(over.ending().kind()).isEqualTo(Ending.Kind.HALTED));
        }

        @Test
        void thatThinks_keepsNoReportWaiting() throws InterruptedException {
            var thinking = new CountDownLatch(1);
            var reported = new CountDownLatch(1);
            var desk = fixture.open();
            given(desk);
            var usual = fixture.thinks;
            fixture.thinks = request -> {
                thinking.countDown();
                try {
                    reported.await();
                } catch (InterruptedException e) {
                    throw new IllegalStateException(e);
                }
                return usual.apply(request);
            };
            var asker = Thread.ofPlatform().start(() -> desk.ask("w", Tie.PROCESS));
            thinking.await();
            assertThat(desk.tell(0, 1, loss(1))).isEqualTo(Told.TAKEN);
            reported.countDown();
            asker.join();
            assertThat(desk.trialState(1)).isEqualTo(TrialState.RUNNING);
        }

        @Test
        void seesWhatItHadSeen_recordedWithEachProposal() {
            run(fixture.open(), l -> loss(l.trial()));
            assertThat(fixture.log()).extracting(l -> l.event()).filteredOn(StudyEvent.Proposed.class::isInstance)
                    .allSatisfy(e -> assertThat(((StudyEvent.Proposed) e).source().seen()).isPositive());
        }
    }
}
