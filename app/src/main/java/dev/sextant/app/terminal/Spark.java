package dev.sextant.app.terminal;

import java.util.List;

/// A small picture of how the best value moved, as one row of characters.
final class Spark {
    private static final String BLOCKS = "▁▂▃▄▅▆▇█";
    private static final String ASCII = "_.-=+*#";

    private Spark() {}

    /// @param best the best value after each trial, oldest first
    static String line(List<Double> best, int width, Look look) {
        if (best.size() < 2 || width < 2) {
            return "";
        }
        var steps = look.either(BLOCKS, ASCII);
        double low = best.stream().mapToDouble(v -> v).min().orElseThrow();
        double high = best.stream().mapToDouble(v -> v).max().orElseThrow();
        int columns = Math.min(width, best.size());
        var line = new StringBuilder();
        for (int i = 0; i < columns; i++) {
            double value = best.get((int) ((long) i * (best.size() - 1) / Math.max(1, columns - 1)));
            double height = high > low ? (value / 2 - low / 2) / (high / 2 - low / 2) : 0;
            line.append(steps.charAt((int) Math.round(height * (steps.length() - 1))));
        }
        return line.toString();
    }
}
