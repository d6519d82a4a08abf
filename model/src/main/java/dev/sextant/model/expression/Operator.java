package dev.sextant.model.expression;

import java.util.Optional;
import java.util.stream.Stream;

/// An operator of arithmetic that groups from the left.
enum Operator {
    PLUS("+", Level.SUM),
    MINUS("-", Level.SUM),
    TIMES("*", Level.PRODUCT),
    OVER("/", Level.PRODUCT),
    MODULO("%", Level.PRODUCT);

    /// How tightly operators bind, loosest first.
    enum Level { OR, AND, NOT, COMPARISON, SUM, PRODUCT, SIGN, POWER, ATOM }

    private final String symbol;
    private final Level level;

    Operator(String symbol, Level level) {
        this.symbol = symbol;
        this.level = level;
    }

    String symbol() {
        return symbol;
    }

    Level level() {
        return level;
    }

    static Optional<Operator> of(Token token, Level level) {
        return Stream.of(values())
                .filter(operator -> operator.level == level && token.isSymbol(operator.symbol))
                .findFirst();
    }

    /// Calculates in doubles; nothing fails: `1/0` is ∞ and `0/0` is NaN.
    double apply(double left, double right) {
        return switch (this) {
            case PLUS -> left + right;
            case MINUS -> left - right;
            case TIMES -> left * right;
            case OVER -> left / right;
            case MODULO -> modulo(left, right);
        };
    }

    private static double modulo(double left, double right) {
        double rest = left % right;
        if (rest == 0) {
            return Math.copySign(0, right);
        }
        return (rest < 0) == (right < 0) ? rest : rest + right;
    }
}
