package dev.sextant.server.lines;

import dev.sextant.wire.tree.JsonWriter;

/// What mattered; not in this version.
final class Importance implements Handler {
    @Override
    public void answer(Request request, Session session, JsonWriter answer) {
        throw new RequestRefusedException(ErrorCode.NOT_IN_THIS_VERSION, "importance: not in this version.");
    }
}
