package dev.sextant.run.figure;

import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;

/// What is wrong with the text of a result file, in our words; the parser's own speak of its switches.
final class JsonComplaint {
    static final String NO_OBJECT = "it must start with '{'";
    static final String MORE = "something follows the object";
    private static final Pattern TWICE = Pattern.compile("Duplicate Object property \"(.*)\"");

    private JsonComplaint() {}

    /// Half a sentence.
    static String of(JacksonException wrong) {
        var said = wrong.getOriginalMessage();
        var twice = TWICE.matcher(said);
        if (said.equals(NO_OBJECT) || said.equals(MORE)) {
            return said;
        }
        if (twice.matches()) {
            return "'%s' stands in it twice".formatted(twice.group(1));
        }
        return said.startsWith("Unexpected end-of-input") ? "it ends too early"
                : "line %d, column %d is not JSON".formatted(wrong.getLocation().getLineNr(), wrong.getLocation().getColumnNr());
    }
}
