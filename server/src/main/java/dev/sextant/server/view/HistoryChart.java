package dev.sextant.server.view;

import dev.sextant.model.space.Scale;
import dev.sextant.model.study.Objective;
import dev.sextant.model.trial.TrialState;
import dev.sextant.wire.tree.JsonWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/// Every trial by its number and value, the best so far, and those that have no value.
///
/// @param points at most about so many for each objective; the least and the greatest of every stretch are among them
record HistoryChart(int points) implements Chart {
    private static final List<TrialState> WITHOUT_VALUE = List.of(TrialState.RUNNING, TrialState.FAILED, TrialState.LOST, TrialState.PRUNED);

    @Override
    public void write(LiveTable live, JsonWriter json) {
        var table = live.table();
        json.name("objectives").startList();
        table.spec().objectives().forEach(objective -> objective(table, objective, json));
        json.endList();
        json.name("ticks").startObject();
        for (var state : WITHOUT_VALUE) {
            ticks(table, state, json);
        }
        json.endObject();
    }

    private void objective(TrialTable table, Objective objective, JsonWriter json) {
        int[] rows = table.rows(row -> !Double.isNaN(table.value(objective, row))).toArray();
        json.startObject();
        axis(table, objective, rows, json);
        json.name("steps").startList();
        steps(table, objective, rows).forEach(row -> point(table, objective, row, json));
        json.endList();
        int[] shown = Decimation.of(rows, row -> table.value(objective, row), points);
        json.name("of").whole(rows.length).name("points").startList();
        IntStream.of(shown).forEach(row -> point(table, objective, row, json));
        json.endList().endObject();
    }

    /// The members that say how an objective's values are drawn.
    static void axis(TrialTable table, Objective objective, int[] rows, JsonWriter json) {
        var axis = ValueAxis.of(IntStream.of(rows).mapToDouble(row -> table.value(objective, row)).toArray(), objective);
        json.name("metric").text(objective.metric()).name("goal").text(objective.goalWord());
        json.name("low").number(axis.low()).name("high").number(axis.high()).name("log").flag(axis.scale() == Scale.LOG)
                .name("outside").whole(axis.outside());
    }

    private static void point(TrialTable table, Objective objective, int row, JsonWriter json) {
        json.startList().whole(row).number(table.value(objective, row)).endList();
    }

    /// The trials that were better than all before them.
    static List<Integer> steps(TrialTable table, Objective objective, int[] rows) {
        var steps = new ArrayList<Integer>();
        double least = Double.POSITIVE_INFINITY;
        for (int row : rows) {
            double loss = objective.loss(table.value(objective, row));
            if (loss < least && table.qualifies(row)) {
                least = loss;
                steps.add(row);
            }
        }
        return steps;
    }

    private void ticks(TrialTable table, TrialState state, JsonWriter json) {
        int[] rows = table.rows(row -> table.state(row) == state).toArray();
        json.name(state.word()).startObject().name("of").whole(rows.length).name("trials").startList();
        Evenly.spread(rows.length, points).forEach(i -> json.whole(rows[i]));
        json.endList().endObject();
    }
}
