package dev.sextant.model.expression;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;

/// Reads any text, and demands that it is either an expression or refused with a place and a reason.
final class Attempt {
    private Attempt() {}

    /// Whether the text is an expression over [typical names][Names#typical()].
    static boolean at(String text) {
        try {
            var expression = Expression.parse(text, Names.typical());
            assertThat(expression.test(_ -> Optional.empty())).isNotNull();
            return true;
        } catch (ExpressionException refused) {
            assertThat(refused.offset()).isBetween(0, text.length());
            assertThat(refused.rule()).isNotBlank();
            assertThat(refused).hasMessageEndingWith(refused.rule());
            return false;
        }
    }
}
