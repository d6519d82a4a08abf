package dev.sextant.app.cli;

import dev.sextant.engine.StudyDesk;
import dev.sextant.engine.memory.MemoryStore;
import dev.sextant.model.study.Settings;
import dev.sextant.server.lines.ErrorCode;
import dev.sextant.server.lines.OpenStudy;
import dev.sextant.server.lines.Place;
import dev.sextant.server.lines.RequestRefusedException;
import dev.sextant.store.home.HeldStudy;
import dev.sextant.store.home.Home;
import dev.sextant.store.home.StudyHeldException;
import dev.sextant.store.home.StudyNameException;
import dev.sextant.store.home.Taking;
import dev.sextant.wire.study.Circumstances;
import dev.sextant.wire.study.StudyDraft;
import dev.sextant.wire.study.StudyForm;
import dev.sextant.wire.study.StudyForm.Understood;
import java.time.Instant;
import java.util.Optional;

/// The studies that `pipe` leads to: those of the home, and those it keeps in memory.
///
record PipeStudies(Home home, Console console) implements dev.sextant.server.lines.Studies {
    @Override
    public OpenStudy create(StudyDraft draft, Place place) {
        return switch (place) {
            case MEMORY -> {
                var study = checked(draft, StudySeed.draw());
                yield OpenStudy.askedAndTold(Desks.open(MemoryStore.create(study.spec(), study.settings(), Instant.now())));
            }
            case HOME -> inHome(draft);
        };
    }

    private Understood understood(StudyDraft draft, long seed) {
        var here = console.directory().toString();
        return StudyForm.study(draft, new Circumstances(here, here, Optional.empty(), seed, Settings.BY_HAND,
                name -> StudyRequest.beside(here, name)));
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

    /// The same study again is continued.
    private OpenStudy inHome(StudyDraft draft) {
        var study = checked(draft, StudySeed.draw());
        var name = study.spec().name();
        if (home.find(name).isEmpty()) {
            return new Held(home.create(study.spec(), study.settings()), console);
        }
        var held = hold(name);
        var stored = held.store().spec();
        var differences = Differences.between(stored, understood(draft, stored.seed()).spec(), draft.find("seed").isPresent());
        if (!differences.isEmpty()) {
            held.close();
            throw new RequestRefusedException(ErrorCode.STUDY_EXISTS,
                    "Study '%s' is stored, and differs: %s.".formatted(name, String.join("; ", differences)));
        }
        return new Held(held, console);
    }

    @Override
    public OpenStudy open(String name) {
        return new Held(hold(name), console);
    }

    private HeldStudy hold(String name) {
        try {
            return switch (home.study(name).take(home.access())) {
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
