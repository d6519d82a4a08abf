package dev.sextant.server.view;

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

    /// O(n·log n) for n rows.
    ///
    /// @throws IllegalArgumentException if there is no such column
    int[] sorted(TrialTable table, int[] rows) {
        if (column.isEmpty() || column.equals("trial")) {
            return falling ? IntStream.range(0, rows.length).map(i -> rows[rows.length - 1 - i]).toArray() : rows;
        }
        var columns = TrialFilter.columns(table.spec());
        columns.check(column);
        var keyed = new Keyed[rows.length];
        Arrays.setAll(keyed, i -> new Keyed(rows[i], columns.cell(table.facts(rows[i]), column)));
        Arrays.parallelSort(keyed, Comparator.comparing(Keyed::key, falling ? ValueOrder.FALLING : ValueOrder.RISING));
        return Arrays.stream(keyed).mapToInt(Keyed::row).toArray();
    }

    private record Keyed(int row, Optional<Value> key) {}
}
