package dev.sextant.server.view;

import dev.sextant.model.study.Remarks;
import dev.sextant.wire.tree.JsonWriter;

/// What people wrote, as members `note` and `tags`; nothing where they wrote nothing.
final class RemarksText {
    private RemarksText() {}

    static void write(Remarks remarks, JsonWriter json) {
        if (!remarks.note().isEmpty()) {
            json.name("note").text(remarks.note());
        }
        if (!remarks.tags().isEmpty()) {
            json.name("tags").texts(remarks.tags());
        }
    }
}
