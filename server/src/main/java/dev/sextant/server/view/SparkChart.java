package dev.sextant.server.view;

import dev.sextant.wire.tree.JsonWriter;

/// The best value of the first objective after each so many trials: a line small enough for a row of a list.
///
/// @param points of the line
record SparkChart(int points) implements Chart {
    @Override
    public void write(LiveTable live, JsonWriter json) {
        var table = live.table();
        var objective = table.spec().objectives().getFirst();
        int[] rows = table.rows(row -> !Double.isNaN(table.value(objective, row))).toArray();
        var steps = HistoryChart.steps(table, objective, rows);
        json.name("best").startList();
        int step = -1;
        for (int i = 0; i < points && !steps.isEmpty(); i++) {
            double until = (double) table.size() * (i + 1) / points;
            while (step + 1 < steps.size() && steps.get(step + 1) < until) {
                step++;
            }
            json.maybe(step < 0 ? Double.NaN : table.value(objective, steps.get(step)));
        }
        json.endList();
    }
}
