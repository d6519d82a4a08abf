package dev.sextant.server.view;

import dev.sextant.engine.port.StudyView;
import dev.sextant.model.event.StudyEvent;
import dev.sextant.model.text.Nearest;
import dev.sextant.model.trial.TrialRecord;
import dev.sextant.server.request.Insight;
import dev.sextant.wire.text.TimeText;
import dev.sextant.wire.tree.JsonWriter;
import dev.sextant.wire.trial.TrialForm;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/// What the page shows of one study, as JSON that is ready to draw. Answers are as long as what is shown, not as the
/// study; they cost O(n) for n trials when something has happened, and nothing when the same is asked again.
/// Thread-safe.
public final class StudyPages {
    /// The charts there are.
    public static final List<String> CHARTS = List.of("history", "spark", "parallel", "slots", "failures", "front", "curves", "parameters");

    /// What a model can be asked.
    public static final List<String> MODELS = List.of("slices", "surface", "hypervolume");

    private static final int MOST_LEARNT = 20_000;
    private static final int MOST_ANSWERS = 64;
    private static final int MOST_ROWS = 1_000;

    private final StudyView view;
    private final InstantSource clock;
    private final Supplier<List<Integer>> best;
    private final Map<String, Answer> answers = new LinkedHashMap<>();
    private Ranking ranking = new Ranking("", -1);
    private LiveTable live;

    private record Answer(long seen, String json) {}

    /// @param best the numbers of the best trials: one, or those of the front
    public StudyPages(StudyView view, InstantSource clock, Supplier<List<Integer>> best) {
        this.view = view;
        this.clock = clock;
        this.best = best;
        this.live = LiveTable.of(view);
    }

    /// Draws a chart. Its members `trials` and `whole` say how far the study was read.
    ///
    /// @throws IllegalArgumentException if there is no such chart, or the query does not fit it; its message reaches the user
    public String chart(String name, ChartQuery query) {
        var chart = chart(name).of(query);
        return current().look(live -> {
            var key = chart.toString();
            long seen = live.isWhole() ? live.seen() : -1;
            var known = known(key, seen);
            return known.isEmpty() ? remember(key, seen, drawn(chart, live)) : known;
        });
    }

    /// What a model learnt from the trials, or from an even share of a very long study: `slices`, `surface`,
    /// `hypervolume`. Costs up to seconds when something has happened.
    ///
    /// @throws IllegalArgumentException if there is no such answer, or nothing to learn from; its message reaches the user
    public String model(String name, ChartQuery query, Insight insight) {
        var key = name + " " + query.text("across") + " " + query.text("up");
        long seen = view.length();
        var known = known(key, seen);
        return known.isEmpty() ? remember(key, seen, learnt(name, query, insight)) : known;
    }

    private String learnt(String name, ChartQuery query, Insight insight) {
        var sample = sample();
        var json = new JsonWriter().startObject().name("study").text(view.spec().name());
        switch (name) {
            case "slices" -> insight.slices(sample, json);
            case "surface" -> insight.surface(sample, query.text("across"), query.text("up"), json);
            case "hypervolume" -> insight.hypervolume(sample, json);
            default -> throw new IllegalArgumentException("There is no answer '%s' of a model; answers: %s.".formatted(name, String.join(", ", MODELS)));
        }
        return json.endObject().finish();
    }

    /// The study for models to learn from: an even share of the trials if there are very many.
    public StudyView sample() {
        return new SampledView(view, current().look(table -> table.table().size()), MOST_LEARNT);
    }

    private interface Kind {
        Chart of(ChartQuery query);
    }

    private Kind chart(String name) {
        return switch (name) {
            case "history" -> query -> new HistoryChart(query.whole("points", 10, 20_000, 2_000));
            case "spark" -> query -> new SparkChart(query.whole("points", 2, 400, 60));
            case "parallel" -> query -> new ParallelChart(query.whole("lines", 1, 20_000, 500), TrialFilter.of(query.text("where")));
            case "slots" -> query -> new SlotsChart(clock, query.whole("bars", 10, AttemptLog.MOST, 1_500));
            case "failures" -> _ -> new FailureChart(view);
            case "front" -> query -> new FrontChart(query.whole("points", 10, 20_000, 2_000), best.get());
            case "curves" -> query -> new CurvesChart(query.text("metric"), query.whole("lines", 1, CurveLog.MOST, 300), query.whole("points", 100, 400_000, 30_000));
            case "parameters" -> _ -> new ParametersChart();
            default -> throw new IllegalArgumentException("There is no chart '%s'; charts: %s.%s".formatted(name, String.join(", ", CHARTS),
                    Nearest.question(name, CHARTS).map("\n"::concat).orElse("")));
        };
    }

