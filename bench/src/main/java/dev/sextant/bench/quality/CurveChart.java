package dev.sextant.bench.quality;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// Curves of scaled regret over results, on a logarithmic axis that ends below the lowest of them, or two and a half decades below 1.
///
/// @param curves for each method, the height after each result; empty where it has none
record CurveChart(String title, List<String> methods, List<List<Double>> curves) {
    private static final int WIDTH = 360;
    private static final int HEIGHT = 250;
    private static final int LEFT = 44;
    private static final int TOP = 26;
    private static final int RIGHT = 10;
    private static final int BOTTOM = 30;
    private static final List<Double> LEVELS = List.of(1.0, 0.3, 0.1, 0.03, 0.01, 0.003);

    static CurveChart of(String title, Figures figures, List<Benchmark> problems) {
        List<String> methods = figures.comparison().methods();
        return new CurveChart(title, methods, methods.stream().map(method -> figures.curve(problems, method)).toList());
    }

    String svg() {
        return "<svg width=\"%d\" height=\"%d\" viewBox=\"0 0 %d %d\" role=\"img\" aria-label=\"Curves of %s\"><text x=\"%d\" y=\"14\">%s</text>%s%s</svg>"
                .formatted(WIDTH, HEIGHT, WIDTH, HEIGHT, title, LEFT, title, axes(), lines());
    }

    private int length() {
        return curves.stream().mapToInt(List::size).max().orElse(1);
    }

    private String axes() {
        var levels = LEVELS.stream().filter(v -> v >= least()).map(v -> String.format(Locale.ROOT,
                "<line x1=\"%d\" x2=\"%d\" y1=\"%.1f\" y2=\"%.1f\" stroke=\"var(--line)\"/><text x=\"%d\" y=\"%.1f\" text-anchor=\"end\">%s</text>",
                LEFT, WIDTH - RIGHT, y(v), y(v), LEFT - 6, y(v) + 4, v == 1 ? "1" : v.toString())).collect(Collectors.joining());
        var stops = stops().mapToObj(n -> String.format(Locale.ROOT,
                "<text x=\"%.1f\" y=\"%d\" text-anchor=\"middle\">%d</text>", x(n), HEIGHT - BOTTOM + 18, n)).collect(Collectors.joining());
        return levels + stops;
    }

    private IntStream stops() {
        int length = length();
        return length > 200 ? IntStream.rangeClosed(0, 4).map(i -> Math.max(1, i * length / 4))
                : IntStream.of(1, 25, 50, 100, 150, 200).filter(n -> n <= length && (n != 150 || length > 150));
    }

    private double x(int result) {
        return LEFT + (WIDTH - LEFT - RIGHT) * (result - 1.0) / Math.max(1, length() - 1);
    }

    private double least() {
        double lowest = curves.stream().filter(c -> !c.isEmpty()).mapToDouble(List::getLast).min().orElse(1);
        return LEVELS.stream().filter(v -> v < 1 && v <= lowest).findFirst().orElse(LEVELS.getLast());
    }

    private double y(double value) {
        double least = least();
        double depth = Math.log(Math.clamp(value, least, 1)) / Math.log(least);
        return TOP + (HEIGHT - TOP - BOTTOM) * depth;
    }

    private String lines() {
        return IntStream.range(0, curves.size()).map(i -> curves.size() - 1 - i).filter(i -> !curves.get(i).isEmpty())
                .mapToObj(i -> "<polyline points=\"%s\" %s><title>%s</title></polyline>".formatted(points(curves.get(i)), Legend.stroke(i),
                        Page.escape(methods.get(i)))).collect(Collectors.joining());
    }

    private String points(List<Double> curve) {
        return IntStream.range(0, curve.size()).mapToObj(i -> String.format(Locale.ROOT, "%.1f,%.1f", x(i + 1), y(curve.get(i))))
                .collect(Collectors.joining(" "));
    }
}
