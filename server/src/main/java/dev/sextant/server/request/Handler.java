package dev.sextant.server.request;

import dev.sextant.wire.tree.JsonWriter;

/// Does one kind of request. One more kind is one more of these, a line in [Handlers], and a part of
/// `docs/reference/pipe.md`.
interface Handler {
    /// Does the request and writes the members of the answer.
    ///
    /// @throws RuntimeException if it cannot be done; [Refusal] makes an error of it, and what was written is thrown away
    void answer(Request request, Session session, JsonWriter answer);
}