    private String drawn(Chart chart, LiveTable live) {
        var json = new JsonWriter().startObject().name("study").text(view.spec().name());
        json.name("trials").whole(live.table().size()).name("whole").flag(live.isWhole());
        chart.write(live, json);
        return json.endObject().finish();
    }

    private String known(String key, long seen) {
        synchronized (answers) {
            var answer = answers.get(key);
            return answer != null && answer.seen() == seen && seen >= 0 ? answer.json() : "";
        }
    }

    private String remember(String key, long seen, String json) {
        synchronized (answers) {
            answers.remove(key);
            answers.put(key, new Answer(seen, json));
            while (answers.size() > MOST_ANSWERS) {
                answers.remove(answers.keySet().iterator().next());
            }
        }
        return json;
    }

    /// The table is made anew when the study goes on in another space.
    private synchronized LiveTable current() {
        if (!live.holds()) {
            live = LiveTable.of(view);
        }
        return live;
    }

    /// Some trials in some order: `where` an expression, `sort` a column, `from` and `count` a page. The trials that are
    /// shown are read from the store.
    ///
    /// @throws IllegalArgumentException if the query does not fit the study; its message reaches the user
    public String trials(ChartQuery query) {
        int from = query.whole("from", 0, 999_999_999, 0);
        int count = query.whole("count", 0, MOST_ROWS, 100);
        var where = TrialFilter.of(query.text("where"));
        var order = TrialOrder.of(query.text("sort"));
        return current().look(live -> {
            int[] rows = ranked(live, where, order);
            var json = new JsonWriter().startObject().name("study").text(view.spec().name());
            json.name("total").whole(live.table().size()).name("whole").flag(live.isWhole()).name("matching").whole(rows.length);
            json.name("trials").startList();
            IntStream.range(from, (int) Math.min(rows.length, (long) from + count))
                    .forEach(i -> view.trial(rows[i]).ifPresent(trial -> TrialForm.write(trial, json)));
            return json.endList().endObject().finish();
        });
    }

    private int[] ranked(LiveTable live, TrialFilter where, TrialOrder order) {
        var question = where + " " + order;
        long seen = live.isWhole() ? live.seen() : -1;
        var last = ranking();
        if (last.answers(question, seen)) {
            return last.rows();
        }
        int[] rows = order.sorted(live.table(), live.table().rows(where.on(live.table())).toArray());
        keep(new Ranking(question, seen, rows));
        return rows;
    }

    private synchronized Ranking ranking() {
        return ranking;
    }

    private synchronized void keep(Ranking next) {
        ranking = next;
    }

    /// One trial with all it reported.
    ///
    /// @throws IllegalArgumentException if there is none with this number
    public String trial(int number) {
        var trial = view.trial(number).orElseThrow(() -> new IllegalArgumentException("Study '%s' has no trial %d.".formatted(view.spec().name(), number)));
        var json = new JsonWriter().startObject().name("study").text(view.spec().name()).name("trial");
        TrialForm.write(trial, json);
        json.name("last_lines").text(trial.lastLines());
        happened(number, json);
        return json.endObject().finish();
    }

    private void happened(int number, JsonWriter json) {
        var measured = new ArrayList<StudyEvent.Measured>();
        json.name("attempts").startList();
        view.eventsOf(number, logged -> {
            switch (logged.event()) {
                case StudyEvent.Measured report -> measured.add(report);
                case StudyEvent.OfTrial event -> AttemptText.of(event).ifPresent(text -> json.startObject().name("time").text(TimeText.write(logged.at()))
                        .name("what").text(text).endObject());
                default -> {}
            }
        });
        json.endList().name("measurements").startList();
        measured.forEach(report -> {
            json.startObject().name("attempt").whole(report.attempt()).name("step").whole(report.step()).name("values");
            TrialForm.write(report.metrics(), json);
            json.endObject();
        });
        json.endList();
    }
}
