package dev.sextant.app.cli;

import dev.sextant.server.lines.ErrorCode;
import dev.sextant.server.lines.OpenStudy;
import dev.sextant.server.lines.Place;
import dev.sextant.server.lines.RequestRefusedException;
import dev.sextant.server.lines.Stored;
import dev.sextant.store.home.HeldStudy;
import dev.sextant.wire.study.StudyDraft;

/// The one study that this process holds, as a door sees it; it stays held when the door lets go of it.
record OneStudy(HeldStudy held) implements dev.sextant.server.lines.Studies {
    @Override
    public OpenStudy open(String name) {
        return OpenStudy.askedAndTold(Desks.open(held.store()), new ModelInsight());
    }

    @Override
    public OpenStudy create(StudyDraft draft, Place place, Stored stored) {
        throw new RequestRefusedException(ErrorCode.NOT_ALLOWED, "Only study '%s' is open here.".formatted(held.folder().name()));
    }

    @Override
    public void delete(String name) {
        throw new RequestRefusedException(ErrorCode.NOT_ALLOWED, "Study '%s' is open here.".formatted(name));
    }
}
