package dev.sextant.run.command;

/// Parameter names as parts of environment variables.
public final class EnvironmentName {
    private EnvironmentName() {}

    /// The name with `_` for whatever is not a letter, digit or `_`.
    public static String of(String parameter) {
        return parameter.replaceAll("[^A-Za-z0-9_]", "_");
    }
}
