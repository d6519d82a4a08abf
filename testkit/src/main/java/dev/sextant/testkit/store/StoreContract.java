package dev.sextant.testkit.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.sextant.engine.port.StudyStore;
import dev.sextant.engine.port.StudyView;
import dev.sextant.engine.port.TrialFold;
import dev.sextant.model.event.Logged;
import dev.sextant.model.event.StudyEvent;
import dev.sextant.model.space.IntRange;
import dev.sextant.model.space.Parameter;
import dev.sextant.model.space.SearchSpace;
import dev.sextant.model.study.Settings;
import dev.sextant.model.study.StudySpec;
import dev.sextant.model.trial.Outcome;
import dev.sextant.model.trial.TrialRecord;
import dev.sextant.model.trial.TrialState;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/// What every store promises. A subclass says how a study is made and opened again, and declines what its store cannot do.
public abstract class StoreContract {
    /// What a store is expected to do unless it declines.
    public enum Ability {
        /// Has the study again when it is opened after it was closed.
        OUTLIVES_CLOSING
    }

    private final List<StudyStore> opened = new ArrayList<>();

    /// Makes a study, whose log holds that it was created, and opens it.
    protected abstract StudyStore create(StudySpec spec, Settings settings, Instant now);

    /// Opens the study again that [#create] made, after it was closed.
    protected StudyStore open() {
        throw new UnsupportedOperationException("A store that outlives closing says how it is opened again.");
    }

    /// What the store does not do.
    protected Set<Ability> declined() {
        return EnumSet.noneOf(Ability.class);
    }

    private StudyStore study() {
        var store = create(SampleLog.spec("sample"), Settings.STANDARD, SampleLog.START);
        opened.add(store);
        return store;
    }

    private StudyStore again(StudyStore store) {
        store.close();
        var next = open();
        opened.add(next);
        return next;
    }

    @AfterEach
    final void close() {
        opened.forEach(StudyStore::close);
    }

    private static List<Logged> events(StudyView view, long from) {
        var events = new ArrayList<Logged>();
        view.events(from, events::add);
        return events;
    }

    private static List<TrialRecord> trials(StudyView view) {
        var trials = new ArrayList<TrialRecord>();
        view.trials(trials::add);
        return trials;
    }

    private static List<Logged> everything() {
        var all = new ArrayList<StudyEvent>(List.of(new StudyEvent.Created(SampleLog.spec("sample"), Settings.STANDARD)));
        all.addAll(SampleLog.everyKind());
        return SampleLog.logged(0, all);
    }

    private static StudyStore filled(StudyStore store) {
        store.append(everything().subList(1, everything().size())).await();
        return store;
    }

    /// The trials that a log means, by the fold that all stores share.
    private static List<TrialRecord> folded(List<Logged> log) {
        var trials = new TreeMap<Integer, TrialRecord>();
        for (var logged : log) {
            if (logged.event() instanceof StudyEvent.OfTrial event) {
                trials.put(event.trial(), TrialFold.next(Optional.ofNullable(trials.get(event.trial())), logged, event));
            }
        }
        return List.copyOf(trials.values());
    }

    @Nested
    class ANewStudy {
        @Test
        void holdsThatItWasCreated() {
            var store = study();

            assertThat(store.length()).isEqualTo(1);
            assertThat(events(store, 0)).isEqualTo(everything().subList(0, 1));
            assertThat(store.spec()).isEqualTo(SampleLog.spec("sample"));
            assertThat(store.settings()).isEqualTo(Settings.STANDARD);
        }

        @Test
        void hasNoTrials() {
            var store = study();

            assertThat(trials(store)).isEmpty();
            assertThat(store.trial(0)).isEmpty();
            assertThat(store.trial(-1)).isEmpty();
        }
    }

    @Nested
    class TheLog {
        @Test
        void comesBackAsItWasAppended() {
            assertThat(events(filled(study()), 0)).isEqualTo(everything());
        }

        @Test
        void isReadFromAnyPosition() {
            var store = filled(study());
            int length = everything().size();

            assertThat(events(store, 5)).isEqualTo(everything().subList(5, length));
            assertThat(events(store, length)).isEmpty();
            assertThat(events(store, length + 10)).isEmpty();
        }

        @Test
        void isReadWholeWhenItIsLong() {
            var store = study();
            var many = LongStream.range(1, 12_001).mapToObj(p -> new Logged(p, SampleLog.START, new StudyEvent.StudyPaused())).toList();

            store.append(many).await();

            assertThat(events(store, 1)).isEqualTo(many);
        }

        @Test
        void takesNoEventOutOfPlace() {
            var store = study();

            assertThatThrownBy(() -> store.append(SampleLog.logged(2, List.of(new StudyEvent.StudyPaused()))))
                    .isInstanceOf(IllegalArgumentException.class).hasMessageContaining("position 2");
            assertThat(store.length()).isEqualTo(1);
            SampleLog.append(store, new StudyEvent.StudyPaused());
            assertThat(store.length()).isEqualTo(2);
        }

        @Test
        void takesNothingAsNothing() {
            var store = study();

            store.append(List.of()).await();

            assertThat(store.length()).isEqualTo(1);
        }

        @Test
        void keepsTheOrderOfManyThreads() throws Exception {
            var store = study();
            try (var threads = Executors.newFixedThreadPool(8)) {
                var all = new ArrayList<Future<?>>();
                for (int i = 0; i < 400; i++) {
                    all.add(threads.submit(() -> appendNext(store)));
                }
                for (var one : all) {
                    one.get();
                }
            }

            assertThat(events(store, 0)).extracting(Logged::position).containsExactlyElementsOf(LongStream.range(0, 801).boxed().toList());
            assertThat(trials(store)).hasSize(400).allMatch(t -> t.state() == TrialState.RUNNING);
        }

