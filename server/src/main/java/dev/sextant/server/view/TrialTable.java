package dev.sextant.server.view;

import dev.sextant.model.study.Objective;
import dev.sextant.model.study.StudySpec;
import dev.sextant.model.trial.Origin;
import dev.sextant.model.trial.TrialRecord;
import dev.sextant.model.trial.TrialState;
import dev.sextant.model.value.Value;
import java.time.Instant;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.SequencedMap;
import java.util.function.IntFunction;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/// All trials of one study in columns, so that a million of them can be looked through in a moment: row `n` is trial
/// `n`. About 50 bytes a trial, and 8 for each parameter and metric. Not thread-safe.
final class TrialTable {
    private static final List<Origin> ORIGINS = List.of(Origin.values());

    /// No row.
    static final int NONE = -1;

    private final StudySpec spec;
    private final IntFunction<String> whys;
    private final SequencedMap<String, NumberColumn> metrics = new LinkedHashMap<>();
    private final SequencedMap<String, ParameterColumn> parameters = new LinkedHashMap<>();
    private final NumberColumn states = new NumberColumn();
    private final NumberColumn attempts = new NumberColumn();
    private final NumberColumn fidelities = new NumberColumn();
    private final NumberColumn created = new NumberColumn();
    private final NumberColumn started = new NumberColumn();
    private final NumberColumn finished = new NumberColumn();
    private final WordColumn origins = new WordColumn();
    private final WordColumn reasons = new WordColumn();
    private final BitSet misfits = new BitSet();
    private final int[] counts = new int[TrialState.values().length];
    private int size;
    private int best = NONE;
    private boolean bestIsCertain = true;
    private volatile Optional<List<Integer>> front = Optional.empty();

    /// @param whys why a trial was proposed; not kept here, because hardly two are the same
    TrialTable(StudySpec spec, IntFunction<String> whys) {
        this.spec = spec;
        this.whys = whys;
        spec.metrics().forEach(name -> metrics.put(name, new NumberColumn()));
        spec.space().parameters().forEach(parameter -> parameters.put(parameter.name(), new ParameterColumn(parameter)));
    }

    /// Takes what is known of a trial now.
    void put(TrialRecord trial) {
        int row = trial.trial();
        var configuration = spec.space().version() == 1 ? Optional.of(trial.configuration()) : spec.space().fit(trial.configuration());
        misfits.set(row, configuration.isEmpty());
        var values = configuration.orElse(trial.configuration());
        parameters.forEach((name, column) -> column.set(row, values.value(name)));
        metrics.forEach((name, column) -> column.set(row, trial.metrics().value(name).orElse(Double.NaN)));
        if (row < size) {
            counts[(int) states.get(row)]--;
        }
        counts[trial.state().code()]++;
        states.set(row, trial.state().code());
        attempts.set(row, trial.attempt());
        fidelities.set(row, trial.fidelity().isPresent() ? (double) trial.fidelity().getAsLong() : Double.NaN);
        created.set(row, millis(Optional.of(trial.created())));
        started.set(row, millis(trial.started()));
        finished.set(row, millis(trial.finished()));
        origins.set(row, trial.origin().word());
        reasons.set(row, trial.reason());
        size = Math.max(size, row + 1);
        compare(row);
    }

    /// Keeps the best one up to date; it is sought anew only when the best one itself is run again.
    private void compare(int row) {
        if (qualifies(row) || front.filter(members -> members.contains(row)).isPresent()) {
            front = Optional.empty();
        }
        if (row == best) {
            bestIsCertain = false;
        } else if (bestIsCertain && isBetter(row, best)) {
            best = row;
        }
    }

    private boolean isBetter(int row, int other) {
        var objective = spec.objectives().getFirst();
        if (!qualifies(row) || Double.isNaN(value(objective, row))) {
            return false;
        }
        int order = other == NONE ? -1 : Double.compare(objective.loss(value(objective, row)), objective.loss(value(objective, other)));
        return order < 0 || (order == 0 && row < other);
    }

    private static double millis(Optional<Instant> moment) {
        return moment.map(at -> (double) at.toEpochMilli()).orElse(Double.NaN);
    }

    StudySpec spec() {
        return spec;
    }

