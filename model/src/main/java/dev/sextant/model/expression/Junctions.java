package dev.sextant.model.expression;

import dev.sextant.model.expression.Term.Judgement;

/// `and` and `or` of Kleene's logic: what decides the answer is not weakened by what is unknown.
final class Junctions {
    private Junctions() {}

    static Judgement and(Judgement... operands) {
        return until(Truth.FALSE, operands);
    }

    static Judgement or(Judgement... operands) {
        return until(Truth.TRUE, operands);
    }

    /// The deciding truth if any operand has it, else unknown if any is unknown, else the opposite; stops when decided.
    private static Judgement until(Truth deciding, Judgement... operands) {
        return row -> {
            var truth = deciding.not();
            for (var operand : operands) {
                var given = operand.at(row);
                if (given == deciding) {
                    return deciding;
                }
                if (given == Truth.UNKNOWN) {
                    truth = Truth.UNKNOWN;
                }
            }
            return truth;
        };
    }
}
