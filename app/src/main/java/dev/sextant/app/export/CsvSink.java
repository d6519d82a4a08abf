package dev.sextant.app.export;

import dev.sextant.model.space.Parameter;
import dev.sextant.model.study.FidelityRange;
import dev.sextant.model.study.StudySpec;
import dev.sextant.model.trial.TrialRecord;
import dev.sextant.model.trial.TrialState;
import dev.sextant.model.value.Numbers;
import dev.sextant.model.value.Value;
import dev.sextant.wire.text.TimeText;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A table after RFC 4180: comma, CRLF, quotes where needed. An empty cell means that there is no value: an inactive
/// parameter, a metric that was never reported.
final class CsvSink implements TrialSink {
    private static final List<String> FIRST = List.of("trial", "attempt", "state", "origin", "created", "started", "finished", "seconds");
    private static final List<String> LAST = List.of("why", "reason");

    private final StudySpec spec;
    private final List<String> parameters;
    private final List<String> metrics;
    private final Optional<FidelityRange> fidelity;
    private final Text text;

    /// @param former parameters that the space has no more
    CsvSink(StudySpec spec, List<String> former, Writer writer) {
        this.spec = spec;
        this.parameters = Stream.concat(spec.space().parameters().stream().map(Parameter::name), former.stream()).toList();
        this.metrics = spec.metrics();
        this.fidelity = spec.fidelity();
        this.text = new Text(writer);
    }

    @Override
    public void start() {
        var heads = new ArrayList<>(FIRST);
        parameters.forEach(name -> heads.add("parameters." + name));
        fidelity.ifPresent(_ -> heads.add("fidelity"));
        metrics.forEach(name -> heads.add("values." + name));
        if (!spec.limits().isEmpty()) {
            heads.add("violation");
        }
        heads.addAll(LAST);
        row(heads);
    }

    @Override
    public void trial(TrialRecord trial) {
        var cells = new ArrayList<String>();
        cells.add(Integer.toString(trial.trial()));
        cells.add(Integer.toString(trial.attempt()));
        cells.add(trial.state().word());
        cells.add(trial.origin().word());
        cells.add(TimeText.write(trial.created()));
        cells.add(trial.started().map(TimeText::write).orElse(""));
        cells.add(trial.finished().map(TimeText::write).orElse(""));
        cells.add(trial.duration().map(span -> Numbers.text(span.toNanos() / 1e9)).orElse(""));
        parameters.forEach(name -> cells.add(trial.configuration().value(name).map(Value::text).orElse("")));
        fidelity.ifPresent(range -> cells.add(Long.toString(trial.fidelity().orElse(range.max()))));
        metrics.forEach(name -> cells.add(trial.metrics().value(name).stream().mapToObj(Numbers::text).collect(Collectors.joining())));
        if (!spec.limits().isEmpty()) {
            cells.add(trial.state() == TrialState.COMPLETE ? Numbers.text(spec.violation(trial.metrics()::value)) : "");
        }
        cells.add(trial.why());
        cells.add(trial.reason());
        row(cells);
    }

    @Override
    public void end() {}

    private void row(List<String> cells) {
        text.add(cells.stream().map(CsvSink::quoted).collect(Collectors.joining(",", "", "\r\n")));
    }

    private static String quoted(String cell) {
        boolean plain = cell.chars().noneMatch(c -> c == ',' || c == '"' || c == '\r' || c == '\n');
        return plain ? cell : '"' + cell.replace("\"", "\"\"") + '"';
    }
}
