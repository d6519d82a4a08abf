package dev.sextant.server.lines;

import dev.sextant.engine.Asked;
import dev.sextant.engine.StudyDesk;
import dev.sextant.model.trial.Tie;
import dev.sextant.server.request.ErrorCode;
import dev.sextant.server.request.OpenStudy;
import dev.sextant.server.request.Place;
import dev.sextant.server.request.RequestRefusedException;
import dev.sextant.server.request.Session;
import dev.sextant.server.request.Stored;
import dev.sextant.server.request.Studies;
import dev.sextant.wire.study.StudyDraft;
import java.util.LinkedHashMap;

/// What one speaker has open: studies, and the trials asked of them. Not thread-safe.
final class SpeakerSession implements Session {
    private final Studies studies;
    private final String worker;
    private final Tie tie;
    private final LinkedHashMap<String, Opened> open = new LinkedHashMap<>();

    private record Opened(OpenStudy study, Place place) {}

    /// @param worker in whose name trials are asked
    /// @param tie what keeps them; those tied to the process return to the queue at the end of the session
    SpeakerSession(Studies studies, String worker, Tie tie) {
        this.studies = studies;
        this.worker = worker;
        this.tie = tie;
    }

    @Override
    public void create(String name, StudyDraft draft, Place place, Stored stored) {
        if (open.containsKey(name)) {
            throw new RequestRefusedException(ErrorCode.STUDY_EXISTS, """
                    Study '%s' is open in this pipe.
                    Choose another name, or delete it first.""".formatted(name));
        }
        open.put(name, new Opened(studies.create(draft, place, stored), place));
    }

    @Override
    public OpenStudy study(String name) {
        return open.computeIfAbsent(name, this::opened).study();
    }

    private Opened opened(String name) {
        return new Opened(studies.open(name), Place.HOME);
    }

    @Override
    public Asked ask(StudyDesk desk) {
        return desk.askAhead(worker, tie).asked();
    }

    @Override
    public void delete(String name) {
        var opened = open.remove(name);
        if (opened != null) {
            opened.study().close();
        }
        if (opened == null || opened.place() == Place.HOME) {
            studies.delete(name);
        }
    }

    /// Puts back what was asked and closes what was opened; all of it, whatever fails on the way.
    void end() {
        var failures = new IllegalStateException("Not everything could be closed.");
        for (var opened : open.sequencedValues()) {
            try (var study = opened.study()) {
                release(study.desk());
            } catch (RuntimeException failure) {
                failures.addSuppressed(failure);
            }
        }
        open.clear();
        if (failures.getSuppressed().length > 0) {
            throw failures;
        }
    }

    private void release(StudyDesk desk) {
        if (tie == Tie.PROCESS) {
            desk.release(worker, "the pipe ended");
        }
    }
}
