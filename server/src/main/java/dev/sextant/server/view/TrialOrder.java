package dev.sextant.server.view;

import dev.sextant.model.expression.Kind;
import dev.sextant.model.value.Value;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.IntStream;

/// The rows of a table that somebody wants, in the order of a column.
///
/// @param column empty for the order of the trials' numbers
record TrialOrder(String column, boolean falling) {
    /// `loss`, or `-loss` and `loss:desc` for falling values.
    static TrialOrder of(Optional<String> text) {
        var given = text.orElse("").strip();
        boolean falling = given.startsWith("-") || given.endsWith(":desc");
        return new TrialOrder(given.replaceFirst("^-", "").replaceFirst(":(asc|desc)$", ""), falling);
    }

    /// The first rows in this order, at least `most` of them if there are so many. O(n·log n) for n rows; for a column of
    /// numbers only those that come first are put in order one by one, which is some ten times as quick.
    ///
    /// @throws IllegalArgumentException if there is no such column
    int[] sorted(TrialTable table, int[] rows, int most) {
        if (column.isEmpty() || column.equals("trial")) {
            return falling ? IntStream.range(0, rows.length).map(i -> rows[rows.length - 1 - i]).toArray() : rows;
        }
        var columns = TrialFilter.columns(table.spec());
        columns.check(column);
        int[] first = most < rows.length && columns.kind(column).filter(kind -> kind == Kind.NUMBER).isPresent() ? first(table, columns, rows, most) : rows;
        var keyed = new Keyed[first.length];
        Arrays.setAll(keyed, i -> new Keyed(first[i], columns.cell(table.facts(first[i]), column)));
        Arrays.parallelSort(keyed, Comparator.comparing(Keyed::key, falling ? ValueOrder.FALLING : ValueOrder.RISING));
        return Arrays.stream(keyed).mapToInt(Keyed::row).toArray();
    }

    /// The rows that are among the first `most`, and those that are equal to the last of them; still in the old order.
    private int[] first(TrialTable table, TrialColumns columns, int[] rows, int most) {
        double[] keys = new double[rows.length];
        Arrays.setAll(keys, i -> key(columns.cell(table.facts(rows[i]), column)));
        double[] sorted = keys.clone();
        Arrays.parallelSort(sorted);
        double border = sorted[most - 1];
        return Double.isNaN(border) ? rows : IntStream.range(0, rows.length).filter(i -> keys[i] <= border).map(i -> rows[i]).toArray();
    }

    /// Smaller for what comes earlier; NaN, which comes last, for what is not there.
    private double key(Optional<Value> cell) {
        double number = cell.map(value -> value instanceof Value.Int(long whole) ? (double) whole : value instanceof Value.Real(double real) ? real : Double.NaN)
                .orElse(Double.NaN);
        return falling ? 0 - number : number;
    }

    private record Keyed(int row, Optional<Value> key) {}
}
