package dev.sextant.app.cli;

import dev.sextant.server.request.ErrorCode;
import dev.sextant.server.request.OpenStudy;
import dev.sextant.server.request.Place;
import dev.sextant.server.request.RequestRefusedException;
import dev.sextant.server.request.Stored;
import dev.sextant.store.home.HeldStudy;
import dev.sextant.wire.study.StudyDraft;

/// The one study that this process holds, as a door sees it; it stays held when the door lets go of it.
record OneStudy(HeldStudy held) implements dev.sextant.server.request.Studies {
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
