package dev.sextant.run.command;

/// Parameter names as parts of environment variables.
public final class EnvironmentName {
    private EnvironmentName() {}

    /// The name with `_` for whatever is not an ASCII letter, digit or `_`.
    public static String of(String parameter) {
        var name = parameter.toCharArray();
        for (int i = 0; i < name.length; i++) {
            if (name[i] >= 128 || !Character.isLetterOrDigit(name[i])) {
                name[i] = '_';
            }
        }
        return new String(name);
    }
}
