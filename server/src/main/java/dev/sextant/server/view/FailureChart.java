package dev.sextant.server.view;

import dev.sextant.engine.port.StudyView;
import dev.sextant.model.trial.TrialRecord;
import dev.sextant.model.trial.TrialState;
import dev.sextant.wire.tree.JsonWriter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;

/// Trials that failed or were lost, by reason, the most frequent reason first, with the last lines of the latest one.
record FailureChart(StudyView view) implements Chart {
    private static final int MOST_GROUPS = 30;
    private static final int MOST_TRIALS = 200;

    private record Key(TrialState state, String reason) {}

    @Override
    public void write(LiveTable live, JsonWriter json) {
        var table = live.table();
        var groups = new LinkedHashMap<Key, List<Integer>>();
        table.rows(row -> table.state(row) == TrialState.FAILED || table.state(row) == TrialState.LOST)
                .forEach(row -> groups.computeIfAbsent(new Key(table.state(row), table.reason(row)), _ -> new ArrayList<>()).add(row));
        json.name("count").whole(groups.values().stream().mapToInt(List::size).sum()).name("reasons").whole(groups.size());
        json.name("groups").startList();
        groups.entrySet().stream().sorted(Comparator.comparingInt(e -> -e.getValue().size())).limit(MOST_GROUPS)
                .forEach(e -> group(e.getKey(), e.getValue(), json));
        json.endList();
    }

    private void group(Key key, List<Integer> rows, JsonWriter json) {
        json.startObject().name("state").text(key.state().word()).name("reason").text(key.reason()).name("count").whole(rows.size());
        json.name("trials").startList();
        rows.stream().limit(MOST_TRIALS).forEach(json::whole);
        json.endList();
        json.name("latest").whole(rows.getLast());
        json.name("last_lines").text(view.trial(rows.getLast()).map(TrialRecord::lastLines).orElse(""));
        json.endObject();
    }
}
