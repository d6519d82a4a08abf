package dev.sextant.server.view;

import dev.sextant.model.space.Constant;
import dev.sextant.wire.tree.JsonWriter;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/// Complete trials with all their parameters and values: the lines of parallel coordinates, and the points of slices.
///
/// @param lines at most so many: a quarter the best, the others evenly spread
/// @param where which trials
record ParallelChart(int lines, TrialFilter where) implements Chart {
    @Override
    public void write(LiveTable live, JsonWriter json) {
        var table = live.table();
        var first = table.spec().objectives().getFirst();
        IntPredicate wanted = where.on(table);
        int[] rows = table.rows(row -> !Double.isNaN(table.value(first, row)) && wanted.test(row)).toArray();
        int[] shown = Decimation.keepBest(rows, row -> first.loss(table.value(first, row)), lines);
        var columns = table.parameters().stream().filter(column -> !(column.parameter().domain() instanceof Constant)).toList();
        json.name("parameters").startList();
        columns.forEach(column -> {
            ParameterAxis.write(column.parameter(), json.startObject());
            json.endObject();
        });
        json.endList().name("objectives").startList();
        table.spec().objectives().forEach(objective -> {
            HistoryChart.axis(table, objective, rows, json.startObject());
            json.endObject();
        });
        json.endList().name("of").whole(rows.length).name("lines").startList();
        IntStream.of(shown).forEach(row -> line(table, columns, row, json));
        json.endList();
    }

    private static void line(TrialTable table, List<ParameterColumn> columns, int row, JsonWriter json) {
        json.startList().whole(row);
        columns.forEach(column -> json.maybe(column.number(row)));
        table.spec().objectives().forEach(objective -> json.maybe(table.value(objective, row)));
        json.endList();
    }
}
