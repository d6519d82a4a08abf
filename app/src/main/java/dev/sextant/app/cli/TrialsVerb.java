package dev.sextant.app.cli;

import dev.sextant.app.results.FormerParameters;
import dev.sextant.engine.port.StudyView;
import dev.sextant.model.expression.Expression;
import dev.sextant.model.expression.Truth;
import dev.sextant.model.trial.TrialRecord;
import dev.sextant.model.value.Value;
import dev.sextant.server.view.TrialColumns;
import dev.sextant.server.view.ValueOrder;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;

/// `trials`: the table of trials of a study.
final class TrialsVerb implements Verb {
    private static final Flag SORT = Flag.of("--sort", "COLUMN", "by rising values of a column; -COLUMN: by falling ones");
    private static final Flag WHERE = Flag.of("--where", "EXPRESSION", "only some: 'lr < 1e-3 and state == failed'");
    private static final Flag COLUMNS = Flag.of("--columns", "A,B,…", "which columns, in which order");

    @Override
    public Usage usage() {
        return Usage.of("trials", "the trials of a study as a table").words("[STUDY]", 1)
                .flags(SORT, WHERE, COLUMNS, Usage.JSON)
                .examples("sextant trials --sort loss --columns trial,loss,lr",
                        "sextant trials lenet --where 'lr < 1e-3 and state == failed'");
    }

    @Override
    public ExitCode run(Call call) {
        var studies = Studies.of(call);
        try (var study = studies.read(call.word(0))) {
            var columns = new TrialColumns(study.view().spec(), FormerParameters.of(study.view()));
            var chosen = call.value(COLUMNS).map(columns::chosen).orElseGet(columns::usual);
            var trials = trials(call, study.view(), columns);
            if (call.has(Usage.JSON)) {
                call.out().println(TrialJson.list(study.name(), trials));
            } else {
                print(call, columns, chosen, trials);
            }
        }
        return ExitCode.DONE;
    }

    private static List<TrialRecord> trials(Call call, StudyView view, TrialColumns columns) {
        var wanted = call.value(WHERE).map(w -> filter(w, columns)).orElse(_ -> true);
        var trials = new ArrayList<TrialRecord>();
        call.value(SORT).ifPresent(s -> columns.check(bare(s)));
        view.trials(t -> {
            if (wanted.test(t)) {
                trials.add(t);
            }
        });
        call.value(SORT).ifPresent(s -> trials.sort(order(s, columns)));
        return trials;
    }

    private static Predicate<TrialRecord> filter(String text, TrialColumns columns) {
        var expression = Expression.parse(text, columns);
        return trial -> expression.test(name -> columns.cell(trial, name)) == Truth.TRUE;
    }

    private static String bare(String sort) {
        return sort.startsWith("-") ? sort.substring(1) : sort;
    }

    private static Comparator<TrialRecord> order(String sort, TrialColumns columns) {
        var name = bare(sort);
        return Comparator.comparing(trial -> columns.cell(trial, name), sort.startsWith("-") ? ValueOrder.FALLING : ValueOrder.RISING);
    }

    private static void print(Call call, TrialColumns columns, List<String> chosen, List<TrialRecord> trials) {
        var table = new Table(chosen);
        trials.forEach(t -> table.row(chosen.stream().map(c -> columns.cell(t, c).map(Value::text).orElse("-")).toList()));
        table.print(call.out());
    }
}
