package dev.sextant.server.request;

import dev.sextant.engine.Asked;
import dev.sextant.engine.StudyDesk;
import dev.sextant.wire.study.StudyDraft;

/// What one speaker at a door may reach, and in whose name trials are asked. Doors differ in this alone: what a request
/// does is the same through all of them.
public interface Session {
    /// Makes a study and opens it.
    ///
    /// @throws RequestRefusedException as [Studies#create]
    void create(String name, StudyDraft draft, Place place, Stored stored);

    /// An open study.
    ///
    /// @throws RequestRefusedException as [Studies#open]
    OpenStudy study(String name);

    /// Asks for one attempt to run; the answer counts once the desk has [settled][StudyDesk#settle].
    Asked ask(StudyDesk desk);

    /// Deletes a study with all its trials.
    ///
    /// @throws RequestRefusedException as [Studies#delete]
    void delete(String name);

    /// The study that a request names.
    default OpenStudy study(Request request) {
        var name = request.text("study");
        return request.blaming("study", () -> study(name));
    }

    /// The desk of the study that a request names.
    default StudyDesk desk(Request request) {
        return study(request).desk();
    }
}
