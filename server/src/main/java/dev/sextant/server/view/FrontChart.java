package dev.sextant.server.view;

import dev.sextant.model.study.Objective;
import dev.sextant.wire.tree.JsonWriter;
import java.util.List;
import java.util.stream.IntStream;

/// The complete trials of a study with several objectives, by their values.
///
/// @param points at most so many trials, a quarter of them the best ones
record FrontChart(int points) implements Chart {
    @Override
    public void write(LiveTable live, JsonWriter json) {
        var table = live.table();
        var objectives = table.spec().objectives();
        int[] rows = table.rows(row -> objectives.stream().noneMatch(o -> Double.isNaN(table.value(o, row)))).toArray();
        var first = objectives.getFirst();
        int[] shown = Decimation.keepBest(rows, row -> first.loss(table.value(first, row)), points);
        json.name("objectives").startList();
        objectives.forEach(objective -> {
            HistoryChart.axis(table, objective, rows, json.startObject());
            json.endObject();
        });
        json.endList().name("of").whole(rows.length);
        list("points", IntStream.of(shown), table, objectives, json);
        list("front", table.best().stream().mapToInt(Integer::intValue), table, objectives, json);
    }

    private static void list(String name, IntStream rows, TrialTable table, List<Objective> objectives, JsonWriter json) {
        json.name(name).startList();
        rows.forEach(row -> {
            json.startList().whole(row);
            objectives.forEach(objective -> json.maybe(table.value(objective, row)));
            json.endList();
        });
        json.endList();
    }
}
