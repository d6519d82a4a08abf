package dev.sextant.server.view;

import dev.sextant.model.expression.Kind;
import dev.sextant.model.expression.Scope;
import dev.sextant.model.space.Bool;
import dev.sextant.model.space.Choice;
import dev.sextant.model.space.Constant;
import dev.sextant.model.space.Domain;
import dev.sextant.model.space.IntRange;
import dev.sextant.model.space.Ordinal;
import dev.sextant.model.space.RealRange;
import dev.sextant.model.space.SteppedRange;
import dev.sextant.model.study.StudySpec;
import dev.sextant.model.text.Nearest;
import dev.sextant.model.trial.Origin;
import dev.sextant.model.trial.TrialRecord;
import dev.sextant.model.trial.TrialState;
import dev.sextant.model.value.Value;
import dev.sextant.wire.text.TimeText;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// The columns of the table of trials: what is known of every trial, its metrics, its parameters. A parameter hides a
/// metric, and a metric hides a column, of the same name.
public final class TrialColumns implements Scope {
    private record Column(Kind kind, List<Value> values, boolean ordered, Function<TrialFacts, Optional<Value>> cell) {}

    private final LinkedHashMap<String, Column> columns = new LinkedHashMap<>();
    private final List<String> usual = new ArrayList<>();

    /// @param former parameters that the space has no more
    public TrialColumns(StudySpec spec, List<String> former) {
        number("trial", t -> Optional.of(new Value.Int(t.trial())));
        words("state", Arrays.stream(TrialState.values()).map(TrialState::word).toList(), t -> t.state().word());
        number("attempt", t -> Optional.of(new Value.Int(t.attempt())));
        spec.metrics().forEach(m -> number(m, t -> metric(t, m)));
        if (!spec.limits().isEmpty()) {
            number("violation", t -> Optional.of(t).filter(_ -> t.state() == TrialState.COMPLETE).map(_ -> new Value.Real(spec.violation(t::metric))));
        }
        spec.space().parameters().forEach(p -> columns.put(p.name(), parameter(p.name(), p.domain())));
        spec.fidelity().ifPresent(range -> number(range.name(), t -> Optional.of(new Value.Int(t.fidelity().orElse(range.max())))));
        former.forEach(name -> columns.putIfAbsent(name, new Column(Kind.MIXED, List.of(), false, t -> t.parameter(name))));
        number("seconds", TrialColumns::seconds);
        words("created", List.of(), t -> TimeText.write(t.created()));
        words("started", List.of(), t -> t.started().map(TimeText::write).orElse(""));
        words("finished", List.of(), t -> t.finished().map(TimeText::write).orElse(""));
        words("origin", Arrays.stream(Origin.values()).map(Origin::word).toList(), t -> t.origin().word());
        words("why", List.of(), TrialFacts::why);
        words("reason", List.of(), TrialFacts::reason);
        usual.addAll(List.of("trial", "state"));
        usual.addAll(spec.metrics());
        if (!spec.limits().isEmpty()) {
            usual.add("violation");
        }
        spec.space().parameters().forEach(p -> usual.add(p.name()));
        spec.fidelity().ifPresent(range -> usual.add(range.name()));
        usual.addAll(former);
        usual.addAll(List.of("seconds", "reason"));
    }

    private static Optional<Value> metric(TrialFacts trial, String name) {
        var value = trial.metric(name);
        return value.isPresent() ? Optional.of(new Value.Real(value.getAsDouble())) : Optional.empty();
    }

    private static Optional<Value> seconds(TrialFacts trial) {
        return trial.started().flatMap(from -> trial.finished().map(to -> new Value.Real(Duration.between(from, to).toMillis() / 1000.0)));
    }

    private void number(String name, Function<TrialFacts, Optional<Value>> cell) {
        columns.put(name, new Column(Kind.NUMBER, List.of(), false, cell));
    }

    private void words(String name, List<String> allowed, Function<TrialFacts, String> cell) {
        columns.putIfAbsent(name, new Column(Kind.TEXT, allowed.stream().<Value>map(Value.Text::new).toList(), false,
                t -> Optional.of(cell.apply(t)).filter(w -> !w.isEmpty()).map(Value.Text::new)));
    }

    private static Column parameter(String name, Domain domain) {
        Function<TrialFacts, Optional<Value>> cell = t -> t.parameter(name);
        return switch (domain) {
            case RealRange _, SteppedRange _, IntRange _ -> new Column(Kind.NUMBER, List.of(), false, cell);
            case Bool _ -> new Column(Kind.FLAG, List.of(), false, cell);
            case Choice(List<Value> values) -> new Column(Kind.common(values), values, false, cell);
            case Ordinal(List<Value> values) -> new Column(Kind.common(values), values, true, cell);
            case Constant(Value value) -> new Column(Kind.of(value), List.of(value), false, cell);
        };
    }

    /// Those that are shown when the user names none.
    public List<String> usual() {
        return usual.stream().distinct().toList();
    }

    /// The columns that a user listed, separated by commas.
    public List<String> chosen(String list) {
        var names = Arrays.stream(list.split(",")).map(String::strip).toList();
        names.forEach(this::check);
        return names;
    }

    /// Refuses what is no column.
    ///
    /// @throws IllegalArgumentException that lists the columns
    public void check(String name) {
        if (!columns.containsKey(name)) {
            throw new IllegalArgumentException("There is no column '%s'; columns: %s.%s".formatted(name,
                    String.join(", ", columns.keySet()), Nearest.question(name, columns.keySet()).map("\n"::concat).orElse("")));
        }
    }

    /// What stands in a cell; empty if the trial has nothing there.
    public Optional<Value> cell(TrialRecord trial, String name) {
        return cell(new RecordFacts(trial), name);
    }

    Optional<Value> cell(TrialFacts trial, String name) {
        var column = columns.get(name);
        return column == null ? Optional.empty() : column.cell().apply(trial);
    }

    @Override
    public Optional<Kind> kind(String name) {
        return Optional.ofNullable(columns.get(name)).map(Column::kind);
    }

    @Override
    public List<Value> values(String name) {
        var column = columns.get(name);
        return column == null ? List.of() : column.values();
    }

    @Override
    public boolean ordered(String name) {
        var column = columns.get(name);
        return column != null && column.ordered();
    }

    @Override
    public List<String> names() {
        return List.copyOf(columns.keySet());
    }
}
