package dev.sextant.strategy.forest;

import dev.sextant.strategy.forest.Tree.Question;

/// One question about rows.
///
/// @param axis the number it looks at
/// @param cut of [Question#BELOW] and [Question#EQUAL]
/// @param set of [Question#AMONG]: bit i stands for index i
record Split(int axis, Question question, double cut, long set) {
    /// No question.
    static final Split NONE = new Split(0, Question.LEAF, 0, 0);

    static Split below(int axis, double cut) {
        return new Split(axis, Question.BELOW, cut, 0);
    }

    static Split inactive(int axis) {
        return new Split(axis, Question.INACTIVE, 0, 0);
    }

    static Split among(int axis, long set) {
        return new Split(axis, Question.AMONG, 0, set);
    }

    static Split equal(int axis, double index) {
        return new Split(axis, Question.EQUAL, index, 0);
    }

    /// Whether the answer for a number is yes. NaN is inactive, and neither below, nor among, nor equal.
    boolean isLeft(double number) {
        return switch (question) {
            case LEAF -> false;
            case BELOW -> number <= cut;
            case INACTIVE -> Double.isNaN(number);
            case AMONG -> (set >>> (int) number & 1) != 0 && !Double.isNaN(number);
            case EQUAL -> number == cut;
        };
    }
}
