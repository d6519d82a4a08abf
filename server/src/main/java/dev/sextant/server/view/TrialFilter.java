package dev.sextant.server.view;

import dev.sextant.model.expression.Expression;
import dev.sextant.model.expression.Truth;
import dev.sextant.model.study.StudySpec;
import java.util.List;
import java.util.Optional;
import java.util.function.IntPredicate;

/// Which trials somebody wants to see: `lr < 1e-3 and state == failed`.
///
/// @param text empty for all
record TrialFilter(String text) {
    static final TrialFilter ALL = new TrialFilter("");

    boolean isAll() {
        return text.isBlank();
    }

    /// Whether a row of a table is wanted.
    ///
    /// @throws dev.sextant.model.expression.ExpressionException if the text is no expression about the study's columns
    IntPredicate on(TrialTable table) {
        if (isAll()) {
            return _ -> true;
        }
        var columns = columns(table.spec());
        var expression = Expression.parse(text, columns);
        return row -> {
            var facts = table.facts(row);
            return expression.test(name -> columns.cell(facts, name)) == Truth.TRUE;
        };
    }

    static TrialColumns columns(StudySpec spec) {
        return new TrialColumns(spec, List.of());
    }

    static TrialFilter of(Optional<String> text) {
        return text.map(TrialFilter::new).orElse(ALL);
    }
}
