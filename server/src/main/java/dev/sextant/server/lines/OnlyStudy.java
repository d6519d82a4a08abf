package dev.sextant.server.lines;

import dev.sextant.engine.StudyDesk;
import dev.sextant.server.request.ErrorCode;
import dev.sextant.server.request.Insight;
import dev.sextant.server.request.OpenStudy;
import dev.sextant.server.request.Place;
import dev.sextant.server.request.RequestRefusedException;
import dev.sextant.server.request.Stored;
import dev.sextant.server.request.Studies;
import dev.sextant.wire.study.StudyDraft;

/// The one study that this process runs; it stays open when a door lets go of it.
record OnlyStudy(OpenStudy study) implements Studies {
    @Override
    public OpenStudy open(String name) {
        if (!name.equals(name())) {
            throw new RequestRefusedException(ErrorCode.UNKNOWN_STUDY,
                    "This process runs study '%s', not '%s'.".formatted(name(), name));
        }
        return new Lent(study);
    }

    @Override
    public OpenStudy create(StudyDraft draft, Place place, Stored stored) {
        throw running("Another study cannot be made here; use 'sextant pipe' or 'sextant create'.");
    }

    @Override
    public void delete(String name) {
        open(name);
        throw running("Stop it before deleting it.");
    }

    private RequestRefusedException running(String advice) {
        return new RequestRefusedException(ErrorCode.NOT_ALLOWED, "This process runs study '%s'.\n%s".formatted(name(), advice));
    }

    private String name() {
        return study.desk().spec().name();
    }

    private record Lent(OpenStudy study) implements OpenStudy {
        @Override
        public StudyDesk desk() {
            return study.desk();
        }

        @Override
        public Insight insight() {
            return study.insight();
        }

        @Override
        public void stop(String why) {
            study.stop(why);
        }

        @Override
        public void close() {}
    }
}
