package dev.sextant.app;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Runs command lines as a user in one folder would.
final class Commands {
    private final Path folder;
    private final Map<String, String> environment = new LinkedHashMap<>();

    Commands(Path folder) {
        this.folder = folder;
        environment.put("SEXTANT_HOME", folder.resolve(".sextant").toString());
        environment.put("PATH", System.getenv("PATH"));
    }

    /// The same user, with the same home, in another folder.
    Commands in(Path other) {
        var commands = new Commands(other);
        commands.environment.putAll(environment);
        return commands;
    }

    /// What a run printed and ended with.
    record Ran(int code, String out, String err) {
        List<String> lines() {
            return out.lines().toList();
        }
    }

    Ran run(String... arguments) {
        return feed("", arguments);
    }

    /// Runs a command line written as in a shell; only single quotes are known.
    Ran line(String line) {
        return run(words(line).toArray(String[]::new));
    }

    Ran feed(String input, String... arguments) {
        var out = new ByteArrayOutputStream();
        var err = new ByteArrayOutputStream();
        int code = Main.run(List.of(arguments), new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)),
                stream(out), stream(err), environment, folder);
        return new Ran(code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    private static PrintStream stream(ByteArrayOutputStream target) {
        return new PrintStream(target, true, StandardCharsets.UTF_8);
    }

    static List<String> words(String line) {
        var words = new ArrayList<String>();
        var word = new StringBuilder();
        boolean quoted = false;
        boolean begun = false;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (c == '\'') {
                quoted = !quoted;
                begun = true;
            } else if (c == ' ' && !quoted) {
                if (begun) {
                    words.add(word.toString());
                }
                word.setLength(0);
                begun = false;
            } else {
                word.append(c);
                begun = true;
            }
        }
        if (begun) {
            words.add(word.toString());
        }
        return words;
    }

    Path folder() {
        return folder;
    }
}
