package dev.sextant.server.view;

import dev.sextant.wire.tree.JsonWriter;

/// One thing to be shown of a study.
interface Chart {
    /// Writes its members into the object that was begun.
    void write(LiveTable live, JsonWriter json);
}
