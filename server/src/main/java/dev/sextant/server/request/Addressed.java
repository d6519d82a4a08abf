package dev.sextant.server.request;

import dev.sextant.engine.StudyDesk;

/// The trial that a request names, at the desk of its study.
record Addressed(StudyDesk desk, int trial) {
    /// @throws RequestRefusedException if the study has no such trial
    static Addressed of(Request request, Session session) {
        var desk = session.desk(request);
        int trial = (int) request.whole("trial", 0, Integer.MAX_VALUE);
        request.blaming("trial", ErrorCode.UNKNOWN_TRIAL, () -> desk.trialState(trial));
        return new Addressed(desk, trial);
    }

    /// The attempt that a request names; the latest if it names none, 0 before the first.
    int attempt(Request request) {
        return (int) request.whole("attempt", 1, Integer.MAX_VALUE, desk.attempt(trial));
    }
}
