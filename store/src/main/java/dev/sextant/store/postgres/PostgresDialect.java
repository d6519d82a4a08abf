package dev.sextant.store.postgres;

import dev.sextant.store.sql.Dialect;
import java.sql.Connection;
import java.util.regex.Pattern;

/// A database holds many studies, and is brought up to date before it is read.
///
/// PostgreSQL keeps no character 0 in a text; the last lines of a program may have one.
///
/// @param study its number
record PostgresDialect(long study) implements Dialect {
    private static final Pattern ESCAPED = Pattern.compile("\\\\([0\\\\])");

    @Override
    public String mine() {
        return "study = " + study;
    }

    @Override
    public String settings() {
        return "SELECT settings FROM study WHERE id = " + study;
    }

    @Override
    public String fidelity(Connection database) {
        return "fidelity";
    }

    @Override
    public String kept(String text) {
        return text.indexOf('\\') < 0 && text.indexOf('\0') < 0 ? text : text.replace("\\", "\\\\").replace("\0", "\\0");
    }

    @Override
    public String said(String kept) {
        return kept.indexOf('\\') < 0 ? kept
                : ESCAPED.matcher(kept).replaceAll(m -> m.group(1).equals("0") ? "\0" : "\\\\");
    }
}
