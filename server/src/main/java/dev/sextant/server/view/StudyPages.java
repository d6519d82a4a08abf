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
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// What the page shows of one study, as JSON that is ready to draw. Answers are as long as what is shown, not as the
/// study; they cost O(n) for n trials when something has happened, and nothing when the same is asked again.
/// Thread-safe.
public final class StudyPages {
    /// The charts there are.
    public static final List<String> CHARTS = List.of("history", "spark", "parallel", "slots", "failures", "front", "curves", "parameters");

    /// What a model can be asked.
    public static final List<String> MODELS = List.of("importance", "slices", "surface", "hypervolume");

    private static final int MOST_LEARNT = 20_000;
    private static final int MOST_ANSWERS = 64;
    private static final int MOST_ROWS = 1_000;
    private static final int FIRST_ROWS = 2_000;

    private final StudyView view;
    private final InstantSource clock;
    private final Map<String, Answer> answers = new LinkedHashMap<>();
    private Ranking ranking = new Ranking("", -1, 0);
    private LiveTable live;

    private record Answer(long seen, String json) {}

    /// Begins to read a study.
    public StudyPages(StudyView view, InstantSource clock) {
        this.view = view;
        this.clock = clock;
        this.live = LiveTable.of(view);
    }

    /// The study that is shown.
    public StudyView view() {
        return view;
    }

    /// How many trials are kept in memory.
    public int size() {
        return current().look(table -> table.table().size());
    }

    /// Writes what is said of the study among others, but for what only whoever holds it knows.
    public void card(JsonWriter json) {
        current().look(live -> {
            new StudyCard(view).write(live, json);
            return json;
        });
    }

    /// The numbers of the best trials: one, or those of the front; empty before the first is complete.
    public List<Integer> best() {
        return current().look(live -> live.table().best());
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

    /// What a model learnt from the trials, or from an even share of a very long study: `importance`, `slices`, `surface`,
    /// `hypervolume`. Costs up to seconds when something has happened.
    ///
    /// @throws IllegalArgumentException if there is no such answer, or nothing to learn from; its message reaches the user
    public String model(String name, ChartQuery query, Insight insight) {
        var key = name + Stream.of("across", "up", "method", "metric", "top").map(query::text).toList();
        long seen = view.length();
        var known = known(key, seen);
        return known.isEmpty() ? remember(key, seen, learnt(name, query, insight)) : known;
    }

    private String learnt(String name, ChartQuery query, Insight insight) {
        var sample = sample();
        var json = new JsonWriter().startObject();
        if (!name.equals("importance")) {
            json.name("study").text(view.spec().name());
        }
        switch (name) {
            case "importance" -> insight.importance(sample, question(query), json);
            case "slices" -> insight.slices(sample, json);
            case "surface" -> insight.surface(sample, query.text("across"), query.text("up"), json);
            case "hypervolume" -> insight.hypervolume(sample, json);
            default -> throw new IllegalArgumentException("There is no answer '%s' of a model; answers: %s.".formatted(name, String.join(", ", MODELS)));
        }
        return json.endObject().finish();
    }

    private static Insight.Question question(ChartQuery query) {
        var top = query.text("top").map(text -> query.share("top")).map(OptionalDouble::of).orElse(OptionalDouble.empty());
        return new Insight.Question(query.text("method"), query.text("metric"), top);
    }

    /// The study for models to learn from: an even share of the trials if there are very many.
    private StudyView sample() {
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
            case "front" -> query -> new FrontChart(query.whole("points", 10, 20_000, 2_000));
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
            var ranking = ranked(live, where, order, from + count);
            int[] rows = ranking.rows();
            var json = new JsonWriter().startObject().name("study").text(view.spec().name());
            json.name("total").whole(live.table().size()).name("whole").flag(live.isWhole()).name("matching").whole(ranking.matching());
            json.name("trials").startList();
            IntStream.range(from, (int) Math.min(rows.length, (long) from + count))
                    .forEach(i -> view.trial(rows[i]).ifPresent(trial -> {
                        TrialForm.members(trial, json.startObject());
                        RemarksText.write(live.remarks(trial.trial()), json);
                        json.endObject();
                    }));
            return json.endList().endObject().finish();
        });
    }

    /// @param until how many rows are wanted, from the first on
    private Ranking ranked(LiveTable live, TrialFilter where, TrialOrder order, int until) {
        var question = where + " " + order;
        long seen = live.isWhole() ? live.seen() : -1;
        var last = ranking();
        if (last.answers(question, seen, until)) {
            return last;
        }
        int[] rows = live.table().rows(where.on(live.table())).toArray();
        int most = until <= FIRST_ROWS ? FIRST_ROWS : rows.length;
        var next = new Ranking(question, seen, rows.length, order.sorted(live.table(), rows, most));
        keep(next);
        return next;
    }

    private synchronized Ranking ranking() {
        return ranking;
    }

    private synchronized void keep(Ranking next) {
        ranking = next;
    }

    /// Writes what else is known of a trial: the last lines it printed, what happened to it, all it reported.
    public void trial(TrialRecord trial, JsonWriter json) {
        json.name("last_lines").text(trial.lastLines());
        current().look(live -> {
            RemarksText.write(live.remarks(trial.trial()), json);
            return live;
        });
        happened(trial.trial(), json);
    }

    private void happened(int number, JsonWriter json) {
        var measured = new ArrayList<StudyEvent.Measured>();
        json.name("happened").startList();
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
