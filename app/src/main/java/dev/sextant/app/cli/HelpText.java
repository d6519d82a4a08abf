package dev.sextant.app.cli;

import java.util.ArrayList;
import java.util.List;

/// The text of `VERB --help`, and of `help`.
final class HelpText {
    private static final int WIDTH = 100;

    private HelpText() {}

    /// At most as wide as a terminal of 100 columns; long lists of flags stand in two columns.
    static String of(Usage usage) {
        var text = new StringBuilder();
        text.append("sextant %s %s%n".formatted(usage.name(), usage.words()).replace(" \n", "\n"));
        text.append("%n%s%n%n".formatted(capital(usage.summary()) + "."));
        rows(usage.allFlags()).forEach(row -> text.append(row).append('\n'));
        if (!usage.examples().isEmpty()) {
            text.append("\nExamples:\n");
            usage.examples().forEach(e -> text.append("  ").append(e).append('\n'));
        }
        return text.toString().replace(System.lineSeparator(), "\n");
    }

    private static List<String> rows(List<Flag> flags) {
        int width = flags.stream().mapToInt(f -> head(f).length()).max().orElse(0);
        var rows = new ArrayList<String>();
        for (var flag : flags) {
            rows.add("  %s  %s".formatted(pad(head(flag), width), flag.description()));
        }
        return rows;
    }

    private static String head(Flag flag) {
        return (flag.name() + " " + flag.label()).strip();
    }

    private static String pad(String text, int width) {
        return text + " ".repeat(Math.max(0, width - text.length()));
    }

    private static String capital(String text) {
        return Character.toUpperCase(text.charAt(0)) + text.substring(1);
    }

    /// All verbs with their summaries.
    static String overview(List<Verb> verbs) {
        var text = new StringBuilder("""
                Sextant finds good hyperparameters: it runs your program many times and decides what to try next.

                  sextant tune -p lr=1e-5..1e-1:log -p layers=1..6 --metric accuracy:max -- python3 train.py

                """);
        for (var verb : verbs) {
            var usage = verb.usage();
            text.append("  %s %s%n".formatted(pad(usage.name(), 11), usage.summary()));
        }
        text.append("""

                'sextant VERB --help' says more about one. Without STUDY, the latest study is meant.
                """);
        var shown = text.toString().replace(System.lineSeparator(), "\n");
        assert shown.lines().allMatch(l -> l.length() <= WIDTH);
        return shown;
    }
}
