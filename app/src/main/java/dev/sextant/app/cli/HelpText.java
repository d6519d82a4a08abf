package dev.sextant.app.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;

/// The text of `VERB --help`, and of `help`.
final class HelpText {
    private static final int WIDTH = 80;
    private static final int INDENT = 11;

    private HelpText() {}

    /// At most as wide as a terminal of 80 columns, and 24 rows high: what a verb with many flags says of each of them
    /// stands in the reference.
    static String of(Usage usage) {
        var text = new StringBuilder();
        text.append("sextant %s %s%n".formatted(usage.name(), usage.words()).replace(" \n", "\n"));
        text.append("%n%s%n%n".formatted(capital(usage.summary()) + "."));
        (usage.isLong() ? grouped(usage) : rows(usage.allFlags())).forEach(row -> text.append(row).append('\n'));
        if (!usage.examples().isEmpty()) {
            text.append("\nExamples:\n");
            usage.examples().forEach(e -> text.append("  ").append(e).append('\n'));
        }
        return text.toString().replace(System.lineSeparator(), "\n");
    }

    private static List<String> grouped(Usage usage) {
        var groups = new LinkedHashMap<String, List<Flag>>();
        usage.flags().forEach(f -> groups.computeIfAbsent(f.group(), _ -> new ArrayList<>()).add(f));
        var rows = new ArrayList<>(rows(Optional.ofNullable(groups.remove("")).orElse(List.of())));
        groups.put("always", usage.commonFlags());
        groups.forEach((name, flags) -> rows.addAll(group(name, flags)));
        rows.add("What each does, and what holds without it: docs/reference/command-line.md");
        return rows;
    }

    /// The name of a group, and the flags beside it, in as many rows as they need.
    private static List<String> group(String name, List<Flag> flags) {
        var rows = new ArrayList<String>();
        var row = new StringBuilder(pad("  " + name, INDENT));
        for (var flag : flags) {
            if (row.length() + 2 + flag.head().length() > WIDTH) {
                rows.add(row.toString());
                row = new StringBuilder(pad("", INDENT));
            }
            row.append("  ").append(flag.head());
        }
        rows.add(row.toString());
        return rows;
    }

    private static List<String> rows(List<Flag> flags) {
        int width = flags.stream().mapToInt(f -> f.head().length()).max().orElse(0);
        var rows = new ArrayList<String>();
        for (var flag : flags) {
            rows.add("  %s  %s".formatted(pad(flag.head(), width), flag.description()));
        }
        return rows;
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
                Sextant finds good hyperparameters: it runs your program many times and
                decides what to try next.

                  sextant tune -p lr=1e-5..1e-1:log --metric accuracy:max -- python3 train.py

                """);
        for (var verb : verbs) {
            var usage = verb.usage();
            text.append("  %s %s%n".formatted(pad(usage.name(), 11), usage.summary()));
        }
        text.append("""

                'sextant VERB --help' says more about one. Without STUDY, the latest is meant.
                """);
        var shown = text.toString().replace(System.lineSeparator(), "\n");
        assert shown.lines().allMatch(l -> l.length() <= WIDTH);
        return shown;
    }
}
