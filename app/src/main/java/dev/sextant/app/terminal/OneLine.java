package dev.sextant.app.terminal;

import java.util.stream.Collectors;

/// Text of several lines where there is room for one.
public final class OneLine {
    private OneLine() {}

    /// The lines with `; ` between: `'./run' may not be executed; Perhaps 'chmod +x ./run'?` Other control characters are
    /// blanks.
    public static String of(String text) {
        return text.strip().lines().map(String::strip).filter(line -> !line.isEmpty()).collect(Collectors.joining("\n"))
                .replaceAll("\\.?\n", "; ").replaceAll("\\p{Cntrl}", " ");
    }
}