        private long taken = 1;
        private int made;

        private void appendNext(StudyStore store) {
            StudyStore.Receipt receipt;
            long expected;
            synchronized (this) {
                int trial = made++;
                receipt = store.append(SampleLog.logged(taken, List.of(SampleLog.proposed(trial), SampleLog.leased(trial, 1))));
                taken += 2;
                expected = taken;
            }
            receipt.await();
            assertThat(store.length()).as("durable when the receipt says so").isGreaterThanOrEqualTo(expected);
        }
    }

    @Nested
    class Trials {
        @Test
        void areWhatTheLogMeans() {
            assertThat(trials(filled(study()))).isEqualTo(folded(everything()));
        }

        @Test
        void areTheSameWhetherTheLogCameAtOnceOrByAndBy() {
            var store = study();

            for (var event : SampleLog.everyKind()) {
                SampleLog.append(store, event);
            }

            assertThat(trials(store)).isEqualTo(folded(everything()));
        }

        @Test
        void areFoundByNumber() {
            var store = filled(study());

            assertThat(store.trial(3)).contains(folded(everything()).get(3));
            assertThat(store.trial(99)).isEmpty();
        }

        @Test
        void haveAnyCharactersInTheirTexts() {
            var hard = "a\0b\\0c\\\\ \"'{},NULL \u0001\t\r\n ü 🙂 %s $1 ?";
            var store = study();
            SampleLog.append(store, SampleLog.proposed(0), SampleLog.leased(0, 1),
                    SampleLog.ended(0, 1, new Outcome.Failed(hard, hard + "\\")));

            assertThat(trials(store)).isEqualTo(folded(events(store, 0)));
            assertThat(store.trial(0)).hasValueSatisfying(trial -> assertThat(trial.lastLines()).isEqualTo(hard + "\\"));
        }

        @Test
        void mayBeReadByOneWhoAppends() {
            var store = filled(study());

            store.trials(trial -> SampleLog.append(store, new StudyEvent.StudyPaused()));

            assertThat(store.length()).isEqualTo(everything().size() + 5);
        }
    }

    @Test
    void settingsAreThoseOfTheLastChange() {
        var store = study();

        SampleLog.append(store, new StudyEvent.Changed(Settings.BY_HAND), new StudyEvent.StudyPaused());

        assertThat(store.settings()).isEqualTo(Settings.BY_HAND);
    }

    private static StudySpec wider(StudySpec spec) {
        return spec.within(SearchSpace.of(Parameter.of("layers", IntRange.of(1, 9)), Parameter.of("drop", IntRange.of(0, 5)))
                .after(spec.space()));
    }

    @Test
    void theStudyIsAsItBecameLast_andTheLogHoldsEveryVersion() {
        var store = study();
        var before = store.spec();
        SampleLog.append(store, SampleLog.proposed(0));

        SampleLog.append(store, new StudyEvent.Evolved(wider(before), Settings.BY_HAND));

        assertThat(store.spec()).isEqualTo(wider(before));
        assertThat(store.settings()).isEqualTo(Settings.BY_HAND);
        assertThat(events(store, 0)).map(Logged::event).containsExactly(new StudyEvent.Created(before, Settings.STANDARD),
                SampleLog.proposed(0), new StudyEvent.Evolved(wider(before), Settings.BY_HAND));
        assertThat(store.trial(0)).hasValueSatisfying(t -> assertThat(t.configuration()).isEqualTo(SampleLog.configuration(0)));
    }

    @Test
    void closingTwiceIsHarmless() {
        var store = study();

        store.close();
        store.close();

        assertThat(store.spec().name()).isEqualTo("sample");
    }

    @Nested
    class OpenedAgain {
        @Test
        void allIsThere() {
            assumeTrue(!declined().contains(Ability.OUTLIVES_CLOSING));
            var store = again(filled(study()));

            assertThat(events(store, 0)).isEqualTo(everything());
            assertThat(trials(store)).isEqualTo(folded(everything()));
            assertThat(store.settings()).isEqualTo(Settings.BY_HAND);
        }

        @Test
        void openTrialsGoOn() {
            assumeTrue(!declined().contains(Ability.OUTLIVES_CLOSING));
            var first = study();
            SampleLog.append(first, SampleLog.proposed(0), SampleLog.leased(0, 1));
            var store = again(first);

            SampleLog.append(store, SampleLog.completed(0, 0.5));

            assertThat(store.trial(0)).hasValueSatisfying(t -> {
                assertThat(t.state()).isEqualTo(TrialState.COMPLETE);
                assertThat(t.configuration()).isEqualTo(SampleLog.configuration(0));
            });
        }

        @Test
        void itIsAsItBecameLast() {
            assumeTrue(!declined().contains(Ability.OUTLIVES_CLOSING));
            var first = study();
            var evolved = wider(first.spec());
            SampleLog.append(first, SampleLog.proposed(0), new StudyEvent.Evolved(evolved, Settings.STANDARD));
            var store = again(first);

            SampleLog.append(store, SampleLog.completed(0, 0.5));

            assertThat(store.spec()).isEqualTo(evolved);
            assertThat(events(store, 1)).hasSize(3);
        }

        @Test
        void whatNobodyWaitedForIsThereToo() {
            assumeTrue(!declined().contains(Ability.OUTLIVES_CLOSING));
            var first = study();
            first.append(SampleLog.logged(1, List.of(new StudyEvent.StudyPaused())));

            assertThat(again(first).length()).isEqualTo(2);
        }
    }
}