    int size() {
        return size;
    }

    /// How many trials are in a state.
    int count(TrialState state) {
        return counts[state.code()];
    }

    /// The best trials: of one objective the earliest best one, of several the front; empty before the first is complete.
    /// Several objectives cost O(n·log n) after a trial became complete.
    List<Integer> best() {
        if (spec.objectives().size() == 1) {
            int found = bestIsCertain ? best : rows(this::qualifies).reduce(NONE, (one, other) -> isBetter(other, one) ? other : one);
            return found == NONE ? List.of() : List.of(found);
        }
        var known = front.orElseGet(this::sought);
        front = Optional.of(known);
        return known;
    }

    private List<Integer> sought() {
        var objectives = spec.objectives();
        return Candidate.front(rows(row -> qualifies(row) && objectives.stream().noneMatch(o -> Double.isNaN(value(o, row))))
                .mapToObj(row -> new Candidate<>(row, objectives.stream().mapToDouble(o -> o.loss(value(o, row))).toArray())).toList());
    }

    TrialState state(int row) {
        return TrialState.of((byte) states.get(row));
    }

    /// When the latest attempt began, in milliseconds of UTC; NaN before that.
    double started(int row) {
        return started.get(row);
    }

    /// When the trial ended; NaN before that.
    double finished(int row) {
        return finished.get(row);
    }

    String reason(int row) {
        return reasons.get(row);
    }

    List<ParameterColumn> parameters() {
        return new ArrayList<>(parameters.sequencedValues());
    }

    /// A figure as it was reported last; NaN if there is none.
    double metric(String name, int row) {
        return Objects.requireNonNull(metrics.get(name)).get(row);
    }

    /// The value that counts for an objective; NaN unless the trial is complete.
    double value(Objective objective, int row) {
        return state(row) == TrialState.COMPLETE ? metric(objective.metric(), row) : Double.NaN;
    }

    /// Whether a trial may be the best: complete, in the space as it is now, within the limits.
    boolean qualifies(int row) {
        return state(row) == TrialState.COMPLETE && !misfits.get(row) && !isInfeasible(row);
    }

    /// Whether a complete trial breaks a limit.
    boolean isInfeasible(int row) {
        return !spec.limits().isEmpty() && spec.violation(facts(row)::metric) > 0;
    }

    IntStream rows(IntPredicate wanted) {
        return IntStream.range(0, size).filter(wanted);
    }

    TrialFacts facts(int row) {
        return new Row(row);
    }

    /// One row. Reads the table as it is when it is asked.
    private final class Row implements TrialFacts {
        private final int row;

        Row(int row) {
            this.row = row;
        }

        @Override
        public int trial() {
            return row;
        }

        @Override
        public int attempt() {
            return (int) attempts.get(row);
        }

        @Override
        public TrialState state() {
            return TrialTable.this.state(row);
        }

        @Override
        public OptionalDouble metric(String name) {
            var column = metrics.get(name);
            return column == null || Double.isNaN(column.get(row)) ? OptionalDouble.empty() : OptionalDouble.of(column.get(row));
        }

        @Override
        public Optional<Value> parameter(String name) {
            var column = parameters.get(name);
            return column == null ? Optional.empty() : column.value(row);
        }

        @Override
        public OptionalLong fidelity() {
            return Double.isNaN(fidelities.get(row)) ? OptionalLong.empty() : OptionalLong.of((long) fidelities.get(row));
        }

        @Override
        public Origin origin() {
            return ORIGINS.stream().filter(o -> o.word().equals(origins.get(row))).findFirst().orElseThrow();
        }

        @Override
        public Instant created() {
            return Instant.ofEpochMilli((long) created.get(row));
        }

        @Override
        public Optional<Instant> started() {
            return moment(started);
        }

        @Override
        public Optional<Instant> finished() {
            return moment(finished);
        }

        private Optional<Instant> moment(NumberColumn column) {
            return Double.isNaN(column.get(row)) ? Optional.empty() : Optional.of(Instant.ofEpochMilli((long) column.get(row)));
        }

        @Override
        public String why() {
            return whys.apply(row);
        }

        @Override
        public String reason() {
            return reasons.get(row);
        }
    }
}
