package dev.sextant.server.request;

import dev.sextant.engine.StudyDesk;

/// A study that nobody runs.
record AskedAndTold(StudyDesk desk, Insight insight) implements OpenStudy {
    @Override
    public void stop(String why) {
        throw new RequestRefusedException(ErrorCode.NOT_ALLOWED, """
                Study '%s' is not being run, so there is nothing to stop.
                Name a trial to stop that one, or pause the study.""".formatted(desk.spec().name()));
    }

    @Override
    public void close() {
        desk.close();
    }
}
