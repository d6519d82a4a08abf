package dev.sextant.store.home;

import dev.sextant.model.text.Nearest;
import java.util.List;

/// There is no study of this name, or there is one already. The message lists the nearest names, or the ways out.
public final class StudyNameException extends RuntimeException {
    private static final long serialVersionUID = 1;
    private static final int NAMES_SHOWN = 10;

    private StudyNameException(String message) {
        super(message);
    }

    /// There is none.
    ///
    /// @param place where it was looked for
    /// @param names of all studies there, latest used first
    public static StudyNameException unknown(String name, String place, List<String> names) {
        return new StudyNameException("There is no study '%s' in %s.\n%s".formatted(name, place, hint(name, names)));
    }

    private static String hint(String name, List<String> names) {
        return Nearest.question(name, names).orElseGet(() -> names.isEmpty() ? "There is no study there at all yet."
                : "Studies, latest first: " + String.join(", ", names.subList(0, Math.min(names.size(), NAMES_SHOWN)))
                        + (names.size() > NAMES_SHOWN ? ", …" : "."));
    }

    /// There is one already.
    public static StudyNameException taken(String name) {
        return new StudyNameException("""
                There is a study '%s' already.
                Take another name, or delete that one: sextant delete %s""".formatted(name, name));
    }
}
