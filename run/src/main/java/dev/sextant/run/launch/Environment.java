package dev.sextant.run.launch;

import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SequencedMap;

/// All variables that a program sees: first those that it shares with other programs, which were checked and written for
/// the system once, then its own. Immutable.
public final class Environment {
    private final SequencedMap<String, String> shared;
    private final byte[] sharedText;
    private final SequencedMap<String, String> own;

    private Environment(SequencedMap<String, String> shared, byte[] sharedText, SequencedMap<String, String> own) {
        this.shared = shared;
        this.sharedText = sharedText;
        this.own = own;
    }

    /// An environment for any number of programs.
    ///
    /// @throws IllegalArgumentException if a name is empty or has a `=`, or anything has a NUL character
    public static Environment of(Map<String, String> variables) {
        variables.forEach(Environment::check);
        return new Environment(new LinkedHashMap<>(variables), text(variables), new LinkedHashMap<>());
    }

    /// That of this process.
    public static Environment inherited() {
        return of(System.getenv());
    }

    /// The same with more variables, in place of those of the same name. What is shared stays so unless one of them is
    /// replaced.
    ///
    /// @throws IllegalArgumentException as [#of]
    public Environment with(Map<String, String> more) {
        more.forEach(Environment::check);
        var all = new LinkedHashMap<>(own);
        all.putAll(more);
        if (Collections.disjoint(all.keySet(), shared.keySet())) {
            return new Environment(shared, sharedText, all);
        }
        var merged = new LinkedHashMap<>(shared);
        merged.putAll(all);
        return of(merged);
    }

    /// Every variable.
    SequencedMap<String, String> variables() {
        var all = new LinkedHashMap<>(shared);
        all.putAll(own);
        return all;
    }

    String getOrDefault(String name, String otherwise) {
        return own.getOrDefault(name, shared.getOrDefault(name, otherwise));
    }

    int size() {
        return shared.size() + own.size();
    }

    /// `NAME=VALUE` of every variable in UTF-8, each with a NUL behind it.
    byte[] text() {
        var ownText = text(own);
        var all = new byte[sharedText.length + ownText.length];
        System.arraycopy(sharedText, 0, all, 0, sharedText.length);
        System.arraycopy(ownText, 0, all, sharedText.length, ownText.length);
        return all;
    }

    private static byte[] text(Map<String, String> variables) {
        var text = new StringBuilder();
        variables.forEach((name, value) -> text.append(name).append('=').append(value).append('\0'));
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static void check(String name, String value) {
        Command.refuseNul(name);
        Command.refuseNul(value);
        if (name.isEmpty() || name.indexOf('=') >= 0) {
            throw new IllegalArgumentException("Command: '%s' cannot name an environment variable; it must be non-empty and without '='.".formatted(name));
        }
    }
}
