package dev.sextant.app.cli;

import dev.sextant.app.terminal.OneLine;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// Rows of text under headings, each column as wide as its widest cell. Not thread-safe.
final class Table {
    private static final int WIDEST = 60;
    /// Of the last column, which moves no other.
    private static final int WIDEST_LAST = 120;

    private final List<List<String>> rows = new ArrayList<>();

    Table(List<String> headings) {
        rows.add(List.copyOf(headings));
    }

    /// Adds a row with a cell for every heading.
    void row(List<String> cells) {
        int last = cells.size() - 1;
        rows.add(IntStream.rangeClosed(0, last).mapToObj(i -> brief(cells.get(i), i < last ? WIDEST : WIDEST_LAST)).toList());
    }

    /// As [#row], without shortening what somebody may want to type again.
    void whole(List<String> cells) {
        rows.add(cells.stream().map(OneLine::of).toList());
    }

    private static String brief(String cell, int widest) {
        var line = OneLine.of(cell);
        return line.length() <= widest ? line : line.substring(0, widest - 1) + "…";
    }

    void print(PrintStream out) {
        var widths = new int[rows.getFirst().size()];
        for (var row : rows) {
            for (int i = 0; i < widths.length; i++) {
                widths[i] = Math.max(widths[i], row.get(i).length());
            }
        }
        rows.forEach(row -> out.println(line(row, widths)));
    }

    private static String line(List<String> row, int[] widths) {
        var line = new ArrayList<String>();
        for (int i = 0; i < widths.length; i++) {
            line.add(row.get(i) + " ".repeat(widths[i] - row.get(i).length()));
        }
        return line.stream().collect(Collectors.joining("  ")).stripTrailing();
    }
}
