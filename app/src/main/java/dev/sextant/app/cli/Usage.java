package dev.sextant.app.cli;

import java.util.ArrayList;
import java.util.List;

/// How a verb is called.
///
/// @param name of the verb
/// @param summary one line
/// @param words what stands behind the verb, as shown: `[STUDY]`
/// @param mostWords how many words may stand there
/// @param takesRest whether `--` and what follows it are allowed
/// @param flags its own, without those every verb has
/// @param examples two, each a comment-free command line
record Usage(String name, String summary, String words, int mostWords, boolean takesRest, List<Flag> flags, List<String> examples) {
    /// Where studies lie.
    static final Flag HOME = Flag.of("--home", "FOLDER", "where studies lie, instead of the nearest .sextant");
    /// Shows what broke inside.
    static final Flag DEBUG = Flag.onOff("--debug", "show the stack trace of an error");
    /// Machine-readable output.
    static final Flag JSON = Flag.onOff("--json", "JSON instead of text");
    private static final Flag HELP = Flag.onOff("--help", "this text");

    Usage {
        flags = List.copyOf(flags);
        examples = List.copyOf(examples);
    }

    /// A verb that takes no words.
    static Usage of(String name, String summary) {
        return new Usage(name, summary, "", 0, false, List.of(), List.of());
    }

    Usage words(String shown, int most) {
        return new Usage(name, summary, shown, most, takesRest, flags, examples);
    }

    /// With words behind `--`.
    Usage rest(String shown) {
        return new Usage(name, summary, (words + " " + shown).strip(), mostWords, true, flags, examples);
    }

    Usage flags(Flag... own) {
        var all = new ArrayList<>(flags);
        all.addAll(List.of(own));
        return new Usage(name, summary, words, mostWords, takesRest, all, examples);
    }

    Usage examples(String... lines) {
        return new Usage(name, summary, words, mostWords, takesRest, flags, List.of(lines));
    }

    /// Whether it has so many flags that its help lists them in groups.
    boolean isLong() {
        return flags.stream().anyMatch(f -> !f.group().isEmpty());
    }

    /// Its own flags, then those that every verb has.
    List<Flag> allFlags() {
        var all = new ArrayList<>(flags);
        all.addAll(commonFlags());
        return all;
    }

    /// Those that every verb has.
    List<Flag> commonFlags() {
        return List.of(HOME, DEBUG, HELP);
    }
}
