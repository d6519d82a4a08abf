package dev.sextant.server.api;

import dev.sextant.engine.port.StoreException;
import dev.sextant.server.request.ReadStudy;
import dev.sextant.server.view.StudyPages;
import dev.sextant.wire.tree.JsonWriter;

/// What is said of a study among others.
final class Card {
    private Card() {}

    /// Writes the members.
    static void write(String name, ReadStudy study, StudyPages pages, JsonWriter json) {
        json.name("study").text(name).name("state").text(study.isHeld() ? "running" : "idle").name("here").flag(study.isHere()).name("paused").flag(study.isPaused());
        pages.card(json);
    }

    /// What is said of one whose store cannot be read.
    static String unreadable(String name, StoreException why) {
        return new JsonWriter().startObject().name("study").text(name).name("state").text("unreadable").name("message").text(String.valueOf(why.getMessage())).endObject().finish();
    }
}
