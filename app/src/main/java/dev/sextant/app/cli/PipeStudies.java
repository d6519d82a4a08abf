package dev.sextant.app.cli;

import dev.sextant.engine.StudyDesk;
import dev.sextant.engine.memory.MemoryStore;
import dev.sextant.engine.port.StudyStore;
import dev.sextant.model.event.Logged;
import dev.sextant.model.event.StudyEvent.Remembered;
import dev.sextant.model.study.Settings;
import dev.sextant.model.study.StudySpec;
import dev.sextant.run.worker.RunFolder;
import dev.sextant.server.request.ErrorCode;
import dev.sextant.server.request.Insight;
import dev.sextant.server.request.OpenStudy;
import dev.sextant.server.request.Place;
import dev.sextant.server.request.RequestRefusedException;
import dev.sextant.server.request.Stored;
import dev.sextant.store.home.HeldStudy;
import dev.sextant.store.home.StudyHeldException;
import dev.sextant.store.home.StudyHome;
import dev.sextant.store.home.StudyNameException;
import dev.sextant.store.home.Taking;
import dev.sextant.wire.study.Circumstances;
import dev.sextant.wire.study.StudyDraft;
import dev.sextant.wire.study.StudyForm.Understood;
import dev.sextant.wire.study.StudyForm;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/// The studies that `pipe` leads to: those of the home, and those it keeps in memory.
///
/// @param files which a study may name
record PipeStudies(StudyHome home, Console console, NamedFiles files) implements dev.sextant.server.request.Studies {
    @Override
    public OpenStudy create(StudyDraft draft, Place place, Stored stored) {
        return switch (place) {
            case MEMORY -> {
                var study = checked(draft, StudySeed.draw());
                var memory = MemoryStore.create(study.spec(), study.settings(), Instant.now());
                memory.append(logged(memories(study.spec())));
                yield OpenStudy.askedAndTold(Desks.open(memory), new ModelInsight());
            }
            case HOME -> inHome(draft, stored);
        };
    }

    private Understood understood(StudyDraft draft, long seed) {
        var study = StudyForm.study(draft, new Circumstances(console.directory().toString(), files.home().toString(), Optional.empty(), seed,
                Settings.BY_HAND, files::read));
        study.spec().program().ifPresent(program -> program.inputs().forEach(files::check));
        return study;
    }

    private Understood checked(StudyDraft draft, long seed) {
        var study = understood(draft, seed);
        try {
            StudyCheck.check(study.spec());
        } catch (UsageException wrong) {
            throw new RequestRefusedException(ErrorCode.WRONG_FORM, String.valueOf(wrong.getMessage()));
        }
        return study;
    }

    private List<Remembered> memories(StudySpec spec) {
        return allowed(() -> Memories.of(home, spec, spec.warmStart()).events());
    }

    private static List<Logged> logged(List<Remembered> memories) {
        var logged = new ArrayList<Logged>();
        memories.forEach(m -> logged.add(new Logged(1 + logged.size(), Instant.now().truncatedTo(ChronoUnit.MILLIS), m)));
        return logged;
    }

    private static <T> T allowed(Supplier<T> action) {
        try {
            return action.get();
        } catch (StudyNameException unknown) {
            throw new RequestRefusedException(ErrorCode.UNKNOWN_STUDY, String.valueOf(unknown.getMessage()));
        } catch (UsageException refused) {
            throw new RequestRefusedException(ErrorCode.NOT_ALLOWED, String.valueOf(refused.getMessage()));
        }
    }

    /// The same study again is continued.
    private OpenStudy inHome(StudyDraft draft, Stored stored) {
        var study = checked(draft, StudySeed.draw());
        var name = study.spec().name();
        if (!home.has(name)) {
            return opened(home.create(study.spec(), study.settings(), memories(study.spec())), _ -> {});
        }
        return opened(hold(name), store -> takeUp(store, draft, stored));
    }

    /// Opens a study that was taken, or lets go of it: else nobody could open it again as long as this process lives.
    private OpenStudy opened(HeldStudy held, Consumer<StudyStore> before) {
        boolean opened = false;
        try {
            before.accept(held.store());
            var open = new Held(held, console);
            opened = true;
            return open;
        } finally {
            if (!opened) {
                held.close();
            }
        }
    }

    private void takeUp(StudyStore store, StudyDraft draft, Stored stored) {
        switch (stored) {
            case CONTINUE -> checkSame(store.spec(), draft);
            case EVOLVE -> evolve(store, draft);
        }
    }

    /// Makes sure that a study is the one that a draft says.
    void checkSame(StudySpec before, StudyDraft draft) {
        var differences = Differences.between(before, understood(draft, before.seed()).spec(), statesSeed(draft));
        if (!differences.isEmpty()) {
            throw new RequestRefusedException(ErrorCode.STUDY_EXISTS,
                    "Study '%s' is stored, and differs: %s.".formatted(before.name(), String.join("; ", differences)));
        }
    }

    private void evolve(StudyStore store, StudyDraft draft) {
        var before = store.spec();
        var wanted = understood(draft, before.seed()).spec();
        if (!Differences.between(before, wanted, statesSeed(draft)).isEmpty()) {
            allowed(() -> {
                var evolving = Evolving.of(store, wanted, statesSeed(draft));
                evolving.take(store, home);
                return evolving;
            });
        }
    }

    private static boolean statesSeed(StudyDraft draft) {
        return draft.find("seed").isPresent();
    }

    @Override
    public OpenStudy open(String name) {
        return opened(hold(name), _ -> {});
    }

    private HeldStudy hold(String name) {
        try {
            return switch (home.take(name)) {
                case Taking.Taken(HeldStudy held) -> held;
                case Taking.Refused refused -> throw new RequestRefusedException(ErrorCode.HELD, refused.message());
            };
        } catch (StudyNameException unknown) {
            throw new RequestRefusedException(ErrorCode.UNKNOWN_STUDY, String.valueOf(unknown.getMessage()));
        }
    }

    @Override
    public void delete(String name) {
        try {
            home.delete(name);
        } catch (StudyNameException unknown) {
            throw new RequestRefusedException(ErrorCode.UNKNOWN_STUDY, String.valueOf(unknown.getMessage()));
        } catch (StudyHeldException held) {
            throw new RequestRefusedException(ErrorCode.HELD, String.valueOf(held.getMessage()));
        }
    }

    /// A study that is held as long as the pipe uses it; other shells steer it through its socket.
    private static final class Held implements OpenStudy {
        private final HeldStudy held;
        private final StudyDesk desk;
        private final Listening listening;

        Held(HeldStudy held, Console console) {
            this.held = held;
            this.desk = Desks.open(held.store());
            this.listening = Listening.to(held, this, console);
        }

        @Override
        public StudyDesk desk() {
            return desk;
        }

        @Override
        public Optional<String> checkpoint(int trial) {
            return Optional.of(RunFolder.of(held.folder().runs(), trial, 1).checkpoint().toString());
        }

        @Override
        public Insight insight() {
            return new ModelInsight();
        }

        @Override
        public void stop(String why) {
            throw new RequestRefusedException(ErrorCode.NOT_ALLOWED,
                    "Study '%s' is asked and told here; name a trial to stop that one.".formatted(held.folder().name()));
        }

        @Override
        public void close() {
            listening.close();
            held.close();
        }
    }
}
