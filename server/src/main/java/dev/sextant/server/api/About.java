package dev.sextant.server.api;

import dev.sextant.server.http.Reply;
import dev.sextant.server.http.Visit;
import dev.sextant.wire.tree.JsonWriter;

/// What the service says of itself, and how a browser gets in.
///
/// @param version of the product
record About(String version, Sessions sessions, Meters meters, OpenStudies studies) {
    /// Whether the process lives.
    static Reply health(Visit visit) {
        visit.query().allowOnly();
        return Reply.json("{\"status\":\"up\"}");
    }

    /// Whether it takes requests: not any more once it is ending.
    Reply ready(Visit visit) {
        visit.query().allowOnly();
        return studies.isEnding() ? Reply.json(503, "{\"status\":\"ending\"}") : Reply.json("{\"status\":\"ready\"}");
    }

    /// Which version this is, and who asks.
    Reply answer(Visit visit) {
        visit.query().allowOnly();
        return Reply.json(new JsonWriter().startObject().name("service").text("sextant").name("version").text(version)
                .name("you").startObject().name("name").text(visit.who().name()).name("role").text(visit.who().role().word()).endObject()
                .endObject().finish());
    }
}
