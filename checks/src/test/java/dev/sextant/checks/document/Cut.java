package dev.sextant.checks.document;

import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Says where a block of code was cut from: `cut from examples/x.yaml` for a whole file, `cut from examples/X.java: name`
/// for the lines between two comments `cut: name` and `end of cut` in that file, moved to the left margin.
record Cut(Path source, Optional<String> name) {
    private static final Pattern MARKER = Pattern.compile("cut from (?<file>\\S+?)(: (?<name>\\S+))?");

    static Optional<Cut> of(String marker) {
        Matcher matcher = MARKER.matcher(marker);
        return matcher.matches()
                ? Optional.of(new Cut(Page.ROOT.resolve(matcher.group("file")), Optional.ofNullable(matcher.group("name"))))
                : Optional.empty();
    }

    /// The text as the file has it now; empty if the file has no cut of that name.
    String text() {
        String all = Page.read(source).text();
        return name.map(wanted -> between(all, wanted)).orElse(all);
    }

    private static String between(String all, String name) {
        Matcher cut = Pattern.compile("(?sm)^\\W*cut: " + Pattern.quote(name) + "\\W*?\\n(?<text>.*?)^\\W*end of cut").matcher(all);
        return cut.find() ? cut.group("text").stripTrailing().stripIndent() + "\n" : "";
    }
}
