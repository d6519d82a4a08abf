package dev.sextant.server.view;

import dev.sextant.wire.tree.JsonWriter;
import java.util.Optional;

/// One metric of many trials over their steps.
///
/// @param metric the one of the first objective if none is given
/// @param lines at most so many trials, a quarter of them those with the best last figure
/// @param points at most about so many in all: the more lines, the fewer points each
record CurvesChart(Optional<String> metric, int lines, int points) implements Chart {
    private static final int FEWEST_OF_A_LINE = 3;

    @Override
    public void write(LiveTable live, JsonWriter json) {
        var table = live.table();
        var metrics = table.spec().metrics();
        var name = metric.orElse(metrics.getFirst());
        int index = metrics.indexOf(name);
        if (index < 0) {
            throw new IllegalArgumentException("Study '%s' has no metric '%s'; metrics: %s.".formatted(table.spec().name(), name, String.join(", ", metrics)));
        }
        var curves = live.curves();
        boolean max = table.spec().objectives().stream().anyMatch(o -> o.metric().equals(name) && o.loss(1) < 0);
        int[] trials = curves.trials();
        int[] shown = Decimation.keepBest(trials, trial -> last(curves.curve(trial), index, max), lines);
        json.name("metric").text(name).name("goal").text(max ? "max" : "min").name("of").whole(trials.length).name("lines").startList();
        int each = Math.max(FEWEST_OF_A_LINE, points / Math.max(1, shown.length));
        for (int trial : shown) {
            line(trial, table.state(trial).word(), curves.curve(trial), new int[] {index, each}, json);
        }
        json.endList();
    }

    private static double last(Curve curve, int metric, boolean max) {
        double last = curve.figure(curve.size() - 1, metric);
        return Double.isNaN(last) ? Double.POSITIVE_INFINITY : max ? -last : last;
    }

    private static void line(int trial, String state, Curve curve, int[] metricAndMost, JsonWriter json) {
        json.startList().whole(trial).text(state).startList();
        Evenly.spread(curve.size(), metricAndMost[1]).forEach(i -> json.maybe(curve.step(i)));
        json.endList().startList();
        Evenly.spread(curve.size(), metricAndMost[1]).forEach(i -> json.maybe(curve.figure(i, metricAndMost[0])));
        json.endList().endList();
    }
}
