package dev.sextant.run.command;

import java.util.regex.Pattern;

/// Parameter names as parts of environment variables.
public final class EnvironmentName {
    private static final Pattern FOREIGN = Pattern.compile("[^A-Za-z0-9_]");

    private EnvironmentName() {}

    /// The name with `_` for whatever is not a letter, digit or `_`.
    public static String of(String parameter) {
        return FOREIGN.matcher(parameter).replaceAll("_");
    }
}
