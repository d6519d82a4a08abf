package dev.sextant.app.cli;

import dev.sextant.wire.tree.JsonWriter;
import java.util.List;
import java.util.Locale;

/// One thing that `doctor` looked at.
///
/// @param what was looked at: `home`
/// @param text what was found, and what to do if it is not good
record Finding(Grade grade, String what, String text) {
    /// How good it is.
    enum Grade {
        GOOD, NOTICE, BAD;

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    static Finding good(String what, String text) {
        return new Finding(Grade.GOOD, what, text);
    }

    static Finding notice(String what, String text) {
        return new Finding(Grade.NOTICE, what, text);
    }

    static Finding bad(String what, String text) {
        return new Finding(Grade.BAD, what, text);
    }

    /// `good    home        /home/me/.sextant`.
    String line() {
        return "%-7s %-10s %s".formatted(grade.word(), what, text);
    }

    static String json(List<Finding> findings) {
        var json = new JsonWriter().startObject().name("findings").startList();
        findings.forEach(f -> json.startObject().name("grade").text(f.grade.word()).name("what").text(f.what)
                .name("text").text(f.text).endObject());
        return json.endList().endObject().finish();
    }
}
