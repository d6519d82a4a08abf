package dev.sextant.app.report;

import java.util.ArrayDeque;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// Finds the first element of a page that is closed out of turn or never.
final class Nesting {
    private static final Set<String> EMPTY = Set.of("meta", "link", "input");
    private static final Pattern TAG = Pattern.compile("<(/?)([a-z0-9]+)((?:\\s+[a-z-]+(?:=\"[^\"<>]*\")?)*)\\s*>");

    private Nesting() {}

    static Optional<String> of(String page) {
        var open = new ArrayDeque<String>();
        var tags = TAG.matcher(page);
        int seen = 0;
        while (tags.find()) {
            seen++;
            var name = tags.group(2);
            if (tags.group(1).isEmpty()) {
                if (!EMPTY.contains(name)) {
                    open.push(name);
                }
            } else if (open.isEmpty() || !open.pop().equals(name)) {
                return Optional.of("</" + name + "> at " + tags.start());
            }
        }
        long angles = page.replace("<!doctype html>", "").chars().filter(c -> c == '<').count();
        return open.isEmpty() && angles == seen ? Optional.empty() : Optional.of("open: " + open + ", tags: " + seen + " of " + angles);
    }
}
