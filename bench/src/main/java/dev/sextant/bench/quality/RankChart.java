package dev.sextant.bench.quality;

import dev.sextant.bench.quality.Statistics.Interval;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// Mean ranks with their intervals, best on top.
record RankChart(String title, List<String> methods, List<Interval> ranks) {
    private static final int WIDTH = 360;
    private static final int LEFT = 130;
    private static final int ROW = 20;
    private static final int TOP = 40;

    String svg() {
        var order = IntStream.range(0, ranks.size()).boxed().sorted(Comparator.comparingDouble(i -> ranks.get(i).mean())).toList();
        int height = height(ranks.size());
        return "<svg width=\"%d\" height=\"%d\" viewBox=\"0 0 %d %d\" role=\"img\" aria-label=\"Mean ranks %s\"><text x=\"0\" y=\"14\">%s</text>%s%s</svg>"
                .formatted(WIDTH, height, WIDTH, height, title, title, axis(height),
                        IntStream.range(0, order.size()).mapToObj(row -> line(row, order.get(row))).collect(Collectors.joining()));
    }

    static int height(int methods) {
        return TOP + ROW * methods + 6;
    }

    private double x(double rank) {
        return LEFT + (WIDTH - LEFT - 14) * (rank - 1) / Math.max(1, ranks.size() - 1);
    }

    private String axis(int height) {
        return IntStream.rangeClosed(1, ranks.size()).mapToObj(r -> String.format(Locale.ROOT,
                "<line x1=\"%.1f\" x2=\"%.1f\" y1=\"%d\" y2=\"%d\" stroke=\"var(--line)\"/><text x=\"%.1f\" y=\"%d\" text-anchor=\"middle\">%d</text>",
                x(r), x(r), TOP - 6, height, x(r), TOP - 10, r)).collect(Collectors.joining());
    }

    private String line(int row, int method) {
        var rank = ranks.get(method);
        double y = TOP + ROW * row + ROW / 2.0;
        return String.format(Locale.ROOT, """
                <text x="%d" y="%.1f" text-anchor="end">%s</text><line x1="%.1f" x2="%.1f" y1="%.1f" y2="%.1f" %s/>\
                <circle cx="%.1f" cy="%.1f" r="3.5" stroke="var(--ink)" fill="var(--paper)"><title>%.2f (%.2f to %.2f)</title></circle>""",
                LEFT - 12, y + 4, Page.escape(methods.get(method)), x(rank.low()), x(rank.high()), y, y, Legend.stroke(method), x(rank.mean()), y,
                rank.mean(), rank.low(), rank.high());
    }
}
